/** Is the platform at work on the storage of a host, so that a viewer wants to follow closely? */
import type { HostFs } from './filesystem';
import type { HostStorage } from './host-storage';
import { partitionState } from './partition';

/** constants.HOST_FS_STATUS_CREATE_IN_SVC, _DELETING, _MODIFYING. "Reconfigure with App" waits for an application that somebody has to apply. */
const FS_CHANGING: readonly string[] = ['Creating', 'Deleting', 'Modifying'];

export const isFsChanging = ({ state }: Pick<HostFs, 'state'>): boolean =>
  state !== null && FS_CHANGING.includes(state);

/** What waits for an unlock is not under way. */
export function isStorageChanging(
  storage: Pick<HostStorage, 'partitions' | 'storageFunctions' | 'filesystems'>,
): boolean {
  return (
    storage.partitions.some((one) => partitionState(one)?.phase === 'changing') ||
    storage.storageFunctions.some(({ state }) => state === 'configuring') ||
    storage.filesystems.some(isFsChanging)
  );
}
