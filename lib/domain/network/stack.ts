/**
 * What stands on what: ports, the interfaces on them, the interfaces on those. Interfaces that say nothing a port does not
 * say already are folded into their port: members of a bond, and ports that nobody uses.
 */
import { natural } from '../natural';
import type { HostNetwork } from './host-network';
import { type DataUse, type Interface, isOn, type NetworkUse, type TimingUse } from './interface';
import type { Port } from './port';

export const portKey = (name: string): string => `port:${name}`;
export const interfaceKey = (name: string): string => `if:${name}`;
/** Something that is named and is not there to read. */
export const unreadKey = (name: string): string => `unread:${name}`;

/** What an interface itself is assigned to on this host. */
export type Uses = {
  networks: readonly NetworkUse[];
  dataNetworks: readonly DataUse[];
  timing: readonly { id: string; name: string; instance: string | null }[];
};

export type Stacked = {
  interface: Interface;
  /** Itself, or the port that it is folded into. */
  key: string;
  folded: boolean;
  /** Ports directly below. */
  ports: readonly Port[];
  /** Keys of what is directly below: ports, interfaces, names that are not there. */
  below: readonly string[];
  uses: Uses;
};

export type Stack = {
  /** In natural order of their names. */
  ports: readonly Port[];
  /** By name, in natural order. */
  interfaces: ReadonlyMap<string, Stacked>;
};

type Input = Pick<HostNetwork, 'ports' | 'interfaces' | 'networks' | 'dataNetworks' | 'timing'>;

/** @param host hostname: PTP interfaces name it */
export function stackOf(input: Input, host: string): Stack {
  const ports = input.ports.toSorted((a, b) => natural(a.name, b.name));
  const interfaces = input.interfaces.toSorted((a, b) => natural(a.name, b.name));
  const usesOf = usesByInterface(input, host);
  const above = new Map<string, Interface[]>();
  for (const one of interfaces) {
    for (const name of one.uses) above.set(name, [...(above.get(name) ?? []), one]);
  }
  const found = new Map<string, Stacked>();
  for (const one of interfaces) {
    const own = ports.filter(({ interfaceId }) => interfaceId === one.id);
    const uses = usesOf(one);
    const folded = isFolded(one, own, above.get(one.name) ?? [], uses);
    const key = folded ? portKey(own[0]?.name ?? '') : interfaceKey(one.name);
    found.set(one.name, { interface: one, key, folded, ports: own, below: [], uses });
  }
  for (const [name, one] of found) {
    const lower = one.interface.uses.map((below) => found.get(below)?.key ?? unreadKey(below));
    const below = one.folded ? [] : [...one.ports.map((port) => portKey(port.name)), ...lower];
    found.set(name, { ...one, below });
  }
  return { ports, interfaces: found };
}

/** Does an interface add nothing to its port? */
function isFolded(one: Interface, ports: readonly Port[], above: readonly Interface[], uses: Uses): boolean {
  const [port] = ports;
  if (one.type !== 'ethernet' || one.class !== null || port === undefined || one.uses.length > 0)
    return false;
  if (uses.networks.length + uses.dataNetworks.length + uses.timing.length > 0) return false;
  return above.length > 0 ? above.every(({ type }) => type === 'ae') : one.name === port.name;
}

function usesByInterface(input: Input, host: string): (one: Interface) => Uses {
  return (one) => ({
    networks: input.networks.filter((use) => isOn(use, one)),
    dataNetworks: input.dataNetworks.filter((use) => isOn(use, one)),
    timing: timingOf(input.timing, host, one.name),
  });
}

const timingOf = (all: readonly TimingUse[], host: string, name: string): Uses['timing'] =>
  all.flatMap(({ id, name: ptpInterface, instance, members }) =>
    members.some((member) => member.host === host && member.interface === name)
      ? [{ id, name: ptpInterface, instance }]
      : [],
  );

/** Ports below an interface, however many interfaces are between. Names that lead in a ring end it. */
export function portsBelow(stack: Stack, name: string): Port[] {
  const seen = new Set([name]);
  for (const one of seen) {
    for (const lower of stack.interfaces.get(one)?.interface.uses ?? []) seen.add(lower);
  }
  return [...seen].flatMap((one) => stack.interfaces.get(one)?.ports ?? []);
}

/** Ports that no interface uses: nothing stands on them, and they are assigned to nothing. */
export function isUnused(stack: Stack, port: Port): boolean {
  const own = [...stack.interfaces.values()].find(({ interface: { id } }) => id === port.interfaceId);
  if (!own) return port.interfaceId === null;
  if (!own.folded) return false;
  return ![...stack.interfaces.values()].some(({ interface: { uses } }) => uses.includes(own.interface.name));
}
