/**
 * Cabling that is worth a second look. Observations, not faults: the platform has no rule about any of it, and a pair of
 * switches may well present itself as one.
 */
import type { Host } from '../host';
import { natural } from '../natural';
import type { HostNetwork } from './host-network';
import { deviceOf, farEnd, isAt, isSwitch, type Neighbour } from './lldp';
import type { Port } from './port';
import { isUnused, type Stack, stackOf } from './stack';

export type Observation = {
  /** Unique among those of a host. */
  key: string;
  kind: 'same-switch' | 'other-switch' | 'silent';
  /** Key of the box it is about. */
  at: string;
  what: string;
  why: string;
};

type Input = Omit<HostNetwork, 'unreadable' | 'unreadableInterfaces'>;

/** @param peer hostname of the host that it is compared with; null: there is none */
export function observationsOf(input: Input, host: string, peer: string | null): Observation[] {
  if (input.unread.some(({ part }) => part === 'neighbours')) return [];
  const stack = stackOf(input, host);
  const compared = peer === null || input.unread.some(({ part }) => part === 'peerNeighbours');
  return [...bondsOnOneSwitch(stack, input.neighbours), ...(compared ? [] : differing(stack, input, peer))];
}

/** The switch on a port; of several neighbours the first that forwards. */
const switchAt = (port: Port, heard: readonly Neighbour[]): Neighbour | undefined =>
  heard.find((one) => isAt(one, port) && isSwitch(one.tlvs));

function bondsOnOneSwitch(stack: Stack, heard: readonly Neighbour[]): Observation[] {
  return [...stack.interfaces.values()].flatMap(({ interface: own, key }): Observation[] => {
    if (own.type !== 'ae') return [];
    const ports = own.uses.flatMap((name) => stack.interfaces.get(name)?.ports ?? []);
    const switches = ports.flatMap((port) => switchAt(port, heard) ?? []);
    const devices = new Set(switches.map(deviceOf));
    const [first] = switches;
    // One member unheard is one member unknown.
    if (!first || ports.length < 2 || switches.length < ports.length || devices.size > 1) return [];
    if (deviceOf(first) === null) return [];
    const { name } = farEnd(first);
    return [
      {
        ...{ key: `same-switch ${own.name}`, kind: 'same-switch', at: key },
        what: `${ports.length === 2 ? 'Both' : `All ${ports.length}`} members of ${own.name} hear ${name}.`,
        why: `${ports.map((port) => port.name).join(' and ')} are cabled to one device: ${own.name} does not outlive it. Switches that present themselves as one look the same.`,
      },
    ];
  });
}

/**
 * Ports that hear another switch than the same port of a like host. Only switches that both hosts hear are compared:
 * hosts in different racks have different ones, and that is in order.
 */
function differing(stack: Stack, { neighbours, peerNeighbours }: Input, peer: string): Observation[] {
  const theirs = new Map(
    peerNeighbours.flatMap((one) =>
      one.port !== null && isSwitch(one.tlvs) ? [[one.port, one] as const] : [],
    ),
  );
  const devices = (all: Iterable<Neighbour>) => new Set([...all].flatMap((one) => deviceOf(one) ?? []));
  const heard = devices(neighbours.filter(({ tlvs }) => isSwitch(tlvs)));
  const shared = new Set([...devices(theirs.values())].filter((device) => heard.has(device)));
  return stack.ports.flatMap((port): Observation[] => {
    const there = theirs.get(port.name);
    const device = there && deviceOf(there);
    if (!there || !device) return [];
    const base = { at: `port:${port.name}` } as const;
    const same = `On ${peer}, ${port.name} hears ${farEnd(there).name}.`;
    const here = switchAt(port, neighbours);
    if (!here) {
      if (neighbours.some((one) => isAt(one, port)) || isUnused(stack, port) || !shared.has(device))
        return [];
      const what = `${port.name} hears no neighbour.`;
      return [{ ...base, key: `silent ${port.name}`, kind: 'silent', what, why: same }];
    }
    const own = deviceOf(here);
    if (own === null || own === device || !(shared.has(own) || shared.has(device))) return [];
    const what = `${port.name} hears ${farEnd(here).name}.`;
    return [{ ...base, key: `other-switch ${port.name}`, kind: 'other-switch', what, why: same }];
  });
}

/**
 * The host that another one is compared with: of those of its personality the one whose name comes before, or the first.
 * null: there is none of its kind.
 */
export function peerOf(host: Host, hosts: readonly Host[]): Host | null {
  const { id, hostname, personality } = host;
  if (hostname === null || personality === null) return null;
  const alike = hosts
    .filter((one) => one.id !== id && one.hostname !== null && one.personality === personality)
    .sort((a, b) => natural(a.hostname ?? '', b.hostname ?? ''));
  return alike.findLast((one) => natural(one.hostname ?? '', hostname) < 0) ?? alike[0] ?? null;
}
