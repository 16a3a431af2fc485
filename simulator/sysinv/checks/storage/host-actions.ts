/**
 * What keeps a host from being unlocked, locked or deleted because of its storage (sysinv
 * api/controllers/v1/host.py check_unlock_partitions, _semantic_check_cgts_vg, check_unlock_storage,
 * check_lock_storage). Own words throughout.
 */
import type { World } from '../../../kernel/world';
import { statusIn } from '../../cloud/storage/filesystems';
import { refuse } from '../../faults';
import { type Host, isActiveController, nameOf } from '../../host';
import { rowsOn } from '../../network/rows';
import { monitors } from '../../storage/ceph';
import {
  backendOf,
  capabilitiesOf,
  functionsOf,
  isEnabled,
  PARTITION,
  partitionWord,
} from '../../storage/rows';

const BUSY: readonly number[] = [PARTITION.creating, PARTITION.deleting, PARTITION.modifying];

export function checkUnlockStorage(world: World, host: Host, forced: boolean): void {
  const { row } = host;
  const volumes = rowsOn(world, 'ipvs', host);
  if (!volumes.some(({ lvm_vg_name }) => lvm_vg_name === 'cgts-vg')) {
    refuse(400, `Can not unlock host ${nameOf(host)}: cgts-vg has no physical volume.`);
  }
  const busy = rowsOn(world, 'partitions', host).find(({ status }) => BUSY.includes(Number(status)));
  if (busy) {
    refuse(
      400,
      `Can not unlock host ${nameOf(host)}: partition ${busy.device_node} is ${partitionWord(busy.status)}.`,
    );
  }
  if (row.personality === 'storage') checkUnlockOsds(world, host);
  if (row.personality === 'controller') checkUnlockController(world, host, forced);
}

function checkUnlockOsds(world: World, host: Host): void {
  if (rowsOn(world, 'istors', host).length === 0) {
    refuse(400, `Can not unlock host ${nameOf(host)}: it has no storage function.`);
  }
  const { available, required } = monitors(world);
  const least = host.row.hostname === 'storage-0' && host.row.invprovision === 'provisioned' ? 1 : required;
  if (available.length < least) {
    refuse(400, `Can not unlock host ${nameOf(host)}: ${available.length} storage monitors are there.`);
  }
}

function checkUnlockController(world: World, host: Host, forced: boolean): void {
  const backend = world.sysinv
    .cloud('storage_backend')
    .find(
      ({ backend: type, state, task }) =>
        type !== 'ceph-rook' &&
        type !== 'lvm' &&
        state !== 'configured' &&
        state !== 'configuring-on-unlock' &&
        !(type === 'ceph' && task === 'provision-storage'),
    );
  if (backend)
    refuse(400, `Can not unlock host ${nameOf(host)}: backend ${backend.name} is ${backend.state}.`);
  if (forced || isActiveController(host) || !backendOf(world, 'ceph-rook')) return;
  const fs = world.sysinv
    .cloud('controller_fs')
    .find(({ state }) => /creating_in_progress|deleting_in_progress/.test(statusIn(state)));
  if (fs) refuse(400, `Can not unlock host ${nameOf(host)}: filesystem ${fs.name} is ${statusIn(fs.state)}.`);
}

/** A storage host leaves its group with enough copies, and not while Ceph makes new ones. */
export function checkLockStorage(world: World, host: Host, forced: boolean): void {
  if (host.row.personality !== 'storage' || !isEnabled(host)) return;
  const backend = backendOf(world, 'ceph');
  if (!backend) refuse(400, 'Storage hosts go with backend ceph.');
  const least = Number(capabilitiesOf(backend).min_replication ?? 1);
  const peers = host.row.peers?.hosts ?? [];
  const left = peers.filter((name) => {
    const peer = world.sysinv.byName(name);
    return (
      peer &&
      peer !== host &&
      isEnabled(peer) &&
      !/^(force-(unsafe-)?)?lock$/.test(peer.row.ihost_action ?? '')
    );
  });
  if (left.length < least || (!forced && world.storage.isShortOfCopies(world, host))) {
    refuse(400, `Can not lock host ${nameOf(host)}: data would be without the copies that it needs.`);
  }
}

/** With Rook, what the host does for the cluster goes first. */
export function checkDeleteStorage(world: World, host: Host): void {
  const fs = rowsOn(world, 'host_fs', host).find(({ name }) => name === 'ceph');
  if (backendOf(world, 'ceph-rook') && functionsOf(fs).length > 0) {
    refuse(400, `${nameOf(host)} has functions of Ceph: ${functionsOf(fs).join(', ')}`);
  }
}
