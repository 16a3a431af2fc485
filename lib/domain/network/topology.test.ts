import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm';
import type { Host } from '../host';
import { testAlarm, testHost } from '../test-facts';
import { topologyOf } from './topology';
import type { PackedCable, PackedUse, TopologyDevice, TopologyFacts } from './topology-facts';
import { deviceKey, hostKey, networkKey, topologyHosts } from './topology-hosts';
import { alarmsOf, conditionsOf, filterHosts, stepTo, type TopologyFilter, traceBox } from './topology-look';
import { topologyRows } from './topology-rows';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const host = (n: number, changes: Partial<Host> = {}): Host =>
  testHost({
    id: uuid(n),
    number: n,
    hostname: `worker-${n}`,
    mgmtIp: `fd02::${n.toString(16)}`,
    ...changes,
  });
const leaf = (n: number): TopologyDevice => ({
  ...{ id: `e8:c1:74:00:00:${n}`, name: `leaf-${n}`, forwards: true, hostname: null },
  managementAddress: `2001:db8::${n}`,
});

type Plan = { host: Host; cables?: PackedCable[]; uses?: PackedUse[] };

function factsOf(plans: readonly Plan[], devices: TopologyDevice[]): TopologyFacts {
  return {
    devices,
    cables: Object.fromEntries(plans.map(({ host: { id }, cables = [] }) => [id, cables])),
    networks: [
      { name: 'physnet0', type: 'vlan', mtu: 9000 },
      { name: 'physnet1', type: 'vlan', mtu: 1500 },
    ],
    uses: Object.fromEntries(plans.map(({ host: { number }, uses = [] }) => [String(number), uses])),
    ...{ unread: [], unreadable: [] },
  };
}

function drawn(plans: readonly Plan[], devices: TopologyDevice[], grouped = false, alarms?: Alarm[]) {
  const facts = factsOf(plans, devices);
  const byHost = new Map(plans.map(({ host: { hostname } }) => [hostname ?? '', [] as Alarm[]]));
  for (const alarm of alarms ?? []) byHost.get(/^host=([^.]+)/.exec(alarm.entity)?.[1] ?? '')?.push(alarm);
  const hosts = topologyHosts(
    facts,
    plans.map((plan) => plan.host),
    alarms ? byHost : null,
  );
  return { hosts, facts, topology: topologyOf(hosts, facts.devices, facts.networks, grouped) };
}

/** Racks of twenty hosts, each behind two leaf switches; every seventh host has other data networks. */
function fleet(size: number) {
  const devices = Array.from({ length: Math.ceil(size / 20) * 2 }, (_, n) => leaf(n + 1));
  const plans = Array.from({ length: size }, (_, n): Plan => {
    const rack = Math.floor(n / 20) * 2;
    return {
      host: host(n, { availability: n === 5 ? 'failed' : 'available' }),
      cables: [
        ['eno1', rack, `Ethernet1/${n}`],
        ['eno2', rack + 1, `Ethernet1/${n}`],
      ],
      uses:
        n % 7 === 0
          ? [
              ['data0', 'physnet0'],
              ['data1', 'physnet1'],
            ]
          : [['data0', 'physnet0']],
    };
  });
  return { plans, devices };
}

describe.each([
  [200, 20],
  [1000, 100],
])('%i hosts', (size, boxes) => {
  const { plans, devices } = fleet(size);
  const { topology } = drawn(plans, devices, true);
  const groups = topology.nodes.filter(({ kind }) => kind === 'hosts');

  it('are two boxes in each rack, every host in one', () => {
    expect(groups.length).toBe(boxes);
    expect(groups.flatMap(({ hosts }) => hosts).length).toBe(size);
    expect(topology.rows).toBe(boxes);
    expect(groups[1]?.name).toBe('17 workers');
    expect(groups[1]?.about).toBe('worker-1, worker-2 and 15 more');
  });

  it('have each box and each switch in a place of its own, lines short', () => {
    const rowsOf = (kind: string) =>
      topology.nodes.filter((node) => node.kind === kind).map(({ row }) => row);
    for (const kind of ['hosts', 'switch']) expect(new Set(rowsOf(kind)).size).toBe(boxes);
    for (const { kind, from, to, count } of topology.links) {
      if (kind !== 'cable') continue;
      const [a, b] = [topology.byKey.get(from), topology.byKey.get(to)];
      expect(Math.abs((a?.row ?? 0) - (b?.row ?? 99))).toBeLessThan(2);
      expect(count).toBe(a?.hosts.length);
    }
  });

  it('show what is wrong with one of many', () => {
    const failed = groups.find(({ hosts }) => hosts.some(({ name }) => name === 'worker-5'));
    expect(conditionsOf(failed?.hosts ?? [])).toEqual([
      ['failed', 1],
      ['available', 16],
    ]);
  });
});

