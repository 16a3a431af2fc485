/** Disks in the drawing: with their partitions, journals, what else is taken of them, and what is left. */
import type { Unknown } from '../host';
import { natural } from '../natural';
import { counted } from '../words';
import { type Capacity, type Claim, capacityOf } from './capacity';
import { type Disk, diskName, isRootDisk } from './disk';
import { type HostStorage, unreadStorage } from './host-storage';
import { addBox, addLink, type Drawn } from './layout-parts';
import { type Partition, partitionName } from './partition';
import { BYTES_PER_GIB, mibToBytes } from './size';
import { isAskedFor, partitionLook } from './state-look';
import { isJournal, isOsd } from './storage-function';
import { rowKey } from './storage-href';

/** The platform makes partitions of whole GiB: what is smaller is in the bar, and gets no box. */
const WORTH_A_BOX_BYTES = BYTES_PER_GIB;

export const sizeOfMib = (mib: Unknown<number>): Unknown<number> => (mib === null ? null : mibToBytes(mib));

/** Everything that a disk carries. */
function loadOf(disk: Disk, storage: HostStorage) {
  return {
    partitions: storage.partitions
      .filter(({ diskId }) => diskId === disk.id)
      .toSorted(
        (a, b) => (a.startMib ?? Infinity) - (b.startMib ?? Infinity) || natural(nameOf(a), nameOf(b)),
      ),
    journals: storage.storageFunctions.filter((one) => isJournal(one) && one.diskId === disk.id),
    /** What has all of it. */
    whole: [
      ...storage.storageFunctions.flatMap((one) =>
        isOsd(one) && one.diskId === disk.id ? rowKey('osd', one.id) : [],
      ),
      ...storage.physicalVolumes.flatMap(({ id, onId }) => (onId === disk.id ? rowKey('pv', id) : [])),
    ],
  };
}
type Load = ReturnType<typeof loadOf>;

const nameOf = (partition: Partition): string => partitionName(partition);

/** What OSDs have on a journal's disk, together; null where one of them does not say. */
export function journalBytes(journalId: string, { storageFunctions }: HostStorage): Unknown<number> {
  const sizes = osdsOn(journalId, storageFunctions).map(({ journal }) => journal.sizeMib);
  return sizes.reduce<Unknown<number>>(
    (all, size) => (all === null || size === null ? null : all + mibToBytes(size)),
    0,
  );
}

export const osdsOn = (journalId: string, functions: HostStorage['storageFunctions']) =>
  functions.filter((one) => isOsd(one) && one.journal.onId === journalId && one.id !== journalId);

/** How a disk is divided. An OSD or a physical volume on a whole disk has all of it, whatever its partition table says. */
function diskCapacity(disk: Disk, load: Load, storage: HostStorage): Capacity {
  const size = sizeOfMib(disk.sizeMib);
  const [whole] = load.whole;
  if (whole !== undefined && load.partitions.length === 0) {
    return capacityOf(size, 0, [{ key: whole, bytes: size, pending: false }]);
  }
  const claims: Claim[] = [
    ...load.journals.map(({ id }) => ({
      ...{ key: rowKey('journal', id), bytes: journalBytes(id, storage), pending: false },
    })),
    ...load.partitions.map((one) => ({
      ...{ key: rowKey('partition', one.id), bytes: sizeOfMib(one.sizeMib) },
      pending: isAskedFor(partitionLook(one)),
    })),
  ];
  return capacityOf(size, sizeOfMib(disk.availableMib), claims);
}

const bytesOf = ({ bar }: Capacity, kind: 'other' | 'free'): number =>
  (bar?.parts ?? []).reduce((all, part) => (part.kind === kind ? all + part.bytes : all), 0);

