/** What a call does, as a step says it: "Add /dev/sdc to nova-local". */
import { gibText } from '../size';
import type { GroupParameters, JournalPlace, StorageCall } from './calls';
import { deviceName, functionName, type StorageState } from './facts';

export function storageCallTitle(call: StorageCall, state: StorageState): string {
  switch (call.do) {
    case 'partition.create':
      return `Create a partition of ${gibText(call.sizeMib)} on ${deviceName(state, { disk: call.newOn })}`;
    case 'partition.grow':
      return `Grow ${deviceName(state, { partition: call.partition })} to ${gibText(call.sizeMib)}`;
    case 'partition.delete':
      return `Delete ${deviceName(state, call.on)}`;
    case 'group.add':
      return `Add volume group ${call.group}`;
    case 'group.remove':
      return `Remove volume group ${call.group}`;
    case 'group.change':
      return `Change ${groupWords(call.to)} of ${call.group}`;
    case 'volume.add':
      return `Add ${deviceName(state, call.on)} to ${call.group}`;
    case 'volume.remove':
      return `Remove ${deviceName(state, call.on)} from ${call.group}`;
    case 'osd.add':
      return `Add an OSD on ${deviceName(state, { disk: call.disk })}`;
    case 'journal.add':
      return `Make ${deviceName(state, { disk: call.disk })} a disk of journals`;
    case 'osd.remove':
    case 'journal.remove':
      return `Delete ${functionName(state, call.disk)}`;
    case 'journal.change':
      return `Change ${journalWords(call.to)} of ${functionName(state, call.disk)}`;
    case 'disk.wipe':
      return `Wipe ${deviceName(state, { disk: call.disk })}`;
  }
}

const groupWords = (to: GroupParameters): string =>
  [to.function === undefined ? null : 'the function', to.poolSizeGib === undefined ? null : 'the pool size']
    .filter(Boolean)
    .join(' and ');

const journalWords = ({ onId, sizeMib }: JournalPlace): string =>
  `${[onId === undefined ? null : 'the place', sizeMib === undefined ? null : 'the size']
    .filter(Boolean)
    .join(' and ')} of the journal`;
