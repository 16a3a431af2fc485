/** What a change to the disks of a host does: what of it is still to do, what takes it back, what is afterwards. */
import type { StepsOf } from '../../steps';
import { isOsd } from '../storage-function';
import type { GroupAdd, GroupParameters, JournalPlace, StorageCall } from './calls';
import { functionOn, groupOf, isRemoving, partitionOf, type StorageState, volumeOn } from './facts';
import { after } from './state-after';

/** constants.PARTITION_DELETING_STATUS, PARTITION_DELETED_STATUS */
const GOES: readonly (number | null)[] = [4, 6];
/** constants.SB_STATE_DELETING_WITH_APP, SB_STATE_FORCE_DELETING_WITH_APP */
const DELETING: readonly (string | null)[] = ['deleting-with-app', 'force-deleting-with-app'];

/** What speaks of something that is not there is sent, and refused; taking it away is done. */
function remaining(call: StorageCall, state: StorageState): StorageCall | null {
  switch (call.do) {
    case 'partition.create':
      return partitionOf(state, call) ? null : call;
    case 'partition.grow': {
      const own = partitionOf(state, call);
      return own?.sizeMib === call.sizeMib ? null : call;
    }
    case 'partition.delete': {
      const own = partitionOf(state, call.on);
      return !own || GOES.includes(own.status) ? null : call;
    }
    case 'group.add': {
      const own = groupOf(state, call.group);
      // One of the name with another function is no success: it is sent, and refused.
      const same =
        own && !isRemoving(own) && (own.parameters.lvm_function ?? null) === (call.lvm?.function ?? null);
      return same ? null : call;
    }
    case 'group.remove': {
      const own = groupOf(state, call.group);
      return !own || isRemoving(own) ? null : call;
    }
    case 'group.change': {
      const to = differingParameters(call.to, groupOf(state, call.group)?.parameters ?? {});
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'volume.add': {
      const own = volumeOn(state, call.on);
      return own && !isRemoving(own) && own.group === call.group ? null : call;
    }
    case 'volume.remove': {
      const own = volumeOn(state, call.on);
      return !own || isRemoving(own) ? null : call;
    }
    case 'osd.add': {
      const own = functionOn(state, call.disk);
      return own && isOsd(own) && (call.tier === null || own.tierId === call.tier) ? null : call;
    }
    case 'journal.add':
      return functionOn(state, call.disk)?.function === 'journal' ? null : call;
    case 'osd.remove':
    case 'journal.remove': {
      const own = functionOn(state, call.disk);
      return !own || DELETING.includes(own.state) ? null : call;
    }
    case 'journal.change': {
      const own = functionOn(state, call.disk);
      const to = own ? differingPlace(call.to, own.journal) : call.to;
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'disk.wipe':
      // Nothing that the platform lists tells a wiped disk from one that is empty.
      return call;
  }
}

function differingParameters(to: GroupParameters, has: Readonly<Record<string, string>>): GroupParameters {
  const own = has.lvm_function ?? 'none';
  return {
    ...(to.function === undefined || to.function === own ? {} : { function: to.function }),
    ...(to.poolSizeGib === undefined || Number(has.lvm_pool_size) === to.poolSizeGib
      ? {}
      : { poolSizeGib: to.poolSizeGib }),
  };
}

const differingPlace = (
  to: JournalPlace,
  has: { onId: string | null; sizeMib: number | null },
): JournalPlace => ({
  ...(to.onId === undefined || to.onId === has.onId ? {} : { onId: to.onId }),
  ...(to.sizeMib === undefined || to.sizeMib === has.sizeMib ? {} : { sizeMib: to.sizeMib }),
});

/** What takes a call back; null: nothing does. */
function inverse(call: StorageCall, before: StorageState): StorageCall | null {
  switch (call.do) {
    case 'partition.create': {
      const { newOn, known, sizeMib } = call;
      return { do: 'partition.delete', on: { newOn, known, sizeMib } };
    }
    // Its physical volumes were let go of as well: adding it again brings back the name alone.
    case 'group.remove':
      return before.physicalVolumes.some(({ group }) => group === call.group)
        ? null
        : { do: 'group.add', group: call.group, lvm: lvmOf(before, call.group) };
    case 'group.add':
      return { do: 'group.remove', group: call.group };
    case 'group.change':
      // Of the pool's size there is no way back, it only grows.
      return call.to.function === undefined || call.to.function === 'none'
        ? null
        : { do: 'group.change', group: call.group, to: { function: 'none' } };
    case 'volume.add':
      return { do: 'volume.remove', group: call.group, on: call.on };
    // Until the unlock that takes it out, adding it again keeps it where it is.
    case 'volume.remove':
      return { do: 'volume.add', group: call.group, on: call.on };
    case 'osd.add':
      return { do: 'osd.remove', disk: call.disk };
    case 'journal.add':
      return { do: 'journal.remove', disk: call.disk };
    case 'journal.remove': {
      const own = functionOn(before, call.disk);
      const used = before.storageFunctions.some(
        ({ id, journal }) => id !== own?.id && journal.onId === own?.id,
      );
      return used ? null : { do: 'journal.add', disk: call.disk };
    }
    case 'journal.change': {
      const own = functionOn(before, call.disk);
      if (!own || own.journal.onId === null) return null;
      const { onId, sizeMib } = own.journal;
      const size = call.to.sizeMib === undefined || sizeMib === null ? {} : { sizeMib };
      return { ...call, to: { ...(call.to.onId === undefined ? {} : { onId }), ...size } };
    }
    case 'partition.grow':
    case 'partition.delete':
    case 'osd.remove':
    case 'disk.wipe':
      return null;
  }
}

function lvmOf(state: StorageState, group: string): GroupAdd['lvm'] {
  const { lvm_function: word, lvm_type: type } = groupOf(state, group)?.parameters ?? {};
  return word === undefined ? null : { function: word, type: type === 'thin' ? 'thin' : 'thick' };
}

/** Each is done whole or not at all. */
const partOf = (): null => null;

export const storageSteps: StepsOf<StorageCall, StorageState> = { remaining, inverse, partOf, after };

/** Calls that nothing takes back, and that take something away which was in use. A name is typed before. */
export const isDestructive = ({ do: verb }: StorageCall): boolean =>
  verb === 'disk.wipe' || verb === 'osd.remove';

/**
 * What is typed before a call that nothing takes back: the host with the device, since every host has a /dev/sdb. null:
 * nothing is typed.
 */
export function nameToType(call: StorageCall, state: StorageState, hostname: string): string | null {
  if (!('disk' in call) || !isDestructive(call)) return null;
  const disk = state.disks.find(({ id }) => id === call.disk);
  return `${hostname}:${disk?.node ?? disk?.path ?? call.disk}`;
}
