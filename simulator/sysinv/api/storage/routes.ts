/** Every write of storage. */
import type { RouteOn } from '../collections';
import { backendRoutes } from './backends';
import { controllerFsRoutes } from './controller-fs';
import { groupRoutes } from './groups';
import { hostFsRoutes } from './host-fs';
import { diskRoutes } from './idisks';
import { monitorRoutes } from './monitors';
import { partitionRoutes } from './partitions';
import { storRoutes } from './stors';
import { tierRoutes } from './tiers';
import { volumeRoutes } from './volumes';

export function storageRoutes(on: RouteOn): void {
  diskRoutes(on);
  partitionRoutes(on);
  groupRoutes(on);
  volumeRoutes(on);
  storRoutes(on);
  hostFsRoutes(on);
  controllerFsRoutes(on);
  backendRoutes(on);
  tierRoutes(on);
  monitorRoutes(on);
}
