/** May a volume group or a physical volume be added, changed, removed? (sysinv lvg.py and pv.py.) */
import { isLocked, isWorker } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import { type Disk, isRootDisk } from '../disk';
import { type Partition, partitionState } from '../partition';
import { LOCAL_GROUP, PLATFORM_GROUP, type VolumeGroup } from '../volume-group';
import { LVM_CSI } from './calls';
import {
  functionOn,
  groupOf,
  isInService,
  isRemoving,
  partitionsOn,
  type StorageFacts,
  volumeOn,
} from './facts';
import { firstDenied, lockFirst } from './words';

const LVG = 'sysinv lvg.py _check';
const PV_HOST = 'sysinv pv.py _check_host';
const PV_GROUP = 'sysinv pv.py _check_lvg';
const DEVICE = 'sysinv pv.py _check_device';

/** constants.LVG_ALLOWED_VGS; others have to have a function. */
const PLATFORM_GROUPS: readonly string[] = [LOCAL_GROUP, PLATFORM_GROUP, 'cinder-volumes'];

const hasFunction = ({ parameters }: VolumeGroup): boolean => (parameters.lvm_function ?? 'none') !== 'none';

/** Volume groups are not for storage hosts, nova-local is for workers, and changes while they are locked. */
export function groupHostVerdict(name: string, facts: StorageFacts): Verdict {
  const { host } = facts;
  if (host.subfunctions.includes('storage') || host.personality === 'storage')
    return denied('Storage hosts have no volume groups of their own.', 'sysinv lvg.py _check_host');
  if (name !== LOCAL_GROUP) return allowed;
  if (!isWorker(host))
    return denied(`${LOCAL_GROUP} is for hosts with the worker function.`, 'sysinv lvg.py _check_host');
  return isLocked(host)
    ? allowed
    : lockFirst(facts, `${LOCAL_GROUP} changes while it is locked`, 'sysinv lvg.py _check_host');
}

/** May nova-local be added? */
export function addLocalGroupVerdict(facts: StorageFacts): Verdict {
  const own = groupOf(facts, LOCAL_GROUP);
  const instances = facts.filesystems?.some(({ name }) => name === 'instances') === true;
  return (
    firstDenied([
      groupHostVerdict(LOCAL_GROUP, facts),
      own && !isRemoving(own)
        ? denied(`This host has ${LOCAL_GROUP} already.`, 'sysinv lvg.py _create')
        : allowed,
      instances
        ? denied(
            `Filesystem instances is there: a host has that or ${LOCAL_GROUP}. Delete the filesystem first.`,
            'sysinv lvg.py _create',
          )
        : allowed,
    ]) ?? allowed
  );
}

/** May some group be added? */
export const addGroupVerdict = (facts: StorageFacts): Verdict => groupHostVerdict('', facts);

export function removeGroupVerdict(own: VolumeGroup, facts: StorageFacts): Verdict {
  const volumes = own.logicalVolumes ?? 0;
  return (
    firstDenied([
      own.name === PLATFORM_GROUP
        ? denied(`${PLATFORM_GROUP} is the platform's own and stays.`, LVG)
        : allowed,
      groupHostVerdict(own.name, facts),
      isRemoving(own) ? denied('It is removed already, at the next unlock.') : allowed,
      own.parameters.lvm_function === LVM_CSI && volumes > 0
        ? denied(`It holds ${volumes} logical volumes of containers.`, LVG)
        : allowed,
    ]) ?? allowed
  );
}

/** Only cgts-vg has something to change (recorded: nova-local "does not have any parameters to modify"). */
export function changeGroupVerdict(own: VolumeGroup, facts: StorageFacts): Verdict {
  if (own.name === LOCAL_GROUP) return denied(`${LOCAL_GROUP} has no parameters.`, LVG);
  if (own.name !== PLATFORM_GROUP) return denied(`Only ${PLATFORM_GROUP} has parameters that change.`, LVG);
  return groupHostVerdict(own.name, facts);
}

/** What adding to a group and taking out of it have in common. */
function volumeHostVerdict(name: string, facts: StorageFacts): Verdict {
  const { host } = facts;
  const locked = isLocked(host);
  if (name === PLATFORM_GROUP && host.personality === 'storage')
    return denied(`${PLATFORM_GROUP} grows on controllers and workers alone.`, PV_HOST);
  if (name === LOCAL_GROUP && isWorker(host) && !locked)
    return lockFirst(facts, `${LOCAL_GROUP} changes while it is locked`, PV_HOST);
  if (name === PLATFORM_GROUP && host.personality === 'worker' && !locked)
    return lockFirst(facts, `${PLATFORM_GROUP} of a worker changes while it is locked`, PV_HOST);
  return allowed;
}

