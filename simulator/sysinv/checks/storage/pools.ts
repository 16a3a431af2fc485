/** What sysinv refuses of the quotas of Ceph's pools (api/controllers/v1/storage_ceph.py _check_pool_quotas_data). Own words. */
import type { Json } from '../../../kernel/json';
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Row } from '../../rows';
import { capabilitiesOf } from '../../storage/rows';

export const POOLS = [
  'cinder_pool_gib',
  'glance_pool_gib',
  'ephemeral_pool_gib',
  'object_pool_gib',
  'kube_pool_gib',
];
const SECONDARY = ['cinder_pool_gib', 'kube_pool_gib'];

/** @param quotas what the pools have after the change, in GiB */
export function checkQuotas(world: World, backend: Row, quotas: { [pool: string]: Json }): void {
  const secondary = backend.name !== 'ceph-store';
  for (const [pool, value] of Object.entries(quotas)) {
    if (value === null || value === undefined) continue;
    if (secondary && !SECONDARY.includes(pool)) refuse(400, 'Another tier has pools cinder and kube only');
    if (!/^\d+$/.test(String(value))) refuse(400, `${pool} is a whole number of GiB from 0`);
  }
  if (Number(quotas.object_pool_gib ?? 0) > 0 && backend.object_gateway !== true) {
    refuse(400, 'object_pool_gib needs the object gateway');
  }
  if (!world.storage.isCephAnswering()) refuse(400, 'Ceph does not answer: no quota can be set');
  const total = Object.values(quotas).reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
  const room = roomGib(backend);
  if (total > room) refuse(400, `The quotas are ${total} GiB together, the tier has ${room} GiB`);
}

/** What a tier holds of data: its disks, by the number of copies. */
function roomGib(backend: Row): number {
  const copies = Number(capabilitiesOf(backend).replication ?? 1);
  return Math.floor(Number(backend.ceph_total_space_gib ?? 0) / copies);
}
