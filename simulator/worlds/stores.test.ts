import { describe, expect, it } from 'vitest';
import { WORLD_NAMES, type World, type WorldName } from '../kernel/world';
import { ask, bodyOf, rowsIn } from '../sysinv/ask';
import { SYSTEM_MIB, TABLE_MIB } from '../sysinv/seed/storage/layout';
import { createWorld } from './create';
import { Registry } from './registry';

const worldOf = (name: WorldName, hosts?: number) =>
  createWorld(name, 'stores', { speed: 1, ...(hosts && { hosts }) });
const gets = async (world: World, path: string) => rowsIn(await ask(world, `/v1/${path}`));
type Told = Record<string, unknown>;
const sum = (rows: readonly Told[], column: string) =>
  rows.reduce((all, row) => all + Number(row[column] ?? 0), 0);

describe('the storage of every world adds up', () => {
  it.each(WORLD_NAMES)('%s', async (name) => {
    const world = worldOf(name, name === 'fleet' ? 60 : undefined);
    for (const { row } of world.sysinv.hosts) {
      // The odd rows of spare-0 are there because they do not.
      if (!row.hostname || row.hostname === 'spare-0') continue;
      const of = (kind: string) => gets(world, `ihosts/${row.uuid}/${kind}`);
      const kinds = ['idisks', 'partitions', 'ipvs', 'ilvgs', 'istors', 'host_fs'] as const;
      const [disks = [], parts = [], volumes = [], groups = [], stors = [], fs = []] = await Promise.all(
        kinds.map(of),
      );
      for (const disk of disks) {
        const osd = stors.find(({ uuid, function: what }) => uuid === disk.istor_uuid && what === 'osd');
        const mine = parts.filter(({ idisk_uuid }) => idisk_uuid === disk.uuid);
        const journals = stors.filter(
          (stor) => stor.journal_location === disk.istor_uuid && stor.uuid !== disk.istor_uuid,
        );
        const base = JSON.stringify(disk.capabilities).includes('rootfs') ? SYSTEM_MIB : TABLE_MIB;
        const taken =
          base + sum(mine, 'size_mib') + (disk.istor_uuid ? sum(journals, 'journal_size_mib') : 0);
        const left = osd ? 0 : Number(disk.size_mib) - taken;
        expect([row.hostname, disk.device_node, disk.available_mib]).toEqual([
          row.hostname,
          disk.device_node,
          left,
        ]);
      }
      for (const group of groups) {
        const mine = volumes.filter(({ ilvg_uuid }) => ilvg_uuid === group.uuid);
        expect(group.lvm_vg_total_pe).toBe(sum(mine, 'lvm_pe_total'));
        expect(Number(group.lvm_vg_total_pe) - Number(group.lvm_vg_free_pe)).toBe(
          sum(mine, 'lvm_pe_alloced'),
        );
      }
      for (const volume of volumes) {
        const part = parts.find(({ uuid }) => uuid === volume.disk_or_part_uuid);
        expect(part).toMatchObject({ ipv_uuid: volume.uuid, device_node: volume.lvm_pv_name, status: 1 });
      }
      for (const stor of stors) {
        expect(disks.find(({ uuid }) => uuid === stor.idisk_uuid)?.istor_uuid).toBe(stor.uuid);
      }
      const platform = groups.find(({ lvm_vg_name }) => lvm_vg_name === 'cgts-vg');
      const used = (Number(platform?.lvm_vg_total_pe ?? 0) - Number(platform?.lvm_vg_free_pe ?? 0)) / 32;
      const shared = row.personality === 'controller' ? await gets(world, 'controller_fs') : [];
      const database = Number(shared.find(({ name: what }) => what === 'database')?.size ?? 0);
      const monitors = await of('ceph_mon');
      expect(used).toBe(sum(fs, 'size') + sum(shared, 'size') + database + sum(monitors, 'ceph_mon_gib'));
    }
  });

  it('each OSD has an id of its own, and is in its tier', async () => {
    for (const name of ['standard', 'ceph', 'duplex', 'rook'] as const) {
      const world = worldOf(name);
      const osds = (await gets(world, 'istors')).filter(
        (row) => row.function === 'osd' && row.state === 'configured',
      );
      const ids = osds.map(({ osdid }) => osdid);
      expect(new Set(ids).size).toBe(ids.length);
      for (const tier of await gets(world, 'storage_tiers')) {
        const mine = osds.filter(({ tier_uuid }) => tier_uuid === tier.uuid).map(({ osdid }) => osdid);
        expect([name, tier.name, tier.stors]).toEqual([name, tier.name, mine]);
      }
    }
  });
});