/** Can something be added to this group? */
export function addToGroupVerdict(own: VolumeGroup, facts: StorageFacts): Verdict {
  const known = PLATFORM_GROUPS.includes(own.name) || hasFunction(own);
  const resizing = facts.cloud.controllerFilesystems?.find(
    ({ status }) => status === 'drbd_fs_resizing_in_progress',
  );
  return (
    firstDenied([
      known ? allowed : denied(`The platform does not manage ${own.name}.`, PV_GROUP),
      isRemoving(own) ? denied('It is removed at the next unlock. Add it again first.', PV_GROUP) : allowed,
      volumeHostVerdict(own.name, facts),
      own.name === PLATFORM_GROUP && resizing
        ? denied(`Filesystem ${resizing.name} is being resized. Wait until that is done.`, PV_GROUP)
        : allowed,
    ]) ?? allowed
  );
}

/** Can a whole disk become a physical volume? */
export function volumeDiskVerdict(disk: Disk, facts: StorageFacts): Verdict {
  const volume = volumeOn(facts, { disk: disk.id });
  if (isRootDisk(disk))
    return denied('It is the root disk: partitions of it can be added, not the whole.', DEVICE);
  if ((volume && !isRemoving(volume)) || (!volume && disk.physicalVolumeId !== null))
    return denied(`It is a physical volume of ${volume?.group ?? 'a group'} already.`, DEVICE);
  if (functionOn(facts, disk.id) || disk.storageFunctionId !== null) return denied('Ceph has it.', DEVICE);
  if (partitionsOn(facts, disk).length > 0) return denied('It has partitions: add one of those.', DEVICE);
  return allowed;
}

/** Can a partition become a physical volume of a group? Only cgts-vg in service wants it ready; others take it as it is. */
export function volumePartitionVerdict(own: Partition, group: string, facts: StorageFacts): Verdict {
  const volume = volumeOn(facts, { partition: own.id });
  if ((volume && !isRemoving(volume)) || (!volume && own.physicalVolumeId !== null))
    return denied(`It is a physical volume of ${volume?.group ?? 'a group'} already.`, DEVICE);
  const service = isInService(facts.host);
  const wanted =
    service === true ? (group === PLATFORM_GROUP ? [0] : null) : service === false ? [0, 3] : null;
  const status = own.id === '' ? statusOfNew(service) : own.status;
  if (wanted && status !== null && !wanted.includes(status)) {
    const word = partitionState({ status })?.word.toLowerCase() ?? 'in another state';
    return denied(`It is ${word}. ${group} takes it once it is ready.`, DEVICE);
  }
  return allowed;
}

/** What a partition is that is made now (partition.py _create). */
const statusOfNew = (service: boolean | null): number | null => (service === null ? null : service ? 2 : 3);

/** Does a group take a partition before that has been made? */
export const waitsForReady = (group: string, { host }: Pick<StorageFacts, 'host'>): boolean =>
  group === PLATFORM_GROUP && isInService(host) !== false;

export function removeVolumeVerdict(
  own: { group: string | null; state: string | null },
  facts: StorageFacts,
): Verdict {
  const name = own.group ?? '';
  const group = groupOf(facts, name);
  const lvm = facts.cloud.backends?.some(({ kind }) => kind === 'lvm') === true;
  return (
    firstDenied([
      name === PLATFORM_GROUP ? denied(`What is in ${PLATFORM_GROUP} stays in it.`, PV_GROUP) : allowed,
      isRemoving(own) ? denied('It is removed already, at the next unlock.', 'sysinv pv.py _check') : allowed,
      volumeHostVerdict(name, facts),
      group && !PLATFORM_GROUPS.includes(name) && !hasFunction(group)
        ? denied(`The platform does not manage ${name}.`, PV_GROUP)
        : allowed,
      group && isRemoving(group)
        ? denied(`${name} as a whole is removed at the next unlock.`, PV_GROUP)
        : allowed,
      name === 'cinder-volumes' && lvm
        ? denied('The LVM backend keeps its volumes there.', PV_GROUP)
        : allowed,
    ]) ?? allowed
  );
}
