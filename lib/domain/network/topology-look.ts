/** Looking at a topology: which hosts a search and filters leave, what is on the way of a box, where a key leads. */
import { SEVERITIES, type Severity } from '../alarm';
import type { Step } from '../drawing/walk';
import type { HostCondition } from '../host';
import { plainIpv6 } from '../plain-ipv6';
import type { Topology, TopologyLink, TopologyNode } from './topology';
import type { TopologyDevice } from './topology-facts';
import { deviceKey, type TopologyHost } from './topology-hosts';

export type TopologyFilter = {
  q: string;
  personality: readonly string[];
  condition: readonly string[];
  network: readonly string[];
  /** Only hosts on which an alarm stands; while alarms could not be read, every host. */
  alarms: boolean;
};

/** Hosts that a filter leaves. Every word has to be found in the host, its cables, or its data networks. */
export function filterHosts(
  hosts: readonly TopologyHost[],
  devices: readonly TopologyDevice[],
  filter: TopologyFilter,
): TopologyHost[] {
  const words = filter.q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => plainIpv6(word) ?? word);
  const addresses = new Map(devices.map((one) => [deviceKey(one), one.managementAddress ?? '']));
  const has = (wanted: readonly string[], own: readonly string[]) =>
    wanted.length === 0 || own.some((one) => wanted.includes(one));
  return hosts.filter(
    (one) =>
      has(filter.personality, [one.personality]) &&
      has(filter.condition, [one.condition]) &&
      has(
        filter.network,
        one.assignments.map(({ network }) => network),
      ) &&
      (!filter.alarms || one.alarms === null || one.worst !== null) &&
      (words.length === 0 || finds(one, addresses, words)),
  );
}

function finds(one: TopologyHost, addresses: ReadonlyMap<string, string>, words: readonly string[]): boolean {
  const text = [
    ...[one.name, one.host.mgmtIp, one.host.mgmtMac, one.personality, one.host.location],
    ...one.cables.flatMap(({ port, name, farPort, to }) => [port, name, farPort, addresses.get(to)]),
    ...one.assignments.flatMap(({ interface: on, network }) => [on, network]),
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** How many hosts of a box are in each state, the worst state first. */
export function conditionsOf(hosts: readonly TopologyHost[]): [HostCondition, number][] {
  const counts = new Map<HostCondition, number>();
  for (const { condition } of hosts) counts.set(condition, (counts.get(condition) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => WORST.indexOf(a) - WORST.indexOf(b));
}

const WORST: readonly HostCondition[] = [
  ...(['failed', 'degraded', 'unknown', 'offline', 'power-off'] as const),
  ...(['in-progress', 'online', 'available'] as const),
];

/** Alarms on the hosts of a box: how many, and how bad the worst is; null where they could not be read. */
export function alarmsOf(hosts: readonly TopologyHost[]): { count: number; worst: Severity | null } | null {
  if (hosts.some(({ alarms }) => alarms === null)) return null;
  const count = hosts.reduce((sum, { alarms }) => sum + (alarms?.length ?? 0), 0);
  return { count, worst: SEVERITIES.find((one) => hosts.some(({ worst }) => worst === one)) ?? null };
}

export type TopologyTrace = { nodes: ReadonlySet<string>; links: ReadonlySet<TopologyLink> };

export const NOT_TRACED: TopologyTrace = { nodes: new Set(), links: new Set() };

/** A box, everything that is linked to it, and of a switch or a data network no more than its hosts. */
export function traceBox({ links, byKey }: Topology, key: string): TopologyTrace {
  if (!byKey.has(key)) return NOT_TRACED;
  const on = links.filter(({ from, to }) => from === key || to === key);
  return { nodes: new Set([key, ...on.flatMap(({ from, to }) => [from, to])]), links: new Set(on) };
}

const ORDER: readonly TopologyNode['kind'][] = ['switch', 'hosts', 'network'];

/** Where a key leads from a box: along a link sideways, else to the nearest box there; in the column up and down. */
export function stepTo({ nodes, links, byKey }: Topology, key: string, step: Step): string | undefined {
  const from = byKey.get(key);
  if (!from) return nodes[0]?.key;
  if (step === 'ArrowLeft' || step === 'ArrowRight') {
    const column = ORDER[ORDER.indexOf(from.kind) + (step === 'ArrowRight' ? 1 : -1)];
    const beside = nodes.filter(({ kind }) => kind === column);
    const linked = beside.filter(({ key: other }) =>
      links.some(
        (link) => (link.from === key && link.to === other) || (link.to === key && link.from === other),
      ),
    );
    return nearest(linked.length > 0 ? linked : beside, from)?.key;
  }
  const column = nodes.filter(({ kind }) => kind === from.kind).toSorted((a, b) => a.row - b.row);
  const at = column.indexOf(from);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: column.length - 1 }[step];
  return column[to]?.key;
}

const nearest = (nodes: readonly TopologyNode[], { row }: TopologyNode): TopologyNode | undefined =>
  nodes.toSorted((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row) || a.row - b.row)[0];
