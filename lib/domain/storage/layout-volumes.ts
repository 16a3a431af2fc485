/** Volume groups and OSDs in the drawing, and what is at their end: filesystems, other volumes, tiers of Ceph. */
import type { Unknown } from '../host';
import { natural } from '../natural';
import { counted } from '../words';
import { type Capacity, capacityOf } from './capacity';
import type { HostFs } from './filesystem';
import { type HostStorage, unreadStorage } from './host-storage';
import { sizeOfMib } from './layout-disks';
import { addBox, addLink, type Drawn, hasBox } from './layout-parts';
import { gibToBytes } from './size';
import { filesystemLook, functionLook, isAskedFor, volumeLook } from './state-look';
import { isOsd, osdName, type StorageFunction } from './storage-function';
import { rowKey } from './storage-href';
import { type PhysicalVolume, PLATFORM_GROUP, type VolumeGroup } from './volume-group';

const unreadGroup = (name: string): string => `unread:vg:${name}`;

export function addVolumes(drawn: Drawn, storage: HostStorage): void {
  for (const group of storage.volumeGroups.toSorted(platformFirst)) addGroup(drawn, group, storage);
  for (const volume of storage.physicalVolumes) addPhysicalVolume(drawn, volume, storage);
  const home = storage.volumeGroups.find(({ name }) => name === PLATFORM_GROUP);
  if (storage.filesystems.length > 0 && !home) addUnread(drawn, PLATFORM_GROUP, storage);
  const from = home ? rowKey('vg', home.id) : unreadGroup(PLATFORM_GROUP);
  for (const fs of storage.filesystems.toSorted((a, b) => natural(a.name, b.name))) addFs(drawn, fs, from);
  for (const group of storage.volumeGroups) addOthers(drawn, group, storage);
}

const platformFirst = (a: VolumeGroup, b: VolumeGroup): number =>
  Number(b.name === PLATFORM_GROUP) - Number(a.name === PLATFORM_GROUP) || natural(a.name, b.name);

const sizeOfGib = (gib: Unknown<number>): Unknown<number> => (gib === null ? null : gibToBytes(gib));

/** Filesystems of the platform all lie in its own group; of others nobody names the volumes. */
export function groupCapacity(
  group: VolumeGroup,
  { filesystems }: Pick<HostStorage, 'filesystems'>,
): Capacity {
  const own = group.name === PLATFORM_GROUP ? filesystems : [];
  return capacityOf(
    group.sizeBytes,
    group.availableBytes,
    own.map((fs) => ({
      ...{ key: rowKey('fs', fs.id), bytes: sizeOfGib(fs.sizeGib) },
      pending: isAskedFor(filesystemLook(fs)),
    })),
  );
}

function addGroup(drawn: Drawn, group: VolumeGroup, storage: HostStorage): void {
  const state = volumeLook(group.state);
  addBox(
    drawn,
    { key: rowKey('vg', group.id), kind: 'vg', column: 2, name: group.name },
    {
      ...{ id: group.id, sizeBytes: group.sizeBytes, capacity: groupCapacity(group, storage), state },
      words: group.logicalVolumes === null ? 'Volumes unknown' : counted(group.logicalVolumes, 'volume'),
      quiet: isAskedFor(state) || state?.look === 'pending',
      find: [group.lvmId, ...Object.values(group.parameters)],
    },
  );
}

/** A group that is named and not there to read. */
function addUnread(drawn: Drawn, name: string, storage: HostStorage): void {
  const failed = unreadStorage(storage, 'volumeGroups') !== null;
  addBox(
    drawn,
    { key: unreadGroup(name), kind: 'unread', column: 2, name },
    { words: failed ? 'Volume groups could not be read' : 'Not among the volume groups', quiet: true },
  );
}

/** A physical volume is the line from what it is on to its group. */
function addPhysicalVolume(drawn: Drawn, volume: PhysicalVolume, storage: HostStorage): void {
  const key = rowKey('pv', volume.id);
  const partition = storage.partitions.find(
    ({ id, physicalVolumeId }) => id === volume.onId || physicalVolumeId === volume.id,
  );
  const places = [
    ...(partition ? [rowKey('partition', partition.id)] : []),
    ...(volume.onId === null ? [] : [rowKey('disk', volume.onId)]),
  ];
  const on = places.find((place) => drawn.boxOf.has(place));
  const state = volumeLook(volume.state);
  const quiet = state?.look === 'pending';
  if (on === undefined) {
    const what = volume.type === 'disk' ? 'disks' : 'partitions';
    addBox(
      drawn,
      { key, kind: 'pv', column: 1, name: volume.name ?? volume.onNode ?? volume.id },
      {
        ...{ id: volume.id, tag: 'pv', sizeBytes: volume.sizeBytes, state, quiet: true },
        words: `What it is on is not among the ${what}`,
      },
    );
  } else drawn.boxOf.set(key, on);
  const group = storage.volumeGroups.find(({ id, name }) =>
    volume.groupId === null ? name === volume.group : id === volume.groupId,
  );
  const name = volume.group ?? volume.groupId;
  if (!group && name !== null) addUnread(drawn, name, storage);
  const to = group ? rowKey('vg', group.id) : name === null ? null : unreadGroup(name);
  if (to !== null) addLink(drawn, on ?? key, to, { quiet });
}

