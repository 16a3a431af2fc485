import { describe, expect, it } from 'vitest';
import { pathsOf, stepFrom, traceOf } from '../drawing/trace';
import { type StorageLayout, storageLayout } from './layout';
import { storageList } from './layout-list';
import { searchStorage } from './layout-search';
import { BYTES_PER_GIB } from './size';
import * as made from './test-storage';

const GIB = 1024;
const disk = (id: string, more = {}) =>
  made.testDisk({ ...{ id, node: `/dev/${id}`, sizeMib: 100 * GIB, availableMib: 100 * GIB }, ...more });
const partition = (id: string, on: string, more = {}) =>
  made.testPartition({
    ...{ id, diskId: on, node: `/dev/${id}`, sizeMib: 60 * GIB, startMib: null },
    ...more,
  });
const group = (id: string, more = {}) =>
  made.testGroup({ ...{ id, name: id, sizeBytes: 60 * BYTES_PER_GIB, availableBytes: 0 }, ...more });

/** The board: a root disk, a journal disk, three OSDs, an unused disk. */
const board = made.testHostStorage({
  disks: [
    disk('sde'),
    disk('sda', { use: 'rootfs', availableMib: 10 * GIB }),
    disk('nvme0n1', { availableMib: 40 * GIB, type: 'NVME' }),
    ...['sdb', 'sdc', 'sdd'].map((id) => disk(id, { type: 'HDD' })),
  ],
  partitions: [partition('sda4', 'sda', { physicalVolumeId: 'pv-a' })],
  physicalVolumes: [made.testPhysicalVolume({ id: 'pv-a', onId: 'sda4', groupId: 'cgts-vg' })],
  volumeGroups: [group('cgts-vg', { availableBytes: 10 * BYTES_PER_GIB, logicalVolumes: 5 })],
  storageFunctions: [
    made.testStorageFunction({
      id: 'journals',
      function: 'journal',
      osdNumber: null,
      diskId: 'nvme0n1',
      tier: null,
    }),
    ...['sdb', 'sdc', 'sdd'].map((diskId, osdNumber) =>
      made.testStorageFunction({
        ...{ id: `osd-${osdNumber}`, osdNumber, diskId },
        journal: { onId: 'journals', sizeMib: 20 * GIB, path: null, node: null },
      }),
    ),
  ],
  filesystems: [
    made.testHostFs({ id: 'docker', name: 'docker', sizeGib: 30 }),
    made.testHostFs({ id: 'log', name: 'log', sizeGib: 8 }),
  ],
});
const layout = storageLayout(board);
const drawn = ({ nodes }: StorageLayout, column: number) =>
  nodes.filter((node) => node.column === column).map(({ key }) => key);
const linked = ({ links }: StorageLayout, to: string) =>
  links.flatMap((link) => (link.to === to ? `${link.from} ${link.kind}` : []));
const at = ({ byKey }: StorageLayout, key: string) => {
  const node = byKey.get(key);
  if (!node) throw new Error(`${key} is not drawn`);
  return node;
};
const bar = (from: StorageLayout, key: string) =>
  at(from, key).capacity?.bar?.parts.map(({ kind, bytes }) => `${kind} ${bytes / BYTES_PER_GIB}`);

