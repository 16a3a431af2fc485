/** May an OSD or a journal be added, changed, deleted? (sysinv storage.py.) */
import { isLocked } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import { isSimplex } from '../../system';
import { type Disk, isRootDisk } from '../disk';
import { isJournal, isOsd, type StorageFunction } from '../storage-function';
import { cephHostVerdict, cephKind } from './ceph-site';
import { functionOn, partitionsOn, type StorageFacts, volumeOn } from './facts';
import { firstDenied, lockFirst } from './words';

const DISK = 'sysinv storage.py _check_disk';
const DELETE = 'sysinv storage.py delete';

/** MiB of a journal: storage.py journal_min_size, journal_max_size, journal_default_size. */
export const JOURNAL_MIB = { least: 200, most: 10_240, usual: 400 } as const;

export const addOsdVerdict = (facts: StorageFacts): Verdict => cephHostVerdict(facts);

/** Rook keeps no journals apart. */
export function addJournalVerdict(facts: StorageFacts): Verdict {
  if (cephKind(facts) === 'rook') return denied('OSDs of Rook have no journals.');
  return cephHostVerdict(facts);
}

/** Can Ceph have this disk? */
export function osdDiskVerdict(disk: Disk, facts: StorageFacts): Verdict {
  const own = functionOn(facts, disk.id);
  if (own || disk.storageFunctionId !== null)
    return denied(`It is ${own && isJournal(own) ? 'a disk of journals' : 'an OSD'} already.`, DISK);
  if (isRootDisk(disk)) return denied('It is the root disk.', DISK);
  if (partitionsOn(facts, disk).length > 0) return denied('It has partitions.', DISK);
  const volume = volumeOn(facts, { disk: disk.id });
  if (volume || disk.physicalVolumeId !== null)
    return denied(`It is a physical volume of ${volume?.group ?? 'a group'}.`, DISK);
  return allowed;
}

/** Journals are on SSD and NVMe alone (constants.DEVICE_TYPE_SSD, DEVICE_TYPE_NVME). */
export function journalDiskVerdict(disk: Disk, facts: StorageFacts): Verdict {
  const fast = disk.type === null || ['SSD', 'NVME'].includes(disk.type.toUpperCase());
  return (
    firstDenied([
      osdDiskVerdict(disk, facts),
      fast
        ? allowed
        : denied(`It is of type ${disk.type}: journals need SSD or NVMe.`, 'sysinv storage.py _create'),
    ]) ?? allowed
  );
}

export function removeJournalVerdict(facts: StorageFacts): Verdict {
  const may = cephHostVerdict(facts);
  if (!may.ok) return may;
  return isLocked(facts.host) ? allowed : lockFirst(facts, 'journals are deleted while it is locked', DELETE);
}

/** constants.SB_STATE_CONFIGURING_ON_UNLOCK: Ceph does not have it yet. */
const isWaiting = ({ state }: StorageFunction): boolean => state === 'configuring-on-unlock';

/** Ceph of a standard cloud never gives an OSD back; a simplex and Rook do. */
export function removeOsdVerdict(own: StorageFunction, facts: StorageFacts): Verdict {
  const may = cephHostVerdict(facts);
  if (!may.ok) return may;
  const kind = cephKind(facts);
  if (kind === null) return allowed;
  if (kind === 'rook') return removeRookOsdVerdict(own, facts);
  const locked = isLocked(facts.host)
    ? allowed
    : lockFirst(facts, 'OSDs are deleted while it is locked', DELETE);
  if (isWaiting(own)) return locked;
  if (facts.system === null) return allowed;
  if (!isSimplex(facts.system))
    return denied(
      'Ceph has taken it in: the platform deletes such an OSD on a simplex alone, or with Rook.',
      DELETE,
    );
  const osds = facts.cloud.functions?.filter(isOsd).length ?? null;
  if (osds !== null && osds < 2)
    return denied('It is the only OSD.', 'sysinv storage.py _amount_stors_function_osd_greater_than');
  return locked;
}

function removeRookOsdVerdict(own: StorageFunction, { cloud }: StorageFacts): Verdict {
  if (own.state === 'deleting-with-app' || own.state === 'force-deleting-with-app')
    return denied('It is deleted already, once rook-ceph is applied.', 'sysinv storage.py delete_stor');
  const task = cloud.backends?.find(({ kind }) => kind === 'ceph-rook')?.task ?? null;
  // constants.APP_UPLOAD_IN_PROGRESS, APP_APPLY_IN_PROGRESS …
  if (task !== null && ['uploading', 'applying', 'removing', 'updating', 'recovering'].includes(task))
    return denied(
      `Application rook-ceph is ${task}. Wait until that is done.`,
      'sysinv storage.py delete_stor',
    );
  return allowed;
}

/** The journal of an OSD can be moved, and resized where it is on a disk of journals. */
export function changeJournalVerdict(own: StorageFunction, facts: StorageFacts): Verdict {
  if (!isOsd(own)) return denied('It is a disk of journals: the OSDs say what is on it.');
  const may = addJournalVerdict(facts);
  if (!may.ok) return may;
  const others = facts.storageFunctions.filter(isJournal);
  return others.length === 0 && (own.journal.onId === null || own.journal.onId === own.id)
    ? denied(
        'This host has no disk of journals, and the size of a journal on its own OSD is fixed.',
        'sysinv storage.py patch',
      )
    : allowed;
}

/** MiB that are left on a disk of journals for one more; null: not known. The platform keeps 2 MiB (_check_journal_space). */
export function journalRoomMib(own: StorageFunction, facts: StorageFacts, but?: string): number | null {
  const size = facts.disks.find(({ id }) => id === own.diskId)?.sizeMib ?? null;
  if (size === null) return null;
  const used = facts.storageFunctions
    .filter(({ id, journal }) => journal.onId === own.id && id !== but)
    .reduce((sum, { journal }) => sum + (journal.sizeMib ?? 0), 0);
  return size - used - 2;
}
