/** check_unlock_storage, and what check_unlock_worker asks of Ceph and of disks for virtual machines. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { monitors, osds } from '../../storage/ceph';
import { capabilitiesOf } from '../../storage/rows';

export function checkUnlockStorageHost(world: World, host: Host): void {
  if (rowsOn(world, 'istors', host).length === 0) {
    refuse(400, 'Can not unlock a storage node without any Storage Volumes configured');
  }
  const { available, required } = monitors(world);
  const least = host.row.hostname === 'storage-0' && host.row.invprovision === 'provisioned' ? 1 : required;
  if (available.length >= least) return;
  refuse(
    400,
    `Can not unlock storage node. Only ${available.length} storage monitor available. At least ${least} unlocked and enabled hosts with monitors are required. Please ensure hosts with monitors are unlocked and enabled.`,
  );
}

const copiesOf = (backend: Row | undefined): number => Number(capabilitiesOf(backend).replication ?? 2);

/** OSDs of all tiers on an all-in-one; elsewhere it must be settled where the OSDs are. */
export function checkCephOfWorker(world: World, host: Host): void {
  const backends = world.sysinv.cloud('storage_backend');
  const ceph = backends.find(({ backend, state }) => backend === 'ceph' && state === 'configured');
  if (ceph?.name !== 'ceph-store') return;
  const tiers = world.sysinv.cloud('storage_tiers').filter(({ type }) => type === 'ceph');
  const all = osds(world);
  if (world.sysinv.system.system_type !== 'All-in-one') {
    checkStorageModel(world, all.length > 0);
    return;
  }
  if (world.sysinv.isSimplex()) {
    for (const tier of tiers) {
      const own = backends.find(({ uuid }) => uuid === tier.backend_uuid);
      const needed = own
        ? copiesOf(own)
        : Math.max(1, ...backends.filter(({ backend }) => backend === 'ceph').map(copiesOf));
      if (all.filter(({ tier_uuid }) => tier_uuid === tier.uuid).length >= needed) continue;
      refuse(
        400,
        `Can not unlock node until at least ${needed} osd stor ${needed === 1 ? 'is' : 'are'} configured for tier '${tier.name}'.`,
      );
    }
    return;
  }
  if (host.row.personality !== 'controller') return;
  const mine = rowsOn(world, 'istors', host);
  if (mine.length === 0) refuse(400, 'Can not unlock node until at least one OSD is configured.');
  for (const tier of tiers) {
    if (mine.some(({ tier_uuid }) => tier_uuid === tier.uuid)) continue;
    refuse(
      400,
      `Can not unlock node until every storage tier has at least one OSD configured. Tier "${tier.name}" has no OSD configured.`,
    );
  }
}

/** ceph.py get_ceph_storage_model */
function checkStorageModel(world: World, anyOsd: boolean): void {
  const { hosts } = world.sysinv;
  if (hosts.some(({ row }) => row.personality === 'storage')) return;
  const onWorker = monitors(world).hosts.some(({ row }) => row.personality === 'worker');
  if (onWorker || anyOsd) return;
  refuse(
    400,
    'Can not unlock a worker node until the third Ceph monitor is defined by either adding a storage node or configuring a monitor on a worker node. Note that this will select the storage deployment model, check documentation for details and restrictions.',
  );
}

/** _semantic_check_nova_local_storage */
export function checkNovaLocal(world: World, host: Host): void {
  const label = rowsOn(world, 'labels', host).find(
    ({ label_key, label_value }) => label_key === 'openstack-compute-node' && label_value,
  );
  const compute = String(label?.label_value ?? '').toLowerCase() === 'enabled';
  if (compute && rowsOn(world, 'host_fs', host).some(({ name }) => name === 'instances')) return;
  const group = rowsOn(world, 'ilvgs', host).find(({ lvm_vg_name }) => lvm_vg_name === 'nova-local');
  if (!group) {
    if (!compute) return;
    const what = host.row.personality === 'controller' ? 'controller with worker functionality' : 'worker';
    refuse(
      400,
      `A ${what} requires a cgts-vg/instances-lv or a nova-local volume group prior to being enabled. Please update the storage settings for the host.`,
    );
  }
  if (group.vg_state === 'removing') return;
  const filled = rowsOn(world, 'ipvs', host).some(
    (row) => row.lvm_vg_name === 'nova-local' && row.pv_state !== 'removing',
  );
  if (filled) return;
  const before = compute
    ? 'A host with worker functionality requires a cgts-vg/instances-lv or a nova-local volume group prior to being enabled. '
    : '';
  refuse(
    400,
    `${before}The nova-local volume group does not contain any physical volumes in the adding or provisioned state.`,
  );
}
