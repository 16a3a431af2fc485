/** When a change to the disks of a host takes effect: at once, or when something else is done. */
import { isLocked } from '../../host';
import { LOCAL_GROUP, PLATFORM_GROUP } from '../volume-group';
import { LVM_CSI, type StorageCall } from './calls';
import { cephKind } from './ceph-site';
import { functionOn, groupOf, isInService, type StorageFacts, volumeOn } from './facts';

/** application: when rook-ceph is applied. null: cannot be told. */
export type When = 'now' | 'unlock' | 'application' | null;

export function whenOf(call: StorageCall, facts: StorageFacts): When {
  const service = isInService(facts.host);
  const now = service === null ? null : service ? 'now' : 'unlock';
  switch (call.do) {
    case 'partition.create':
    case 'partition.grow':
      return now;
    case 'partition.delete':
    case 'disk.wipe':
    case 'journal.add':
    case 'group.change':
      return 'now';
    case 'group.add':
      return call.lvm ? now : 'unlock';
    case 'group.remove': {
      const csi = groupOf(facts, call.group)?.parameters.lvm_function === LVM_CSI;
      if (service === null) return null;
      return csi || (call.group === LOCAL_GROUP && !service) ? 'now' : 'unlock';
    }
    case 'volume.add': {
      if (call.group === PLATFORM_GROUP) return facts.host.personality === 'controller' ? now : 'unlock';
      return groupOf(facts, call.group)?.parameters.lvm_function === LVM_CSI ? now : 'unlock';
    }
    case 'volume.remove':
      return volumeOn(facts, call.on)?.state === 'adding' ? 'now' : 'unlock';
    case 'osd.add':
    case 'osd.remove':
    case 'journal.remove':
    case 'journal.change':
      return osdWhen(call, facts);
  }
}

function osdWhen(call: Extract<StorageCall, { disk: string }>, facts: StorageFacts): When {
  const kind = cephKind(facts);
  const state = functionOn(facts, call.disk)?.state;
  if (call.do === 'osd.remove' && (state === 'configuring-on-unlock' || state === 'configuring-with-app'))
    return 'now';
  if (kind === null) return null;
  if (kind === 'rook') return 'application';
  if (call.do === 'osd.remove') return 'now';
  // Manifests are applied to a host that is enabled; to any other by its unlock.
  return !isLocked(facts.host) && facts.host.operational === 'enabled' ? 'now' : 'unlock';
}
