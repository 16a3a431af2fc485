/** What the list-level rules may look at: who asks, the cloud, and all its hosts as /v1/ihosts gave them. */
import { type Host, isController } from '../host';
import type { Viewer } from '../rights';
import { isSimplex, type System } from '../system';

export type RuleContext = {
  viewer: Viewer;
  /** null when /v1/isystems could not be read: rules that depend on it then cannot tell, and do not block. */
  system: System | null;
  hosts: readonly Host[];
};

/** true, false, or null for "cannot tell" (sysinv utils.get_system_mode). */
export const simplexMode = (context: RuleContext): boolean | null =>
  context.system === null || context.system.mode === null ? null : isSimplex(context.system);

/** The other controller, if there is one. */
export const otherController = (host: Host, context: RuleContext): Host | undefined =>
  context.hosts.find((other) => isController(other) && other.id !== host.id);

/** The words host.py gives the task of a host that is being locked (HostUpdate.get_task_from_action). */
const LOCKING_TASKS = ['Locking', 'Force Locking', 'Unsafely Force Locking'];
export const isBeingLocked = (host: Host): boolean =>
  host.task !== null && LOCKING_TASKS.some((task) => host.task?.startsWith(task));

/** device.DEVICE_IMAGE_UPDATE_IN_PROGRESS */
export const isUpdatingDeviceImage = (host: Host): boolean => host.deviceImageUpdate === 'in-progress';