export function addDisk(drawn: Drawn, disk: Disk, storage: HostStorage): void {
  const key = rowKey('disk', disk.id);
  const load = loadOf(disk, storage);
  const capacity = diskCapacity(disk, load, storage);
  const rest =
    load.partitions.length + load.journals.length > 0 || isRootDisk(disk) || load.whole.length === 0;
  const restBytes = rest ? bytesOf(capacity, 'other') : 0;
  const carries = [...load.partitions, ...load.journals, ...load.whole].length > 0;
  const unsure = (['partitions', 'physicalVolumes', 'storageFunctions'] as const).some(
    (part) => unreadStorage(storage, part) !== null,
  );
  const unused = !carries && !isRootDisk(disk) && restBytes < WORTH_A_BOX_BYTES;
  const use = isRootDisk(disk)
    ? 'root disk'
    : load.journals.length > 0
      ? 'journal'
      : unused
        ? unsure
          ? 'use unknown'
          : 'not used'
        : '';
  addBox(
    drawn,
    { key, kind: 'disk', column: 0, name: diskName(disk) },
    {
      ...{ id: disk.id, sizeBytes: sizeOfMib(disk.sizeMib), capacity, quiet: unused },
      words: [disk.type ?? 'Type unknown', use].filter(Boolean).join(', '),
      find: [disk.path, disk.deviceId, disk.wwn, disk.serial, disk.model, disk.use],
    },
  );
  for (const { id } of load.journals) addJournal(drawn, id, key, storage);
  const partitionsUnread = unreadStorage(storage, 'partitions') !== null;
  if (restBytes >= WORTH_A_BOX_BYTES) {
    const rest = `rest:${disk.id}`;
    addBox(
      drawn,
      { key: rest, kind: 'rest', column: 1, name: partitionsUnread ? 'Unknown' : 'Not listed' },
      {
        ...{ about: key, sizeBytes: restBytes, tag: isRootDisk(disk) ? 'system' : '' },
        words: partitionsUnread ? 'Partitions could not be read' : 'Taken, in no listed partition',
        quiet: partitionsUnread,
      },
    );
    addLink(drawn, key, rest, { quiet: partitionsUnread });
  }
  for (const partition of load.partitions) addPartition(drawn, partition, storage);
  const freeBytes = bytesOf(capacity, 'free');
  if (freeBytes >= WORTH_A_BOX_BYTES) {
    const free = `free:${disk.id}`;
    addBox(
      drawn,
      { key: free, kind: 'free', column: 1, name: 'Unallocated' },
      { about: key, sizeBytes: freeBytes, quiet: true },
    );
    addLink(drawn, key, free, { quiet: true });
  }
}

/** With the line from its disk, where that is drawn. */
export function addPartition(drawn: Drawn, partition: Partition, storage: HostStorage): void {
  const key = rowKey('partition', partition.id);
  const state = partitionLook(partition);
  const volume = storage.physicalVolumes.find(
    ({ id, onId }) => onId === partition.id || id === partition.physicalVolumeId,
  );
  const made = !isAskedFor(state);
  const disk = partition.diskId === null ? null : rowKey('disk', partition.diskId);
  addBox(
    drawn,
    { key, kind: 'partition', column: 1, name: partitionName(partition) },
    {
      ...{ id: partition.id, sizeBytes: sizeOfMib(partition.sizeMib), state, quiet: !made },
      tag: volume ? 'pv' : '',
      words: volume ? 'Physical volume' : (partition.typeName ?? 'Type unknown'),
      find: [partition.path, partition.typeGuid, volume?.name ?? null],
    },
  );
  if (disk !== null && drawn.boxOf.has(disk)) addLink(drawn, disk, key, { quiet: !made });
}

function addJournal(drawn: Drawn, id: string, disk: string, storage: HostStorage): void {
  const key = rowKey('journal', id);
  const osds = osdsOn(id, storage.storageFunctions).length;
  addBox(
    drawn,
    { key, kind: 'journal', column: 1, name: osds === 0 ? 'Journals' : counted(osds, 'journal') },
    {
      ...{ id, tag: 'journal', sizeBytes: osds === 0 ? null : journalBytes(id, storage), quiet: osds === 0 },
      words: osds === 0 ? 'No OSD writes here' : '',
    },
  );
  addLink(drawn, disk, key, { quiet: osds === 0 });
}
