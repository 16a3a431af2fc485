/**
 * What keeps a host from being locked or deleted because of its storage (sysinv api/controllers/v1/host.py
 * check_lock_storage). Own words throughout.
 */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { rowsOn } from '../../network/rows';
import { backendOf, capabilitiesOf, functionsOf, isEnabled } from '../../storage/rows';

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
