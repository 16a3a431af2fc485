/** May a partition be made, grown, deleted? (sysinv partition.py, which does not mind whether the host is locked.) */
import { hostName } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import { type Disk, diskName } from '../disk';
import {
  PARTITION_IN_USE,
  PARTITION_READY,
  type Partition,
  PHYSICAL_VOLUME_GUID,
  partitionState,
} from '../partition';
import { MIB_PER_GIB } from '../size';
import {
  functionOn,
  isBeforeAnother,
  isInService,
  partitionNumber,
  partitionsOn,
  type StorageFacts,
  volumeOn,
} from './facts';
import { firstDenied } from './words';

const CHECKS = 'sysinv partition.py _semantic_checks';
/** constants.PARTITION_CREATE_IN_SVC_STATUS, PARTITION_DELETING_STATUS, PARTITION_MODIFYING_STATUS */
const UNDER_WAY: readonly (number | null)[] = [2, 4, 5];
/** constants.PARTITION_STATUS_NOT_OK_TO_CREATE */
const FAILED: readonly (number | null)[] = [10, 11, 12];
/** constants.PARTITION_STATUS_OK_TO_DELETE */
const DELETABLE: readonly (number | null)[] = [PARTITION_READY, 3, ...FAILED];

type Site = Pick<StorageFacts, 'host' | 'partitions'>;

const hasPartitions = ({ host }: Site): Verdict =>
  host.personality === null || host.personality === 'controller' || host.personality === 'worker'
    ? allowed
    : denied(
        `Partitions are made on controllers and workers, not on hosts of personality ${host.personality}.`,
        'sysinv partition.py _check_host',
      );

/** One partition at a time is made or deleted on a host, once it is in service. */
function noneUnderWay({ host, partitions }: Site, doing: string): Verdict {
  const other = partitions.find(({ status }) => UNDER_WAY.includes(status));
  if (!other || isInService(host) !== true) return allowed;
  const word = partitionState(other)?.word ?? 'changing';
  return denied(
    `Another partition of ${hostName(host)} is ${word.toLowerCase()}. ${doing} waits until that is done.`,
    'sysinv partition.py _are_partition_operations_simultaneous',
  );
}

/** Can a partition be made on some disk of the host? */
export const createPartitionVerdict = (site: Site): Verdict =>
  firstDenied([hasPartitions(site), noneUnderWay(site, 'Creating one')]) ?? allowed;

/** Can one be made on this disk? */
export function partitionDiskVerdict(disk: Disk, facts: StorageFacts): Verdict {
  const own = functionOn(facts, disk.id);
  if (own || disk.storageFunctionId !== null)
    return denied(
      `It is ${own?.function === 'journal' ? 'a disk of journals' : 'an OSD'}.`,
      'sysinv partition.py _check_disk',
    );
  const volume = volumeOn(facts, { disk: disk.id });
  if (volume || disk.physicalVolumeId !== null)
    return denied(
      `The whole disk is a physical volume of ${volume?.group ?? 'a group'}.`,
      'sysinv partition.py _check_disk',
    );
  const last = partitionsOn(facts, disk).toSorted(
    (a, b) => (partitionNumber(b) ?? 0) - (partitionNumber(a) ?? 0),
  )[0];
  if (last && FAILED.includes(last.status))
    return denied(
      'Its last partition could not be made. Delete that first.',
      'sysinv partition.py _last_partition_is_ok',
    );
  if (disk.availableMib !== null && disk.availableMib < MIB_PER_GIB)
    return denied('Less than 1 GiB of it is free.', 'sysinv partition.py _enough_avail_space_on_disk');
  return allowed;
}

const isUsers = ({ typeGuid }: Partition): boolean => typeGuid === null || typeGuid === PHYSICAL_VOLUME_GUID;

/** What growing and deleting have in common. */
function ownVerdicts(own: Partition, facts: StorageFacts): Verdict[] {
  const volume = volumeOn(facts, { partition: own.id });
  const used = volume || own.physicalVolumeId !== null || own.status === PARTITION_IN_USE;
  return [
    hasPartitions(facts),
    isUsers(own)
      ? allowed
      : denied('The platform made it for itself.', 'sysinv partition.py _check_partition_type'),
    used ? denied(`It is a physical volume${volume?.group ? ` of ${volume.group}` : ''}.`, CHECKS) : allowed,
    isBeforeAnother(facts, own)
      ? denied(
          'Another partition lies behind it: only the last one of a disk can be changed.',
          'sysinv utils.py is_partition_the_last',
        )
      : allowed,
  ];
}

export function growPartitionVerdict(own: Partition, facts: StorageFacts, disk: Disk | undefined): Verdict {
  const service = facts.host.provisionState;
  const provisioned = service === null || service === 'provisioned' || service === 'upgrading';
  const free = disk?.availableMib ?? null;
  const ready = own.status === null || own.status === PARTITION_READY;
  return (
    firstDenied([
      ...ownVerdicts(own, facts),
      provisioned
        ? allowed
        : denied(
            'Before the first unlock partitions are only created and deleted. Delete it and create a larger one.',
            CHECKS,
          ),
      ready
        ? allowed
        : denied(`It is ${partitionState(own)?.word.toLowerCase()}: it grows once it is ready.`, CHECKS),
      free !== null && free < 1
        ? denied(
            `Nothing is free on ${disk ? diskName(disk) : 'its disk'}.`,
            'sysinv partition.py _enough_avail_space_on_disk',
          )
        : allowed,
    ]) ?? allowed
  );
}

export function deletePartitionVerdict(own: Partition, facts: StorageFacts): Verdict {
  const deletable = own.status === null || DELETABLE.includes(own.status);
  return (
    firstDenied([
      ...ownVerdicts(own, facts),
      deletable
        ? noneUnderWay(facts, 'Deleting one')
        : denied(
            `It is ${partitionState(own)?.word.toLowerCase()}: it can be deleted once it is ready.`,
            CHECKS,
          ),
    ]) ?? allowed
  );
}