describe('the board', () => {
  it('has what the host has in four columns, what is not used at the end', () => {
    expect(drawn(layout, 0)).toEqual([
      'disk:sda',
      'disk:nvme0n1',
      'disk:sdb',
      'disk:sdc',
      'disk:sdd',
      'disk:sde',
    ]);
    expect(drawn(layout, 1)).toEqual([
      'rest:sda',
      'partition:sda4',
      'free:sda',
      'journal:journals',
      'free:nvme0n1',
      'free:sde',
    ]);
    expect(drawn(layout, 2)).toEqual(['vg:cgts-vg', 'osd:osd-0', 'osd:osd-1', 'osd:osd-2']);
    expect(drawn(layout, 3)).toEqual(['fs:docker', 'fs:log', 'volumes:cgts-vg', 'tier:tier']);
  });

  it('links them', () => {
    expect(linked(layout, 'vg:cgts-vg')).toEqual(['partition:sda4 on']);
    expect(linked(layout, 'fs:docker')).toEqual(['vg:cgts-vg on']);
    expect(linked(layout, 'osd:osd-1')).toEqual(['disk:sdc on', 'journal:journals journal']);
    expect(linked(layout, 'tier:tier')).toEqual(['osd:osd-0 on', 'osd:osd-1 on', 'osd:osd-2 on']);
    expect(layout.boxOf.get('pv:pv-a')).toBe('partition:sda4');
  });

  it('divides the bars', () => {
    expect(bar(layout, 'disk:sda')).toEqual(['named 60', 'other 30', 'free 10']);
    expect(bar(layout, 'disk:nvme0n1')).toEqual(['named 60', 'free 40']);
    expect(bar(layout, 'disk:sdb')).toEqual(['named 100']);
    expect(bar(layout, 'disk:sde')).toEqual(['free 100']);
    expect(bar(layout, 'vg:cgts-vg')).toEqual(['named 30', 'named 8', 'other 12', 'free 10']);
    expect(at(layout, 'volumes:cgts-vg')).toMatchObject({ name: 'Other volumes', words: '3 volumes' });
    expect(at(layout, 'journal:journals')).toMatchObject({
      name: '3 journals',
      sizeBytes: 60 * BYTES_PER_GIB,
    });
    expect(at(layout, 'disk:sde')).toMatchObject({ words: 'SSD, not used', quiet: true });
  });

  it('gives every box of a column a place of its own, inside the drawing', () => {
    for (const column of [0, 1, 2, 3]) {
      const rows = layout.nodes.filter((node) => node.column === column).map(({ row }) => row);
      for (const [n, row] of rows.entries()) {
        expect(row).toBeGreaterThanOrEqual(n === 0 ? 0 : (rows[n - 1] ?? 0) + 1);
        expect(row).toBeLessThanOrEqual(layout.rows - 1);
      }
    }
  });

  it('is followed both ways, and walked', () => {
    expect([...traceOf(layout, ['osd:osd-1']).nodes].sort()).toEqual([
      'disk:nvme0n1',
      'disk:sdc',
      'journal:journals',
      'osd:osd-1',
      'tier:tier',
    ]);
    expect(stepFrom(layout, 'disk:sda', 'ArrowRight')).toBe('partition:sda4');
    expect(stepFrom(layout, 'partition:sda4', 'ArrowRight')).toBe('vg:cgts-vg');
    expect(stepFrom(layout, 'disk:sdb', 'ArrowRight')).toBe('osd:osd-0');
    expect(stepFrom(layout, 'osd:osd-0', 'ArrowDown')).toBe('osd:osd-1');
    expect(pathsOf(layout).map((path) => path.map(({ key }) => key).join(' '))).toContain(
      'disk:sda partition:sda4 vg:cgts-vg fs:docker',
    );
  });

  it('is searched by serial, mount and tier', () => {
    expect(searchStorage(layout, 'hdd')).toEqual(['disk:sdb', 'disk:sdc', 'disk:sdd']);
    expect(searchStorage(layout, 'docker-lv')).toEqual(['fs:docker', 'fs:log']);
    expect(searchStorage(layout, '')).toEqual([]);
  });

  it('is a list of disks on a phone', () => {
    const list = storageList(layout);
    expect(list.map(({ key }) => key)).toEqual(drawn(layout, 0));
    expect(list[0]?.lines.map(({ key, depth }) => `${depth} ${key}`)).toEqual([
      ...['0 disk:sda', '1 rest:sda', '1 partition:sda4', '2 vg:cgts-vg', '3 fs:docker', '3 fs:log'],
      ...['3 volumes:cgts-vg', '1 free:sda'],
    ]);
  });
});