function addFs(drawn: Drawn, fs: HostFs, from: string): void {
  const key = rowKey('fs', fs.id);
  const state = filesystemLook(fs);
  const quiet = isAskedFor(state);
  addBox(
    drawn,
    { key, kind: 'fs', column: 3, name: fs.name },
    {
      ...{ id: fs.id, sizeBytes: sizeOfGib(fs.sizeGib), state, quiet },
      words: fs.functions.join(', '),
      find: [fs.logicalVolume, 'filesystem'],
    },
  );
  addLink(drawn, from, key, { quiet });
}

/** What a group has taken and no filesystem of the platform has. */
function addOthers(drawn: Drawn, group: VolumeGroup, storage: HostStorage): void {
  const { otherBytes } = groupCapacity(group, storage);
  if (otherBytes === null || otherBytes === 0) return;
  const own = group.name === PLATFORM_GROUP ? storage.filesystems.length : 0;
  const count = group.logicalVolumes === null ? null : group.logicalVolumes - own;
  const unread = group.name === PLATFORM_GROUP && unreadStorage(storage, 'filesystems') !== null;
  const [key, from] = [`volumes:${group.id}`, rowKey('vg', group.id)];
  addBox(
    drawn,
    { key, kind: 'volumes', column: 3, name: own > 0 ? 'Other volumes' : 'Volumes' },
    {
      ...{ about: from, sizeBytes: otherBytes },
      words: unread
        ? 'Filesystems could not be read'
        : count !== null && count > 0
          ? counted(count, 'volume')
          : '',
      quiet: unread,
    },
  );
  addLink(drawn, from, key);
}

export function addOsds(drawn: Drawn, storage: HostStorage): void {
  const osds = storage.storageFunctions.filter(isOsd);
  for (const osd of osds.toSorted((a, b) => (a.osdNumber ?? Infinity) - (b.osdNumber ?? Infinity))) {
    addOsd(drawn, osd, storage);
  }
  for (const journal of storage.storageFunctions) {
    // A journal whose disk is not there to read stands alone.
    if (journal.function !== 'journal' || hasBox(drawn, rowKey('journal', journal.id))) continue;
    addBox(
      drawn,
      { key: rowKey('journal', journal.id), kind: 'journal', column: 1, name: 'Journals' },
      { id: journal.id, tag: 'journal', words: 'Its disk is not among the disks', quiet: true },
    );
  }
  for (const osd of osds) {
    const { onId } = osd.journal;
    if (onId === null || onId === osd.id) continue;
    const from = rowKey('journal', onId);
    if (hasBox(drawn, from)) addLink(drawn, from, rowKey('osd', osd.id), { kind: 'journal' });
  }
}

function addOsd(drawn: Drawn, osd: StorageFunction, storage: HostStorage): void {
  const key = rowKey('osd', osd.id);
  const state = functionLook(osd);
  const quiet = isAskedFor(state);
  const disk = storage.disks.find(({ id }) => id === osd.diskId);
  addBox(
    drawn,
    { key, kind: 'osd', column: 2, name: osdName(osd) ?? 'OSD' },
    {
      ...{ id: osd.id, sizeBytes: sizeOfMib(disk?.sizeMib ?? null), state, quiet },
      words: disk
        ? osd.tier === null
          ? 'Tier unknown'
          : `Tier ${osd.tier}`
        : 'Its disk is not among the disks',
      find: [osd.tier, osd.journal.path, osd.journal.node],
    },
  );
  if (disk) addLink(drawn, rowKey('disk', disk.id), key, { quiet });
  const tier = osd.tierId ?? osd.tier;
  if (tier === null) return;
  const here = storage.storageFunctions.filter(
    (one) => isOsd(one) && (one.tierId ?? one.tier) === tier,
  ).length;
  addBox(
    drawn,
    { key: `tier:${tier}`, kind: 'tier', column: 3, name: `Ceph, tier ${osd.tier ?? 'unknown'}` },
    { words: `${counted(here, 'OSD')} on this host` },
  );
  addLink(drawn, key, `tier:${tier}`, { quiet });
}
