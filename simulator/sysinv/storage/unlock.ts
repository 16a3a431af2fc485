/** What waited for the host to be unlocked, or was under way when it went down, is done when it is enabled. */
import type { World } from '../../kernel/world';
import { AVAILABLE, statusIn } from '../cloud/storage/filesystems';
import type { Host } from '../host';
import { rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { setBackend } from './backends';
import { dropHostFs, settleHostFs } from './filesystems';
import { dropGroup, dropVolume, provisionGroup, settleVolume } from './groups';
import { dropPartition, makePartition } from './partitions';
import { recount } from './recount';
import { PARTITION, stampRow } from './rows';
import { settleOsd } from './stors';

const MADE: readonly number[] = [PARTITION.creating, PARTITION.creatingOnUnlock, PARTITION.modifying];

export function takeUpStorage(world: World, host: Host): void {
  const rows = (segment: string): Row[] => [...rowsOn(world, segment, host)];
  for (const row of rows('partitions')) {
    if (MADE.includes(Number(row.status))) makePartition(world, host, row);
    if (row.status === PARTITION.deleting) dropPartition(world, host, row);
  }
  for (const row of rows('ipvs')) {
    const group = rows('ilvgs').find(({ uuid }) => uuid === row.ilvg_uuid);
    if (row.pv_state === 'adding') settleVolume(world, host, row, group);
    if (row.pv_state === 'removing') dropVolume(world, host, row);
  }
  for (const row of rows('ilvgs')) {
    if (row.vg_state === 'removing') dropGroup(world, host, row);
    // A group without a volume is not there yet: it goes on waiting.
    const filled = rows('ipvs').some(({ ilvg_uuid }) => ilvg_uuid === row.uuid);
    if (/^(adding|provisioning)$/.test(String(row.vg_state)) && filled) provisionGroup(world, host, row);
  }
  for (const row of rows('istors')) {
    if (/^configuring(-on-unlock)?$/.test(String(row.state))) settleOsd(world, host, row);
  }
  for (const row of rows('host_fs')) {
    if (/^(Creating|Modifying)/.test(String(row.state))) settleHostFs(world, host, row);
    if (/^Deleting/.test(String(row.state))) dropHostFs(world, host, row);
  }
  for (const row of rows('ceph_mon')) {
    if (String(row.state).startsWith('configuring'))
      stampRow(world, row, { state: 'configured', task: null });
  }
  if (host.row.personality === 'controller') {
    for (const row of world.sysinv.cloud('controller_fs')) {
      if (/creating_on_unlock|resizing/.test(statusIn(row.state))) stampRow(world, row, { state: AVAILABLE });
    }
  }
  for (const row of world.sysinv.cloud('storage_backend')) {
    if (row.task === 'resize-ceph-mon-lv') setBackend(world, row, { task: null });
  }
  recount(world, host);
}