describe('what is odd', () => {
  it('nulls are unknown, not 0, and stand on nothing', () => {
    const odd = storageLayout(
      made.testHostStorage({
        disks: [
          made.testDisk({ id: 'd', node: null, path: null, sizeMib: null, availableMib: null, type: null }),
        ],
        partitions: [
          made.testPartition({ id: 'p', diskId: null, node: null, path: null, sizeMib: null, status: null }),
        ],
        physicalVolumes: [made.testPhysicalVolume({ id: 'v', onId: null, groupId: null, group: null })],
        volumeGroups: [
          made.testGroup({ id: 'g', sizeBytes: null, availableBytes: null, logicalVolumes: null }),
        ],
        storageFunctions: [
          made.testStorageFunction({
            id: 'o',
            osdNumber: null,
            diskId: null,
            tierId: null,
            tier: null,
            state: null,
          }),
          made.testStorageFunction({ id: 'j', function: 'journal', diskId: null, osdNumber: null }),
        ],
        filesystems: [made.testHostFs({ sizeGib: null, state: null })],
      }),
    );
    expect(at(odd, 'disk:d')).toMatchObject({ name: 'd', sizeBytes: null, words: 'Type unknown, not used' });
    expect(at(odd, 'disk:d').capacity?.bar).toBeNull();
    expect(at(odd, 'partition:p')).toMatchObject({ sizeBytes: null, state: null });
    expect(at(odd, 'pv:v').words).toBe('What it is on is not among the partitions');
    expect(at(odd, 'vg:g')).toMatchObject({ words: 'Volumes unknown', sizeBytes: null });
    expect(at(odd, 'osd:o')).toMatchObject({
      name: 'OSD',
      sizeBytes: null,
      words: 'Its disk is not among the disks',
    });
    expect(at(odd, 'journal:j').words).toBe('Its disk is not among the disks');
    expect(at(odd, 'fs:fs-docker').sizeBytes).toBeNull();
    expect(new Set(odd.nodes.map(({ key }) => key)).size).toBe(odd.nodes.length);
  });

  it('nobody is told that a disk is not used while its use could not be read', () => {
    const layoutOf = (unread: 'partitions' | 'storageFunctions') =>
      storageLayout(made.testHostStorage({ disks: [disk('sdb')], unread: [{ part: unread, message: 'x' }] }));
    expect(at(layoutOf('storageFunctions'), 'disk:sdb').words).toBe('SSD, use unknown');
    const taken = storageLayout(
      made.testHostStorage({
        disks: [disk('sdb', { availableMib: 10 * GIB })],
        unread: [{ part: 'partitions', message: 'x' }],
      }),
    );
    expect(at(taken, 'rest:sdb')).toMatchObject({ name: 'Unknown', words: 'Partitions could not be read' });
  });

  it('a group that is named and not there stands in for itself', () => {
    const lost = storageLayout(
      made.testHostStorage({
        partitions: [partition('sdb1', 'gone', { physicalVolumeId: 'pv' })],
        physicalVolumes: [made.testPhysicalVolume({ onId: 'sdb1', groupId: 'g', group: 'nova-local' })],
        filesystems: [made.testHostFs()],
        unread: [{ part: 'volumeGroups', message: 'x' }],
      }),
    );
    expect(linked(lost, 'unread:vg:nova-local')).toEqual(['partition:sdb1 on']);
    expect(at(lost, 'unread:vg:cgts-vg').words).toBe('Volume groups could not be read');
    expect(linked(lost, 'fs:fs-docker')).toEqual(['unread:vg:cgts-vg on']);
  });

  it('what is to come is drawn as such, and takes room only once', () => {
    const pending = storageLayout(
      made.testHostStorage({
        disks: [disk('sdb', { availableMib: 40 * GIB })],
        partitions: [partition('sdb1', 'sdb', { status: 3 })],
        physicalVolumes: [
          made.testPhysicalVolume({ onId: 'sdb1', groupId: 'g', state: 'adding', sizeBytes: 0 }),
        ],
        volumeGroups: [group('g', { state: 'adding', sizeBytes: 0 })],
      }),
    );
    expect(bar(pending, 'disk:sdb')).toEqual(['pending 60', 'free 40']);
    expect(at(pending, 'partition:sdb1')).toMatchObject({
      quiet: true,
      state: { word: 'Creating (on unlock)' },
    });
    expect(at(pending, 'vg:g').capacity?.bar).toBeNull();
    expect(pending.links.find(({ to }) => to === 'vg:g')?.quiet).toBe(true);
  });

  it('filesystems larger than what is taken are said, not drawn beyond the whole', () => {
    const much = storageLayout(
      made.testHostStorage({
        volumeGroups: [group('cgts-vg', { availableBytes: 40 * BYTES_PER_GIB })],
        filesystems: [made.testHostFs({ sizeGib: 30 })],
      }),
    );
    expect(bar(much, 'vg:cgts-vg')).toEqual(['other 20', 'free 40']);
    expect(at(much, 'vg:cgts-vg').capacity?.odds).toHaveLength(1);
    expect(drawn(much, 3)).toEqual(['fs:fs-docker']);
  });

  it('a whole disk is all of an OSD or a physical volume, whatever its table of partitions says', () => {
    const whole = storageLayout(
      made.testHostStorage({
        disks: [disk('sdb')],
        physicalVolumes: [made.testPhysicalVolume({ onId: 'sdb', type: 'disk', groupId: 'g' })],
        volumeGroups: [group('g')],
      }),
    );
    expect(bar(whole, 'disk:sdb')).toEqual(['named 100']);
    expect(linked(whole, 'vg:g')).toEqual(['disk:sdb on']);
    expect(whole.boxOf.get('pv:pv')).toBe('disk:sdb');
  });

  it('a host without disks has nothing drawn', () => {
    expect(storageLayout(made.testHostStorage())).toMatchObject({ nodes: [], links: [], rows: 0 });
  });
});

it('thirty disks are a row each, and fast', () => {
  const many = storageLayout(
    made.testHostStorage({
      disks: Array.from({ length: 30 }, (_, n) => disk(`sd${n}`)),
      storageFunctions: Array.from({ length: 24 }, (_, n) =>
        made.testStorageFunction({ id: `o${n}`, osdNumber: n, diskId: `sd${n}` }),
      ),
    }),
  );
  expect(many.rows).toBe(30);
  expect(drawn(many, 0).slice(0, 2)).toEqual(['disk:sd0', 'disk:sd1']);
});
