/** May the disks of a host be changed, and may one call of such a change be sent? */
import { allowed, denied, type Verdict } from '../../result';
import { may, type Viewer } from '../../rights';
import { LOCAL_GROUP } from '../volume-group';
import type { StorageCall, VolumeCall } from './calls';
import { diskOf, functionOn, groupOf, partitionOf, type StorageFacts, volumeOn } from './facts';
import * as osd from './osd-rules';
import * as partition from './partition-rules';
import * as volume from './volume-rules';
import { wipeVerdict } from './wipe-rules';
import { firstDenied } from './words';

/** Storage is configuration of the system (sysinv policies: partitions, ipvs, ilvgs, istors, idisks). */
export const mayChangeStorage = (viewer: Viewer): Verdict =>
  may(viewer, 'system.configure', 'Changing storage');

const GONE = denied('It is not there any more.');

/** One call in the state that the ones before it leave. What cannot be known does not block. */
export function callVerdict(call: StorageCall, facts: StorageFacts): Verdict {
  switch (call.do) {
    case 'partition.create': {
      const disk = diskOf(facts, call.newOn);
      return disk
        ? (firstDenied([
            partition.createPartitionVerdict(facts),
            partition.partitionDiskVerdict(disk, facts),
          ]) ?? allowed)
        : GONE;
    }
    case 'partition.grow': {
      const own = partitionOf(facts, call);
      return own ? partition.growPartitionVerdict(own, facts, diskOf(facts, own.diskId)) : GONE;
    }
    case 'partition.delete': {
      const own = partitionOf(facts, call.on);
      return own ? partition.deletePartitionVerdict(own, facts) : GONE;
    }
    case 'group.add':
      return call.group === LOCAL_GROUP
        ? volume.addLocalGroupVerdict(facts)
        : volume.groupHostVerdict(call.group, facts);
    case 'group.remove': {
      const own = groupOf(facts, call.group);
      return own ? volume.removeGroupVerdict(own, facts) : GONE;
    }
    case 'group.change': {
      const own = groupOf(facts, call.group);
      return own ? volume.changeGroupVerdict(own, facts) : GONE;
    }
    case 'volume.add':
      return addVolumeVerdict(call, facts);
    case 'volume.remove': {
      const own = volumeOn(facts, call.on);
      return own ? volume.removeVolumeVerdict(own, facts) : GONE;
    }
    default:
      return diskVerdict(call, facts);
  }
}

function addVolumeVerdict(call: VolumeCall, facts: StorageFacts): Verdict {
  const group = groupOf(facts, call.group);
  if (!group) return GONE;
  const into = volume.addToGroupVerdict(group, facts);
  if (!into.ok) return into;
  if ('disk' in call.on) {
    const disk = diskOf(facts, call.on.disk);
    return disk ? volume.volumeDiskVerdict(disk, facts) : GONE;
  }
  const own = partitionOf(facts, call.on);
  return own ? volume.volumePartitionVerdict(own, call.group, facts) : GONE;
}

type DiskCall = Extract<StorageCall, { disk: string }>;

function diskVerdict(call: DiskCall, facts: StorageFacts): Verdict {
  const disk = diskOf(facts, call.disk);
  if (!disk) return GONE;
  if (call.do === 'disk.wipe') return wipeVerdict(disk, facts);
  if (call.do === 'osd.add')
    return firstDenied([osd.addOsdVerdict(facts), osd.osdDiskVerdict(disk, facts)]) ?? allowed;
  if (call.do === 'journal.add')
    return firstDenied([osd.addJournalVerdict(facts), osd.journalDiskVerdict(disk, facts)]) ?? allowed;
  const own = functionOn(facts, call.disk);
  if (!own) return GONE;
  if (call.do === 'journal.change') return osd.changeJournalVerdict(own, facts);
  return call.do === 'osd.remove' ? osd.removeOsdVerdict(own, facts) : osd.removeJournalVerdict(facts);
}
