/**
 * The rules of this console beside the refusals of the simulated platform, which know nothing of each other: hosts that
 * are broken at random must look to the one as the other judges them.
 */
import { expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { Host } from '@/lib/domain/host';
import { factsFor, type PreflightFacts, type ReadFacts, requestsFor } from '@/lib/domain/host-facts';
import { refusedCheck, UNLOCK_ORDER } from '@/lib/domain/host-rules/refusals';
import { preflight } from '@/lib/domain/preflight';
import type { Reading } from '@/lib/domain/reading';
import type { Connection } from '@/lib/stx/connection';
import { listHosts } from '@/lib/stx/sysinv/hosts';
import { getSystem } from '@/lib/stx/sysinv/systems';
import type { WorldName } from '@/simulator/kernel/world';
import { ADMIN_PROJECT, ask, logIn } from '@/simulator/testing';

const { isCloudFact, isHostFact, loadCloudFact, loadHostFact } = await import('./host-facts');

type Control = ReturnType<ReturnType<typeof benchOfWrites>['platform']>['control'];
type Break = (control: Control, host: string, where: { tag: string }) => Promise<void>;

const row =
  (segment: string, where: Record<string, unknown>, patch: Record<string, unknown> | null): Break =>
  (control, hostname, at) =>
    control.patchRows(segment, { hostname, where }, patch, at);
const own =
  (patch: Record<string, unknown>): Break =>
  (control, host, at) =>
    control.patchHost(host, patch, at);
const cloud =
  (segment: string, where: Record<string, unknown>, patch: Record<string, unknown>): Break =>
  (control, _host, at) =>
    control.patchRows(segment, { where }, patch, at);
const vswitch = (type: string): Break => cloud('isystems', {}, { capabilities: { vswitch_type: type } });

/** What can be broken; what a world does not have is left as it is. */
const BREAKS: readonly Break[] = [
  own({ install_state: 'failed' }),
  own({ availability: 'offline' }),
  own({ availability: 'power-off' }),
  own({ inv_state: 'reinstalling' }),
  own({ inv_state: null }),
  own({ invprovision: null }),
  own({ clock_synchronization: 'ptp' }),
  own({ subfunctions: null }),
  (control, _host, at) => control.setApp('cert-manager', 'applying', undefined, at),
  (control, host, at) =>
    control.setKube({ state: 'upgrading-kubelets', hosts: { [host]: { status: 'upgrading-kubelet' } } }, at),
  row('ipvs', { lvm_vg_name: 'cgts-vg' }, { lvm_vg_name: 'nova-local' }),
  row('interface_networks', { network_type: 'oam' }, { network_type: 'storage' }),
  row('interface_networks', { network_type: 'mgmt' }, { network_type: 'storage' }),
  row('interface_networks', { network_type: 'cluster-host' }, { network_type: 'storage' }),
  row('iinterfaces', { ifname: 'mgmt0' }, { iftype: 'virtual' }),
  row('iinterfaces', { ifname: 'mgmt0' }, { ipv4_mode: 'static' }),
  row('iinterfaces', { ifname: 'mgmt0' }, { ipv6_mode: 'static' }),
  row('addresses', { ifname: 'mgmt0' }, null),
  row('iinterfaces', { ifname: 'data0' }, { ipv4_mode: 'disabled' }),
  row('iinterfaces', { ifname: 'sriov0' }, { ptp_role: 'slave' }),
  cloud('ptp', {}, { transport: 'udp' }),
  cloud('datanetworks', { name: 'physnet0' }, { network_type: 'vxlan', multicast_group: '239.0.2.1' }),
  cloud('datanetworks', { name: 'physnet1' }, { network_type: 'vxlan', multicast_group: 'ff0e::1' }),
  row('ethernet_ports', { name: 'enp94s0f0' }, { sriov_vfs_pci_address: '0000:5e:01.0' }),
  row('ethernet_ports', { name: 'enp94s0f0' }, { sriov_vf_driver: null }),
  row('ethernet_ports', { name: 'enp94s0f0' }, { driver: 'mlx5_core' }),
  row('iinterfaces', { ifname: 'sriov0' }, { sriov_numvfs: 9 }),
  row('iinterfaces', { ifname: 'sriov0-dpdk' }, { sriov_vf_channels: 9 }),
  row('interface_datanetworks', { ifname: 'sriov0-dpdk' }, { datanetwork_name: 'fronthaul0' }),
  row('iinterfaces', { ifname: 'sriov0' }, { sriov_vf_driver: 'vfio' }),
  row('labels', { label_key: 'sriovdp' }, { label_value: 'disabled' }),
  row('labels', { label_key: 'sriovdp' }, { label_key: 'openstack-compute-node' }),
  row('pci_devices', { pdevice_id: '0d5c' }, { sriov_numvfs: 2 }),
  row('pci_devices', { pdevice_id: '0d5c' }, { extra_info: "{'expected_numvfs': 4}" }),
  row('pci_devices', { pdevice_id: '0d5c' }, { extra_info: null, sriov_vfs_pci_address: '' }),
  row('icpus', { cpu: 5 }, { allocated_function: 'Vswitch' }),
  row('icpus', { numa_node: 1, thread: 0 }, { thread: 1 }),
  vswitch('ovs-dpdk'),
  vswitch('avs'),
  row('imemorys', { numa_node: 0 }, { vm_hugepages_nr_1G_pending: 200 }),
  row('imemorys', { numa_node: 0 }, { vm_hugepages_nr_1G_pending: 20 }),
  row('imemorys', { numa_node: 1 }, { vm_hugepages_nr_2M_pending: 100 }),
  row('imemorys', { numa_node: 1 }, { vm_pending_as_percentage: true, vm_hugepages_nr_2M_pending: 110 }),
  row('imemorys', { numa_node: 0 }, { platform_reserved_mib: 500 }),
  row('imemorys', { numa_node: 0 }, { numa_node: 2, platform_reserved_mib: 500 }),
  row('imemorys', { numa_node: 1 }, { vswitch_hugepages_size_mib: 2 }),
  row('istors', { state: 'configured' }, null),
  row('istors', { state: 'configured' }, { tier_uuid: null }),
  cloud('storage_backend', { backend: 'ceph' }, { state: 'configuring' }),
  cloud('storage_backend', { backend: 'ceph' }, { state: 'configuring', task: 'provision-storage' }),
  row('partitions', { status: 1 }, { status: 4 }),
  row('ilvgs', { lvm_vg_name: 'nova-local' }, null),
  row('ipvs', { lvm_vg_name: 'nova-local' }, null),
  async (control, host, at) => {
    await control.patchHost(host, { invprovision: 'unprovisioned' }, at);
    await control.patchRows(
      'ipvs',
      { hostname: host, where: { lvm_vg_name: 'cgts-vg' } },
      { lvm_pv_size: 1 },
      at,
    );
  },
  async (control, _host, at) => {
    const capabilities = { vswitch_type: 'none', simplex_to_duplex_migration: true };
    await control.patchRows('isystems', { where: {} }, { capabilities }, at);
    await control.patchRows('iextoam', { where: {} }, { oam_c1_ip: null }, at);
  },
  // Nobody but the platform knows.
  (control, host, at) => control.unseen(host, { deploying: true }, at),
  (control, host, at) => control.unseen(host, { kernel: true }, at),
  (control, host, at) => control.unseen(host, { appArmor: true }, at),
  (control, host, at) => control.unseen(host, { manifest: 'platform::config::runtime' }, at),
  (control, host, at) => control.unseen(host, { restoring: true, objection: 'not now' }, at),
];

/** The same numbers in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PLACES: readonly [WorldName, string][] = [
  ['standard', 'worker-1'],
  ['standard', 'storage-0'],
  ['standard', 'controller-1'],
  ['duplex', 'controller-1'],
  ['simplex', 'controller-0'],
  ['rook', 'controller-1'],
];
const CASES = 120;
const bench = benchOfWrites('admin', 'standard');

/** Reads what an unlock leans on, as the page does; USM alone answers nothing. */
async function look(connection: Connection, hostname: string, action: 'unlock' | 'force-unlock') {
  const [hosts, system] = await Promise.all([listHosts(connection), getSystem(connection)]);
  if (!hosts.ok || !system.ok) throw new Error('the cloud could not be read');
  const host = hosts.data.hosts.find((one) => one.hostname === hostname);
  if (!host) throw new Error(`no host ${hostname}`);
  const never = () => Promise.reject(new Error('not asked'));
  const value = { data: hosts.data, asOf: 0, version: '' };
  const list: Reading<typeof hosts.data> = { value, nextInMs: 0, paceMs: 0 };
  const shared = { hosts: async () => list, config: never, links: never };
  const read: ReadFacts = {};
  await Promise.all(
    factsFor(action, host).map(async (name) => {
      if (name === 'alarms') return;
      const answer = isCloudFact(name)
        ? await loadCloudFact(connection, name)
        : isHostFact(name)
          ? await loadHostFact(connection, name, host.id, shared)
          : null;
      if (answer) Object.assign(read, { [name]: answer.ok ? { ok: true, data: answer.data.value } : answer });
    }),
  );
  const facts: PreflightFacts = {
    ...{ host, ...read },
    context: { viewer: bench.session().viewer, system: system.data, hosts: hosts.data.hosts },
  };
  return { host, checks: preflight(action, facts).checks };
}

async function send(token: string, host: Host, action: string): Promise<string | null> {
  const { status, body } = await ask(`${bench.platform().urls.sysinv}/v1/ihosts/${host.id}`, {
    method: 'PATCH',
    token,
    body: JSON.stringify([{ op: 'replace', path: '/action', value: action }]),
  });
  if (status === 200) return null;
  const said = /"faultstring\\?": \\?"(.*?)\\?", \\?"debuginfo/.exec(JSON.stringify(body))?.[1];
  if (status !== 400 || said === undefined) throw new Error(`${status} ${JSON.stringify(body)}`);
  return said.replace(/\\+"/g, '"');
}

/** The connection that the rest of the console has: a token, and where the services are. */
async function connect(tag: string): Promise<Connection> {
  const answer = await logIn(bench.platform(), `admin+${tag}`, { scope: ADMIN_PROJECT });
  const token = answer.headers.get('x-subject-token');
  if (!token) throw new Error(`no token for ${tag}`);
  const { fetchCatalogue } = await import('@/lib/stx/keystone');
  const catalogue = await fetchCatalogue(token, 'req-agreement');
  if (!catalogue.ok) throw new Error(catalogue.error.message);
  return { token, catalogue: catalogue.data, requestId: 'req-agreement' };
}

const LOCKED = {
  administrative: 'locked',
  operational: 'disabled',
  availability: 'online',
  ihost_action: null,
};

it('agrees with the platform on hosts that are broken at random', { timeout: 240_000 }, async () => {
  const { control } = bench.platform();
  const seen = new Set<string>();
  for (let turn = 0; turn < CASES; turn += 1) {
    const roll = dice(turn + 1);
    const [world, hostname] = PLACES[turn % PLACES.length] ?? ['standard', 'worker-1'];
    const tag = `${world}.a${turn}`;
    const connection = await connect(tag);
    const where = { tag };
    await control.setApp('cert-manager', 'applied', undefined, where);
    await control.patchHost(hostname, { ...LOCKED, clock_synchronization: 'ntp' }, where);
    const broken = new Set<number>();
    const breaks = Math.floor(roll() * 4);
    while (broken.size < breaks) broken.add(Math.floor(roll() * BREAKS.length));
    for (const which of broken) {
      await BREAKS[which]?.(control, hostname, where).catch((error: Error) => {
        // Not every host has every row.
        if (!/no row|no host|no application|no such/.test(error.message)) throw error;
      });
    }
    const action = roll() < 0.2 ? 'force-unlock' : 'unlock';
    const { host, checks } = await look(connection, hostname, action);
    const refused = await send(connection.token, host, action);
    const story = `${turn}: ${action} ${hostname} of ${world}, broken ${[...broken].join(', ')}: ${refused ?? 'accepted'}`;
    const blocks = checks.filter(({ outcome }) => outcome === 'block');
    if (refused === null)
      expect(
        blocks.map(({ id }) => id),
        story,
      ).toEqual([]);
    else {
      const line = refusedCheck(action, refused);
      expect(line, story).toBeDefined();
      if (!line) continue;
      seen.add(line.id);
      const mine = checks.find(({ id }) => id === line.id);
      expect(mine?.outcome, `${story} (${line.id})`).toMatch(/^(block|unknown|warn)$/);
      // The platform stops at the first: nothing that this console is sure of may come before it.
      const place = (id: string) => UNLOCK_ORDER.indexOf(id);
      const earlier = blocks.filter(({ id }) => place(id) < place(line.id));
      expect(
        earlier.map(({ id }) => id),
        `${story} (${line.id})`,
      ).toEqual([]);
    }
    expect(requestsFor(action, host)).toBeLessThanOrEqual(36);
    await control.drop(tag);
  }
  // Enough of the lines came up that the agreement means something.
  expect(seen.size).toBeGreaterThan(15);
});
