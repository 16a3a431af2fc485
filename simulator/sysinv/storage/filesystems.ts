/** What happens to filesystems once the work is done. */

import { specOf } from '../../fm/catalogue';
import type { World } from '../../kernel/world';
import { fsState, statusIn } from '../cloud/storage/filesystems';
import type { Host } from '../host';
import { removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { recount } from './recount';
import { controllers, functionsOf, stampRow } from './rows';

/** A filesystem has its size. One of Rook's is in use as soon as it is there. */
export function settleHostFs(world: World, host: Host, fs: Row, worked = true): void {
  const state = fs.name === 'ceph' && functionsOf(fs).length > 0 ? 'In-Use' : 'Ready';
  stampRow(world, fs, { state: worked ? state : 'Error' });
  recount(world, host);
  world.storage.audit(world);
}

export function dropHostFs(world: World, host: Host, fs: Row): void {
  removeRow(rowsOn(world, 'host_fs', host), fs);
  recount(world, host);
  world.storage.audit(world);
}

/** A filesystem of the controllers is in step on both. */
export function settleControllerFs(world: World, fs: Row, worked = true): void {
  const before = statusIn(fs.state);
  stampRow(world, fs, { state: fsState(worked ? 'available' : 'drbd_fs_update_error') });
  if (!worked && /creating|deleting/.test(before)) raiseControllerFs(world, fs);
  recountControllers(world);
}

export function dropControllerFs(world: World, fs: Row): void {
  removeRow(world.sysinv.cloud('controller_fs'), fs);
  recountControllers(world);
}

function recountControllers(world: World): void {
  for (const host of controllers(world)) recount(world, host);
  world.storage.audit(world);
}

/** 800.105: a filesystem of the controllers was not made or deleted. */
function raiseControllerFs(world: World, fs: Row): void {
  for (const { row } of controllers(world)) {
    world.fm.raise(
      specOf({
        alarm_id: '800.105',
        entity_instance_id: `host=${row.hostname}.controllerfs=${fs.name}`,
        reason_text: `Controller filesystem ${fs.name} was not made or deleted as asked.`,
        proposed_repair_action: 'Make or delete the filesystem again.',
      }),
    );
  }
}