describe('the worlds of storage', () => {
  it('ceph has two groups, two tiers, a journal on every storage host, three monitors', async () => {
    const world = worldOf('ceph');
    const [cluster] = await gets(world, 'clusters');
    const item = bodyOf(await ask(world, `/v1/clusters/${cluster?.uuid}`));
    expect(item).toMatchObject({
      deployment_model: 'storage-nodes',
      peers: [
        { name: 'group-0', hosts: ['storage-0', 'storage-1'] },
        { name: 'group-1', hosts: ['storage-2', 'storage-3'] },
      ],
      tiers: [{ name: 'storage' }, { name: 'gold' }],
    });
    const stors = await gets(world, 'istors');
    const count = (what: string) => stors.filter((row) => row.function === what).length;
    expect([count('osd'), count('journal')]).toEqual([12, 4]);
    expect((await gets(world, 'ceph_mon')).map(({ hostname }) => hostname)).toEqual([
      'controller-0',
      'controller-1',
      'storage-0',
    ]);
    expect((await gets(world, 'storage_ceph')).map(({ tier_name }) => tier_name)).toEqual([
      'storage',
      'gold',
    ]);
  });

  it('rook has its functions on filesystems, and an application', async () => {
    const world = worldOf('rook');
    expect(await gets(world, 'storage_backend')).toMatchObject([
      {
        backend: 'ceph-rook',
        task: 'applied',
        services: 'block,filesystem',
        capabilities: {
          deployment_model: 'controller',
          failure_domain: 'host',
          replication: '2',
          min_replication: '1',
        },
      },
    ]);
    const ceph = (await gets(world, 'host_fs')).filter(({ name }) => name === 'ceph');
    expect(ceph.map(({ capabilities }) => capabilities)).toEqual([
      { functions: ['monitor', 'osd'] },
      { functions: ['monitor', 'osd'] },
    ]);
    expect((await gets(world, 'controller_fs')).at(-1)).toMatchObject({
      name: 'ceph-float',
      capabilities: { functions: ['monitor'] },
    });
    expect(await gets(world, 'ceph_mon')).toEqual([]);
    expect((await gets(world, 'istors')).map(({ journal_path }) => journal_path)).toEqual([null, null]);
    expect((await gets(world, 'apps')).map(({ name }) => name)).toContain('rook-ceph');
  });

  it('lvm has backends lvm and file, and nothing of Ceph', async () => {
    const world = worldOf('lvm');
    expect((await gets(world, 'storage_backend')).map(({ backend }) => backend)).toEqual(['lvm', 'file']);
    for (const kind of ['istors', 'storage_tiers', 'clusters', 'ceph_mon', 'storage_ceph']) {
      expect([kind, await gets(world, kind)]).toEqual([kind, []]);
    }
    expect((await gets(world, 'ilvgs')).map(({ lvm_vg_name }) => lvm_vg_name)).toEqual([
      'cgts-vg',
      'nova-local',
      'csi-data',
    ]);
  });

  it('are chosen by a tag, and a host that reports nothing has none', async () => {
    const registry = new Registry({ world: 'simplex', speed: 1 });
    for (const name of ['ceph', 'rook', 'lvm'] as const) expect(registry.join(`${name}.a`)?.name).toBe(name);
    registry.stop();
    const world = worldOf('standard');
    const discovered = world.sysinv.hosts.find(({ row }) => row.hostname === null);
    expect(await gets(world, `ihosts/${discovered?.row.uuid}/idisks`)).toEqual([]);
  });

  it('standard has rows that a console must survive', async () => {
    const world = worldOf('standard');
    const odd = world.sysinv.byName('spare-0')?.row.uuid;
    const of = (kind: string) => gets(world, `ihosts/${odd}/${kind}`);
    expect(await of('idisks')).toMatchObject([{ size_mib: null, device_path: null }]);
    const partitions = await of('partitions');
    expect(partitions.map(({ status }) => status)).toEqual([99, 0]);
    const disks = await gets(world, 'idisks');
    expect(disks.some(({ uuid }) => uuid === partitions[1]?.idisk_uuid)).toBe(false);
    expect(await of('ilvgs')).toMatchObject([{ vg_state: 'reticulating', lvm_vg_size: null }]);
  });
});
