import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../kernel/world';
import { ask, rowsIn } from '../../sysinv/ask';
import { createWorld } from '../create';

type Row = Record<string, unknown>;
const WORLDS: readonly WorldName[] = ['simplex', 'duplex', 'standard', 'fleet', 'dualstack', 'sixonly'];
const worldOf = (name: WorldName) =>
  createWorld(name, 'timing', { speed: 1, ...(name === 'fleet' ? { hosts: 100 } : {}) });
const list = async (world: World, path: string): Promise<Row[]> => rowsIn(await ask(world, `/v1/${path}`));
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The neighbour on the port below an interface (`worker-1/sriov0`). */
async function beyond(world: World, place: string): Promise<Row | undefined> {
  const [host, ifname] = place.split('/');
  const faces = await list(world, `ihosts/${host}/iinterfaces`);
  const uuid = faces.find((row) => row.ifname === ifname)?.uuid;
  const port = (await list(world, `ihosts/${host}/ports`)).find((row) => row.interface_uuid === uuid);
  return (await list(world, `ihosts/${host}/lldp_neighbours`)).find((row) => row.port_uuid === port?.uuid);
}

describe.each(WORLDS)('time in %s', (name) => {
  it('is configured on hosts and interfaces that there are', async () => {
    const world = worldOf(name);
    for (const instance of await list(world, 'ptp_instances')) {
      for (const host of textsOf(instance.hostnames)) expect(world.sysinv.byName(host)).toBeDefined();
    }
    for (const face of await list(world, 'ptp_interfaces')) {
      for (const place of textsOf(face.interface_names)) {
        const [host, ifname] = place.split('/');
        const names = (await list(world, `ihosts/${host}/iinterfaces`)).map((row) => row.ifname);
        expect(names, place).toContain(ifname);
        expect(await beyond(world, place), place).toBeDefined();
      }
    }
  });

  it('goes by cables of which both ends say the same, and no port of a switch has two', async () => {
    const world = worldOf(name);
    const agents = await list(world, 'lldp_agents');
    const neighbours = await list(world, 'lldp_neighbours');
    for (const neighbour of neighbours.filter((row) => row.system_capabilities === 'station')) {
      const far = agents.find((row) => row.port_identifier === neighbour.port_identifier);
      expect(far).toMatchObject({
        system_name: neighbour.system_name,
        chassis_id: neighbour.chassis_id,
        port_name: neighbour.port_description,
      });
      const back = neighbours.find((row) => row.port_uuid === far?.port_uuid);
      const near = agents.find((row) => row.port_uuid === neighbour.port_uuid);
      expect(back?.port_identifier).toBe(near?.port_identifier);
    }
    const far = neighbours.map((row) => `${row.chassis_id} ${row.port_identifier}`);
    expect(new Set(far).size).toBe(far.length);
  });

  it('has its alarms on instances that run there', async () => {
    const world = worldOf(name);
    const instances = await list(world, 'ptp_instances');
    for (const { alarm_id, entity_instance_id } of world.fm.alarms) {
      const [, host, instance] = /^host=([^.]+)\.instance=([^.]+)\./.exec(entity_instance_id) ?? [];
      if (alarm_id !== '100.119' || !host) continue;
      expect(textsOf(instances.find((row) => row.name === instance)?.hostnames)).toContain(host);
    }
  });
});

describe('the tree of standard', () => {
  it.each([
    ['worker-1/sriov0', 'worker-0:nordic-central', 'enp94s0f1'],
    ['worker-2/enp94s0f1', 'worker-1:nordic-central', 'enp94s0f1'],
    ['worker-7/sriov0', 'worker-1:nordic-central', 'enp94s0f2'],
    ['worker-4/sriov0', 'worker-1:nordic-central', 'enp94s0f3'],
    ['worker-6/sriov0', 'worker-5:nordic-central', 'enp94s0f1'],
    ['worker-3/sriov0', 'worker-5:nordic-central', 'enp94s0f2'],
    ['worker-0/sriov0', 'leaf-1', 'worker-0 enp94s0f0'],
    ['controller-0/enp24s0f0', 'leaf-1', 'controller-0 enp24s0f0'],
    ['controller-1/enp24s0f0', 'leaf-1', 'controller-1 enp24s0f0'],
    ['worker-5/sriov0', 'leaf-2', 'worker-5 enp94s0f0'],
  ])('%s is plugged into %s', async (place, system, description) => {
    expect(await beyond(worldOf('standard'), place)).toMatchObject({
      system_name: system,
      port_description: description,
    });
  });

  it('has hosts for PTP that no instance runs on, and rows that a console must survive', async () => {
    const world = worldOf('standard');
    const instances = await list(world, 'ptp_instances');
    const placed = new Set(instances.flatMap((row) => textsOf(row.hostnames)));
    const ptp = world.sysinv.hosts.filter(({ row }) => row.clock_synchronization === 'ptp');
    const loose = ptp.map(({ row }) => row.hostname ?? '').filter((host) => !placed.has(host));
    expect(loose).toEqual(['worker-8', 'worker-9']);
    expect(instances.find((row) => row.parameters === null)).toMatchObject({ service: null });
    expect(instances.map((row) => row.name)).toContain('<b>lab</b>');
    const gone = (await list(world, 'ptp_interfaces')).filter((row) => row.ptp_instance_name === null);
    expect(gone).toHaveLength(1);
    expect(instances.map((row) => row.uuid)).not.toContain(gone[0]?.ptp_instance_uuid);
    expect(new Set(instances.map((row) => row.service))).toEqual(
      new Set(['ptp4l', 'phc2sys', 'ts2phc', 'clock', 'synce4l', 'gnss-monitor', 'dpll-mgr', null]),
    );
  });
});

describe('the configuration of a fleet', () => {
  it('is the same few rows for any number of hosts', async () => {
    const sizes = await Promise.all(
      [100, 1000].map(async (hosts) => {
        const world = createWorld('fleet', 'sized', { speed: 1, hosts });
        const counts = ['ptp_instances', 'ptp_interfaces', 'ptp_parameters'].map(
          async (kind) => (await list(world, kind)).length,
        );
        return Promise.all(counts);
      }),
    );
    expect(sizes[0]).toEqual(sizes[1]);
  });
});
