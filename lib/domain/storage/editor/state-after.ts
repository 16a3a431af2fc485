/** The storage of a host after a call. Ids of what was made are empty: the platform gives them. */
import type { Partition } from '../partition';
import type { StorageFunction } from '../storage-function';
import type { PhysicalVolume, VolumeGroup } from '../volume-group';
import type {
  FunctionCall,
  GroupAdd,
  GroupChange,
  OsdAdd,
  PartitionCreate,
  StorageCall,
  VolumeCall,
} from './calls';
import { deviceId, diskOf, functionOn, isRemoving, partitionOf, type StorageState, volumeOn } from './facts';

const replaced = <T>(rows: readonly T[], old: T | undefined, by: Partial<T>): T[] =>
  rows.map((row) => (row === old ? { ...row, ...by } : row));

export function after<S extends StorageState>(call: StorageCall, state: S): S {
  switch (call.do) {
    case 'partition.create':
      return { ...state, partitions: [...state.partitions, made(call, state)] };
    case 'partition.grow':
      return {
        ...state,
        partitions: replaced(state.partitions, partitionOf(state, call), {
          sizeMib: call.sizeMib,
          status: 5,
        }),
      };
    case 'partition.delete': {
      const own = partitionOf(state, call.on);
      return { ...state, partitions: state.partitions.filter((row) => row !== own) };
    }
    case 'group.add':
      return {
        ...state,
        volumeGroups: [...state.volumeGroups.filter(({ name }) => name !== call.group), group(call)],
      };
    case 'group.remove':
      return {
        ...state,
        volumeGroups: state.volumeGroups.map((row) =>
          row.name === call.group ? { ...row, state: 'removing' } : row,
        ),
        physicalVolumes: state.physicalVolumes.map((row) =>
          row.group === call.group ? { ...row, state: 'removing', groupId: null } : row,
        ),
      };
    case 'group.change':
      return {
        ...state,
        volumeGroups: state.volumeGroups.map((row) => (row.name === call.group ? changed(row, call) : row)),
      };
    case 'volume.add': {
      const again = volumeOn(state, call.on);
      if (again && isRemoving(again))
        return { ...state, physicalVolumes: replaced(state.physicalVolumes, again, { state: 'adding' }) };
      return { ...state, physicalVolumes: [...state.physicalVolumes, volume(call, state)] };
    }
    case 'volume.remove': {
      const own = volumeOn(state, call.on);
      // What was never made is dropped at once (pv.py delete_pv).
      const physicalVolumes =
        own?.state === 'adding'
          ? state.physicalVolumes.filter((row) => row !== own)
          : replaced(state.physicalVolumes, own, { state: 'removing' });
      return { ...state, physicalVolumes };
    }
    case 'osd.add':
    case 'journal.add':
      return { ...state, storageFunctions: [...state.storageFunctions, storageFunction(call, state)] };
    case 'osd.remove':
    case 'journal.remove': {
      const own = functionOn(state, call.disk);
      return { ...state, storageFunctions: state.storageFunctions.filter((row) => row !== own) };
    }
    case 'journal.change': {
      const own = functionOn(state, call.disk);
      if (!own) return state;
      return {
        ...state,
        storageFunctions: replaced(state.storageFunctions, own, { journal: { ...own.journal, ...call.to } }),
      };
    }
    case 'disk.wipe': {
      return { ...state, partitions: state.partitions.filter(({ diskId }) => diskId !== call.disk) };
    }
  }
}

const made = ({ newOn, sizeMib }: PartitionCreate, state: StorageState): Partition => ({
  ...{ id: '', hostId: diskOf(state, newOn)?.hostId ?? null, diskId: newOn, node: null, path: null },
  ...{ startMib: null, endMib: null, sizeMib, typeGuid: null, typeName: null, status: null },
  physicalVolumeId: null,
});

const group = ({ group: name, lvm }: GroupAdd): VolumeGroup => ({
  ...{ id: '', hostId: null, name, state: 'adding', access: null, lvmId: null, sizeBytes: 0 },
  ...{ availableBytes: 0, totalExtents: 0, freeExtents: 0, logicalVolumes: 0, maxLogicalVolumes: 0 },
  ...{ physicalVolumes: 0, maxPhysicalVolumes: 0 },
  parameters: lvm ? { lvm_function: lvm.function, lvm_type: lvm.type } : {},
});

function changed(row: VolumeGroup, { to }: GroupChange): VolumeGroup {
  const { lvm_function, lvm_type, lvm_pool_size, ...others } = row.parameters;
  if (to.function === 'none') return { ...row, parameters: others };
  return {
    ...row,
    parameters: {
      ...row.parameters,
      ...(to.function === undefined ? {} : { lvm_function: to.function, lvm_type: 'thin' }),
      ...(to.poolSizeGib === undefined ? {} : { lvm_pool_size: String(to.poolSizeGib) }),
    },
  };
}

const volume = ({ group: name, on }: VolumeCall, state: StorageState): PhysicalVolume => ({
  ...{ id: '', hostId: null, name: null, state: 'adding', type: 'disk' in on ? 'disk' : 'partition' },
  ...{
    onId: deviceId(state, on) ?? null,
    onNode: null,
    onPath: null,
    groupId: null,
    group: name,
    lvmId: null,
  },
  ...{ sizeBytes: 0, totalExtents: 0, allocatedExtents: 0 },
});

const storageFunction = (call: OsdAdd | FunctionCall, state: StorageState): StorageFunction => ({
  ...{
    id: '',
    hostId: diskOf(state, call.disk)?.hostId ?? null,
    osdNumber: null,
    diskId: call.disk,
    tier: null,
  },
  ...(call.do === 'osd.add'
    ? { function: 'osd', state: null, tierId: call.tier }
    : { function: 'journal', state: 'configured', tierId: null }),
  journal: {
    onId: call.do === 'osd.add' ? call.journal : null,
    sizeMib: call.do === 'osd.add' ? call.journalMib : null,
    ...{ path: null, node: null },
  },
});
