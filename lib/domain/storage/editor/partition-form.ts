/**
 * The forms of partitions. Sizes are typed in whole GiB, as the platform's own commands take them; a request says MiB.
 * What is empty is a gap, not a fault.
 */
import { isWorker } from '../../host';
import { type Option, option } from '../../option';
import { type Disk, diskName, isRootDisk } from '../disk';
import type { Partition } from '../partition';
import { gibText, gibToMib, MIB_PER_GIB, wholeGibOfMib } from '../size';
import { LOCAL_GROUP } from '../volume-group';
import type { NewPartition, StorageCall } from './calls';
import { diskOf, groupOf, isRemoving, partitionsOn, type StorageFacts } from './facts';
import { partitionDiskVerdict } from './partition-rules';
import { addLocalGroupVerdict, addToGroupVerdict, waitsForReady } from './volume-rules';
import { briefly } from './words';

/** @property group to add it to; empty: none */
export type PartitionForm = { disk: string; size: string; group: string };
export type PartitionFaults = Partial<Record<keyof PartitionForm, string>>;

export const wholeNumber = (text: string): number | null =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;

const WHOLE = 'A whole number of GiB, 1 or more';

/** @param disk, group chosen before; without a disk the first that has room, the root disk last */
export function newPartitionForm(facts: StorageFacts, disk?: string, group = ''): PartitionForm {
  const roomy = facts.disks.filter((one) => partitionDiskVerdict(one, facts).ok);
  const first = roomy.find((one) => !isRootDisk(one)) ?? roomy[0];
  return { disk: disk ?? first?.id ?? '', size: '', group };
}

/** Groups that a new partition can go to, nova-local also where it has to be added first. */
export function partitionGroupOptions(facts: StorageFacts): Option[] {
  const local = groupOf(facts, LOCAL_GROUP);
  const made =
    (!local || isRemoving(local)) && isWorker(facts.host)
      ? [option(LOCAL_GROUP, briefly(addLocalGroupVerdict(facts)), `${LOCAL_GROUP}, which is added first`)]
      : [];
  const there = facts.volumeGroups
    .filter((own) => !(own === local && made.length > 0))
    .map((own) => option(own.name, briefly(addToGroupVerdict(own, facts))));
  return [option('', null, 'No group yet'), ...made, ...there];
}

/** Whole GiB that can be asked for; null: not known. */
export const mostGib = (disk: Disk | undefined): number | null =>
  disk?.availableMib == null ? null : wholeGibOfMib(disk.availableMib);

/** "102.4 GiB are free on /dev/sda: 102 GiB at most". */
export function sizeHelp(disk: Disk | undefined): string {
  const most = mostGib(disk);
  if (!disk || disk.availableMib === null || most === null) return 'In whole GiB';
  return `${gibText(disk.availableMib)} are free on ${diskName(disk)}: ${most} GiB at most, in whole GiB`;
}

export function partitionFaults(form: PartitionForm, facts: StorageFacts): PartitionFaults {
  const faults: PartitionFaults = {};
  const disk = diskOf(facts, form.disk);
  const disks = disk && partitionDiskVerdict(disk, facts);
  if (disks && !disks.ok) faults.disk = disks.why;
  const most = mostGib(disk);
  const size = wholeNumber(form.size);
  if (form.size.trim() !== '') {
    if (size === null || size < 1) faults.size = WHOLE;
    else if (most !== null && size > most)
      faults.size = `At most ${most}, which is what ${disk ? diskName(disk) : 'the disk'} has free`;
  }
  const group = partitionGroupOptions(facts).find(({ value }) => value === form.group);
  if (group?.why) faults.group = group.why;
  return faults;
}

export function partitionGap(form: PartitionForm): string | null {
  if (form.disk === '') return 'Choose a disk';
  return form.size.trim() === '' ? 'Give it a size' : null;
}

/** @param known uuids of the partitions that the disk had when the form was opened */
export const newPartition = (form: PartitionForm, known: readonly string[]): NewPartition => ({
  newOn: form.disk,
  known,
  sizeMib: gibToMib(wholeNumber(form.size) ?? 0),
});

export const knownPartitions = (facts: StorageFacts, disk: string): string[] =>
  partitionsOn(facts, { id: disk }).map(({ id }) => id);

/** What takes the partition as it is goes along; cgts-vg has to wait until it is ready, which is a job of its own. */
export function partitionPlan(
  form: PartitionForm,
  known: readonly string[],
  facts: StorageFacts,
): StorageCall[] {
  const made = newPartition(form, known);
  const create: StorageCall = { do: 'partition.create', ...made };
  if (form.group === '' || waitsForReady(form.group, facts)) return [create];
  const own = groupOf(facts, form.group);
  const group: StorageCall[] =
    own && !isRemoving(own) ? [] : [{ do: 'group.add', group: form.group, lvm: null }];
  // What may be refused for the group's sake comes before the partition, which cannot be taken back while it is made.
  return [...group, create, { do: 'volume.add', group: form.group, on: made }];
}

/** The group that the partition is added to afterwards, by a sheet of its own; null: none. */
export const addedLater = (form: PartitionForm, facts: StorageFacts): string | null =>
  form.group !== '' && waitsForReady(form.group, facts) ? form.group : null;

/** Whole GiB that a partition can be grown to; null: not known. */
export const mostGrown = (own: Partition, disk: Disk | undefined): number | null =>
  own.sizeMib === null || disk?.availableMib == null ? null : wholeGibOfMib(own.sizeMib + disk.availableMib);

export function growFault(text: string, own: Partition, disk: Disk | undefined): string | null {
  if (text.trim() === '') return null;
  const size = wholeNumber(text);
  if (size === null || size < 1) return WHOLE;
  if (own.sizeMib !== null && gibToMib(size) <= own.sizeMib)
    return `More than ${own.sizeMib / MIB_PER_GIB}: partitions only grow`;
  const most = mostGrown(own, disk);
  return most !== null && size > most ? `At most ${most}, with what is free behind it` : null;
}
