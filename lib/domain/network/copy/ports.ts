/** Which port of one host stands for which of another: by name, by PCI address, by what is at the other end of the cable. */

import { natural } from '../../natural';
import { deviceOf, farEnd, isAt, type Neighbour } from '../lldp';
import { type Port, speedWord } from '../port';

export const MAP_WAYS = ['name', 'pci', 'neighbour'] as const;
export type MapWay = (typeof MAP_WAYS)[number];

export type Ported = { ports: readonly Port[]; neighbours: readonly Neighbour[] };

export type PortMatch = {
  /** Of the source. */
  port: Port;
  /** Of the target; null: none. */
  to: Port | null;
  /** Why there is none, or what of the choice is worth a look. */
  note: string | null;
};

/** A person's own choice: name of the port of the source, name of that of the target; null: none. */
export type OwnPorts = ReadonlyMap<string, string | null>;

type Found = { to: Port | null; note: string | null };
const nothing = (note: string): Found => ({ to: null, note });

/**
 * Ports of the source in natural order of their names, each with that of the target. No port of the target stands for two:
 * one that a person chose is taken from the port that had it by itself.
 * @param host the target by name, for what is said
 */
export function mapPorts(
  source: Ported,
  target: Ported,
  by: MapWay,
  own: OwnPorts,
  host: string,
): PortMatch[] {
  const chosen = new Map([...own].flatMap(([from, to]) => (to === null ? [] : [[to, from] as const])));
  return source.ports
    .toSorted((a, b) => natural(a.name, b.name))
    .map((port): PortMatch => {
      const choice = own.get(port.name);
      if (choice !== undefined) {
        const to = target.ports.find(({ name }) => name === choice) ?? null;
        const other = to && chosen.get(to.name);
        if (to && other && other !== port.name)
          return { port, ...nothing(`You gave ${to.name} to ${other}`) };
        return { port, to, note: to ? differing(port, to) : 'Left out by you' };
      }
      const { to, note } = WAYS[by](port, source, target, host);
      const taker = to && chosen.get(to.name);
      if (to && taker) return { port, ...nothing(`You gave ${to.name} to ${taker}`) };
      return { port, to, note: to ? (note ?? differing(port, to)) : note };
    });
}

const WAYS: Record<MapWay, (port: Port, source: Ported, target: Ported, host: string) => Found> = {
  name: (port, _, { ports }, host) => {
    const to = ports.find(({ name }) => name === port.name);
    return to ? { to, note: null } : nothing(`${host} has no port ${port.name}`);
  },
  pci: ({ pciAddress, deviceNumber }, _, { ports }, host) => {
    if (pciAddress === null) return nothing('Its PCI address is not known');
    // Ports of one PCI function share an address, and are told apart by their number.
    const to = ports.find((one) => one.pciAddress === pciAddress && one.deviceNumber === deviceNumber);
    return to ? { to, note: null } : nothing(`${host} has no port at ${pciAddress}`);
  },
  neighbour: byNeighbour,
};

const deviceAt = (port: Port, { neighbours }: Ported): Neighbour | undefined =>
  neighbours.find((one) => isAt(one, port) && deviceOf(one) !== null);

/**
 * The port that hears the same device. Where several do on both hosts, the one of the same name; with other names, and as
 * many on either, the one of the same place among them by PCI address.
 */
function byNeighbour(port: Port, source: Ported, target: Ported, host: string): Found {
  const heard = deviceAt(port, source);
  const device = heard && deviceOf(heard);
  if (!heard || !device) return nothing('It hears no neighbour');
  const name = farEnd(heard).name;
  const hears = (given: Ported) =>
    given.ports
      .filter((one) => {
        const there = deviceAt(one, given);
        return there !== undefined && deviceOf(there) === device;
      })
      .toSorted((a, b) => natural(a.pciAddress ?? a.name, b.pciAddress ?? b.name));
  const [here, there] = [hears(source), hears(target)];
  const [only] = there;
  if (!only) return nothing(`It hears ${name}, which no port of ${host} does`);
  if (here.length === 1 && there.length === 1) return { to: only, note: null };
  const alike = there.find((one) => one.name === port.name);
  if (alike) return { to: alike, note: null };
  const shared = here.some((one) => there.some(({ name: other }) => other === one.name));
  const to = there[here.indexOf(port)];
  if (!shared && here.length === there.length && to) {
    return { to, note: `One of ${there.length} that hear ${name}, in the order of PCI addresses` };
  }
  return nothing(
    here.length === 1
      ? `${there.length} ports of ${host} hear ${name}`
      : `${here.length} ports hear ${name}, and ${there.length} of ${host}`,
  );
}

/** Ports that are not alike can still stand for each other: it is said. */
function differing(port: Port, to: Port): string | null {
  if (port.speedMbps !== null && to.speedMbps !== null && port.speedMbps !== to.speedMbps) {
    return `${speedWord(to.speedMbps)} there, ${speedWord(port.speedMbps)} here`;
  }
  if ((port.vfs.total ?? 0) > 0 && to.vfs.total === 0) return 'No SR-IOV there';
  return null;
}
