/** What the platform is doing to a filesystem of the controllers (constants.CONTROLLER_FS_AVAILABLE, drbd_fs_resizing_in_progress …). */
import type { ControllerFs } from '../filesystem';

/** Unknown is no change. */
export const controllerFsChanging = ({ status }: Pick<ControllerFs, 'status'>): boolean =>
  status !== null && status !== 'available';

export const isResizing = ({ status }: Pick<ControllerFs, 'status'>): boolean =>
  status === 'drbd_fs_resizing_in_progress';
