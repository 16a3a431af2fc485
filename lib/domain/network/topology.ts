/**
 * The topology of a cloud as one drawing: switches on the left, hosts in the middle, data networks on the right. Hosts of
 * one personality with the same cabling and the same data networks are one box where there are many.
 */
import { natural } from '../natural';
import type { TopologyDevice, TopologyNetwork } from './topology-facts';
import { deviceKey, hostKey, networkKey, type TopologyHost } from './topology-hosts';
import { type HostBox, placeRows } from './topology-place';

export type TopologyKind = 'switch' | 'hosts' | 'network';

export type TopologyNode = {
  key: string;
  kind: TopologyKind;
  /** In rows from the top; halves occur. Data networks: their place among them. */
  row: number;
  name: string;
  about: string;
  /** Of a box of hosts: one, or all that are alike. */
  hosts: readonly TopologyHost[];
};

export type TopologyLink = {
  /** Keys of boxes: of hosts first, but for a cable between hosts, where both are. */
  from: string;
  to: string;
  kind: 'cable' | 'direct' | 'assignment';
  /** Ports or interfaces that it stands for. */
  count: number;
};

export type Topology = {
  nodes: readonly TopologyNode[];
  links: readonly TopologyLink[];
  rows: number;
  byKey: ReadonlyMap<string, TopologyNode>;
};

/** More hosts than these are grouped unless somebody says otherwise. */
export const MANY_HOSTS = 30;

const PLURAL: Record<string, string> = { storage: 'storage hosts', none: 'nodes without personality' };
const pluralOf = (personality: string): string => PLURAL[personality] ?? `${personality}s`;

/** Hosts are alike when these are equal: who they are, what they hear, what they are assigned to. */
function likeness({ personality, cables, assignments }: TopologyHost): string {
  const distinct = (words: readonly string[]) => [...new Set(words)].sort();
  return JSON.stringify([
    personality,
    distinct(cables.map(({ to }) => to)),
    distinct(assignments.map(({ network }) => network)),
  ]);
}

/** @param grouped whether hosts that are alike are one box */
export function topologyOf(
  hosts: readonly TopologyHost[],
  devices: readonly TopologyDevice[],
  networks: readonly TopologyNetwork[],
  grouped: boolean,
): Topology {
  const groups = new Map<string, TopologyHost[]>();
  for (const one of hosts) {
    const key = grouped ? likeness(one) : hostKey(one.host);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const byDevice = new Map(devices.map((device) => [deviceKey(device), device]));
  const boxes = [...groups.values()].map((members) => boxOf(members, byDevice));
  const placed = placeRows(boxes, (key) => byDevice.get(key)?.name ?? key);
  const homes = new Map(boxes.flatMap(({ key, hosts: of }) => of.map(({ host }) => [hostKey(host), key])));
  const nodes: TopologyNode[] = [
    ...placed.switches.map(({ key, row }) => switchNode(key, row, byDevice.get(key))),
    ...placed.boxes.map(({ box, row }) => ({
      ...{ key: box.key, kind: 'hosts' as const, row },
      ...{ name: box.name, about: box.about, hosts: box.hosts },
    })),
    ...networkNodes(hosts, networks),
  ];
  const links = boxes.flatMap((box) => linksOf(box, homes));
  return {
    nodes,
    links: onceEach(links),
    rows: placed.rows,
    byKey: new Map(nodes.map((one) => [one.key, one])),
  };
}

function boxOf(hosts: readonly TopologyHost[], known: ReadonlyMap<string, TopologyDevice>): HostBox {
  const [first] = hosts;
  const switches = new Set(
    hosts.flatMap(({ cables }) => cables.map(({ to }) => to)).filter((to) => known.has(to)),
  );
  const many = hosts.length > 1;
  const personality = first?.personality ?? 'none';
  return {
    // A box keeps its key while its first host stays: what is pinned outlives a host that joins.
    key: first ? (many ? `group:${first.host.id}` : hostKey(first.host)) : '',
    name: many ? `${hosts.length.toLocaleString('en-GB')} ${pluralOf(personality)}` : (first?.name ?? ''),
    about: many ? namesOf(hosts) : personality === 'none' ? 'No personality' : personality,
    hosts,
    switches: [...switches],
  };
}

/** Hosts of one cabling need not be neighbours by number: "worker-1 to worker-19" would claim those in between. */
function namesOf(hosts: readonly TopologyHost[]): string {
  const names = hosts.map(({ name }) => name);
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${(names.length - 2).toLocaleString('en-GB')} more`;
}

function switchNode(key: string, row: number, device: TopologyDevice | undefined): TopologyNode {
  const { id = '', name = key, managementAddress = null } = device ?? {};
  return {
    ...{ key, kind: 'switch', row, name, hosts: [] },
    about: managementAddress ?? (id === name ? '' : id),
  };
}

/** Data networks that there are, and those that interfaces name all the same. */
function networkNodes(hosts: readonly TopologyHost[], networks: readonly TopologyNetwork[]): TopologyNode[] {
  const known = new Map(networks.map((network) => [network.name, network]));
  const named = hosts.flatMap(({ assignments }) => assignments.map(({ network }) => network));
  const names = [...new Set([...known.keys(), ...named])].sort(natural);
  return names.map((name, row) => {
    const network = known.get(name);
    const words = [network?.type, network?.mtu ? `MTU ${network.mtu}` : null].filter(Boolean);
    return {
      ...{ key: networkKey(name), kind: 'network', row, name, hosts: [] },
      about: network ? words.join(', ') : 'Not among the data networks',
    };
  });
}

function linksOf(box: HostBox, homes: ReadonlyMap<string, string>): TopologyLink[] {
  const counts = new Map<string, TopologyLink>();
  const add = (to: string, kind: TopologyLink['kind']) => {
    const known = counts.get(to);
    counts.set(to, { from: box.key, to, kind, count: (known?.count ?? 0) + 1 });
  };
  for (const { cables, assignments } of box.hosts) {
    for (const { to } of cables) {
      // A host that a filter hides is not drawn, and neither is a cable to it.
      if (!to.startsWith('host:')) add(to, 'cable');
      else if (homes.has(to)) add(homes.get(to) ?? to, 'direct');
    }
    for (const { network } of assignments) add(networkKey(network), 'assignment');
  }
  return [...counts.values()];
}

/** Both ends of a cable between hosts tell of it: it is drawn once. */
function onceEach(links: readonly TopologyLink[]): TopologyLink[] {
  const seen = new Set<string>();
  return links.filter(({ kind, from, to }) => {
    if (kind !== 'direct') return true;
    const key = [from, to].sort().join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
