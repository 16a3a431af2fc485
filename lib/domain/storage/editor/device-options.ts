/** Disks and partitions to choose from, each with what it is and why it cannot be chosen. */
import { type Option, option } from '../../option';
import { type Disk, diskName } from '../disk';
import { type Partition, partitionName, partitionState } from '../partition';
import { gibText } from '../size';
import type { DeviceRef } from './calls';
import { deviceName, partitionOf, type StorageFacts } from './facts';
import { journalDiskVerdict, osdDiskVerdict } from './osd-rules';
import { partitionDiskVerdict } from './partition-rules';
import { volumeDiskVerdict, volumePartitionVerdict } from './volume-rules';
import { briefly } from './words';

const described = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(', ');

const sizeOf = (mib: number | null, word = ''): string | null =>
  mib === null ? null : `${gibText(mib)}${word}`;

const whole = (disk: Disk): string => described([diskName(disk), disk.type, sizeOf(disk.sizeMib)]);

export const partitionDiskOptions = (facts: StorageFacts): Option[] =>
  facts.disks.map((disk) =>
    option(
      disk.id,
      briefly(partitionDiskVerdict(disk, facts)),
      described([diskName(disk), disk.type, sizeOf(disk.availableMib, ' free')]),
    ),
  );

export const osdDiskOptions = (facts: StorageFacts): Option[] =>
  facts.disks.map((disk) => option(disk.id, briefly(osdDiskVerdict(disk, facts)), whole(disk)));

export const journalDiskOptions = (facts: StorageFacts): Option[] =>
  facts.disks.map((disk) => option(disk.id, briefly(journalDiskVerdict(disk, facts)), whole(disk)));

/** What a field of a form holds for a device. */
const NEW = 'new';
const ofDisk = ({ id }: Disk): string => `disk ${id}`;
const ofPartition = ({ id }: Partition): string => `partition ${id}`;

/** @param preset what was chosen before the form was opened */
export function deviceRef(value: string, preset: DeviceRef | undefined): DeviceRef | null {
  if (value === NEW) return preset ?? null;
  const [kind, id] = value.split(' ');
  if (!id) return null;
  return kind === 'disk' ? { disk: id } : { partition: id };
}

export function deviceValue(ref: DeviceRef | undefined): string {
  if (!ref) return '';
  if ('disk' in ref) return `disk ${ref.disk}`;
  return 'partition' in ref ? `partition ${ref.partition}` : NEW;
}

/** What can be added to a group. A partition that was asked for a moment ago is among them before it has a name. */
export function volumeOptions(group: string, facts: StorageFacts, preset: DeviceRef | undefined): Option[] {
  const fresh = preset && 'newOn' in preset ? preset : undefined;
  const own = fresh && partitionOf(facts, fresh);
  const first = fresh
    ? [
        option(
          NEW,
          own ? briefly(volumePartitionVerdict(own, group, facts)) : 'It is not listed yet',
          described([deviceName(facts, fresh), sizeOf(fresh.sizeMib)]),
        ),
      ]
    : [];
  return [
    ...first,
    ...facts.partitions
      .filter((one) => one !== own)
      .map((one) =>
        option(
          ofPartition(one),
          briefly(volumePartitionVerdict(one, group, facts)),
          described([
            `Partition ${partitionName(one)}`,
            sizeOf(one.sizeMib),
            partitionState(one)?.word.toLowerCase() ?? null,
          ]),
        ),
      ),
    ...facts.disks.map((disk) =>
      option(ofDisk(disk), briefly(volumeDiskVerdict(disk, facts)), `Disk ${whole(disk)}`),
    ),
  ];
}