describe('a drawing', () => {
  it('has one line for a cable between two hosts, and a row for a host that hears nothing', () => {
    const other = { ...leaf(9), name: 'worker-2:lab', forwards: false, hostname: 'worker-2' };
    const back = { ...leaf(8), name: 'worker-1:lab', forwards: false, hostname: 'worker-1' };
    const { topology } = drawn(
      [
        { host: host(1), cables: [['p1', 0, 'p2']] },
        { host: host(2), cables: [['p2', 1, 'p1']] },
        { host: host(3) },
      ],
      [other, back],
    );
    expect(topology.links.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['direct', hostKey(host(1)), hostKey(host(2))],
    ]);
    expect(topology.nodes.filter(({ kind }) => kind === 'switch')).toEqual([]);
    expect(topology.rows).toBe(3);
  });

  it('names a device by its chassis where two have one name, and a network that nobody knows', () => {
    const twin = { ...leaf(2), name: 'leaf-1', managementAddress: null };
    const { topology } = drawn(
      [
        {
          host: host(1),
          cables: [
            ['p1', 0, null],
            ['p2', 1, null],
          ],
          uses: [['data0', '<b>gone</b>']],
        },
      ],
      [leaf(1), twin],
    );
    expect(topology.byKey.get(deviceKey(twin))).toMatchObject({ name: 'leaf-1', about: 'e8:c1:74:00:00:2' });
    expect(topology.byKey.get(networkKey('<b>gone</b>'))?.about).toBe('Not among the data networks');
  });

  it('keeps a row whose neighbour is not among the devices', () => {
    const { hosts } = drawn([{ host: host(1), cables: [['p1', 7, null]] }], [leaf(1)]);
    expect(hosts[0]?.cables).toEqual([]);
  });
});

describe('looking at it', () => {
  const { plans, devices } = fleet(40);
  const alarm = testAlarm({ entity: 'host=worker-3', severity: 'major' });
  const { hosts, facts, topology } = drawn(plans, devices, false, [alarm]);
  const none: TopologyFilter = { q: '', personality: [], condition: [], network: [], alarms: false };
  const names = (filter: Partial<TopologyFilter>) =>
    filterHosts(hosts, facts.devices, { ...none, ...filter }).map(({ name }) => name);

  it.each([
    [{ q: 'worker-39' }, ['worker-39']],
    [{ q: 'LEAF-3 Ethernet1/2' }, ['worker-20', ...Array.from({ length: 9 }, (_, n) => `worker-${n + 21}`)]],
    [{ q: '[FD02:0::27]' }, ['worker-39']],
    [{ q: '2001:db8:0::3 worker-2', condition: ['failed'] }, []],
    [{ condition: ['failed'] }, ['worker-5']],
    [{ alarms: true }, ['worker-3']],
    [{ network: ['physnet1'], q: 'leaf-1' }, ['worker-0', 'worker-7', 'worker-14']],
    [{ personality: ['controller'] }, []],
  ])('%o leaves %o', (filter, left) => {
    expect(names(filter)).toEqual(left);
  });

  it('hides no host for alarms that could not be read', () => {
    const unread = drawn(plans, devices);
    expect(filterHosts(unread.hosts, devices, { ...none, alarms: true }).length).toBe(40);
  });

  it('counts alarms, and knows when it does not', () => {
    expect(alarmsOf(hosts)).toEqual({ count: 1, worst: 'major' });
    expect(alarmsOf(drawn(plans, devices).hosts)).toBeNull();
  });

  it('follows a box to its neighbours alone', () => {
    const { nodes, links } = traceBox(topology, deviceKey(leaf(1)));
    expect([nodes.size, links.size]).toEqual([21, 20]);
    const own = traceBox(topology, hostKey(host(7)));
    expect([...own.nodes].sort()).toEqual(
      [
        ...[hostKey(host(7)), deviceKey(leaf(1)), deviceKey(leaf(2))],
        ...[networkKey('physnet0'), networkKey('physnet1')],
      ].sort(),
    );
    expect(traceBox(topology, 'nothing').nodes.size).toBe(0);
  });

  it('walks by keys along lines and through columns', () => {
    const start = hostKey(host(7));
    expect(stepTo(topology, start, 'ArrowLeft')).toBe(deviceKey(leaf(1)));
    expect(stepTo(topology, start, 'ArrowRight')).toBe(networkKey('physnet1'));
    expect(stepTo(topology, start, 'ArrowDown')).toBe(hostKey(host(8)));
    expect(stepTo(topology, deviceKey(leaf(1)), 'ArrowLeft')).toBeUndefined();
    expect(stepTo(topology, deviceKey(leaf(2)), 'End')).toBe(deviceKey(leaf(4)));
    expect(stepTo(topology, 'gone', 'Home')).toBe(topology.nodes[0]?.key);
  });
});

it('is the same lines as rows, hosts without any among them', () => {
  const { hosts } = drawn(
    [{ host: host(1), cables: [['p1', 0, 'Ethernet1']], uses: [['data0', 'physnet0']] }, { host: host(2) }],
    [leaf(1)],
  );
  const rows = topologyRows(hosts);
  expect(rows.map(({ one, kind, on, to, farPort }) => [one.name, kind, on, to, farPort])).toEqual([
    ['worker-1', 'cable', 'p1', 'leaf-1', 'Ethernet1'],
    ['worker-1', 'data network', 'data0', 'physnet0', null],
    ['worker-2', 'none', null, null, null],
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  expect(topologyRows(hosts, false).at(-1)?.kind).toBe('unknown');
});
