/** Who may change the storage of the cloud. By itself, since every panel asks it and the other rules come later. */
import type { Verdict } from '../../result';
import { may, type Right, type Viewer } from '../../rights';

export const STORAGE_RIGHT: Right = 'system.configure';
/** The deed as a gerund, for a refusal of a right. */
export const STORAGE_DEED = 'Changing storage';

/** Admin and configurator (policies config_api:storage_*, ceph_mon, controller_fs). */
export const mayChangeStorage = (viewer: Viewer): Verdict => may(viewer, STORAGE_RIGHT, STORAGE_DEED);
