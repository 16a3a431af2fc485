/**
 * Cabling as it travels to browsers: thousands of ports and neighbours of which most texts are alike. A text travels once; a host is a row with
 * an `id`, so that of a newer reading only what changed travels (row-patch.ts). `expandLinks` makes ports and neighbours of it.
 */
import type { Unknown } from '../host';
import type { LldpNeighbour, PtpLinks, PtpPort } from './ptp-config';

/** A text by its place in `LinksWire.texts`; -1 is nothing. */
type Text = number;

type HostLinks = {
  /** uuid of the host. */
  id: string;
  ports: readonly (readonly [on: Text, port: Text, driver: Text])[];
  heard: readonly (readonly [port: Text, system: Text, chassis: Text, remote: Text, description: Text])[];
};

export type LinksWire = {
  texts: readonly string[];
  hosts: readonly HostLinks[];
  unreadable: PtpLinks['unreadable'];
};

export function packLinks({ ports, neighbours, unreadable }: PtpLinks): LinksWire {
  const texts = new Map<string, number>();
  const place = (text: Unknown<string>): Text => {
    if (text === null) return -1;
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  type Mutable = { ports: HostLinks['ports'][number][]; heard: HostLinks['heard'][number][] };
  const hosts = new Map<string, Mutable>();
  const of = (id: string): Mutable => {
    const known = hosts.get(id) ?? { ports: [], heard: [] };
    hosts.set(id, known);
    return known;
  };
  for (const one of ports)
    of(one.hostId).ports.push([place(one.interface), place(one.port), place(one.driver)]);
  for (const one of neighbours)
    of(one.hostId).heard.push([
      ...([place(one.port), place(one.systemName), place(one.chassisId)] as const),
      ...([place(one.remotePort), place(one.remotePortDescription)] as const),
    ]);
  return {
    texts: [...texts.keys()],
    hosts: [...hosts].map(([id, links]) => ({ id, ...links })),
    unreadable,
  };
}

const expanded = new WeakMap<LinksWire, PtpLinks>();

/** Ports and neighbours of what travelled; the same object for the same one, so that whoever compares sees no change. */
export function expandLinks(wire: LinksWire): PtpLinks {
  const known = expanded.get(wire);
  if (known) return known;
  const text = (at: Text): Unknown<string> => wire.texts[at] ?? null;
  const links: PtpLinks = {
    ports: wire.hosts.flatMap(({ id, ports }) =>
      ports.map(
        ([on, port, driver]): PtpPort => ({
          ...{ hostId: id, interface: text(on) ?? '', port: text(port) ?? '', driver: text(driver) },
        }),
      ),
    ),
    neighbours: wire.hosts.flatMap(({ id, heard }) =>
      heard.map(
        ([port, system, chassis, remote, description]): LldpNeighbour => ({
          ...{ hostId: id, port: text(port), systemName: text(system), chassisId: text(chassis) },
          ...{ remotePort: text(remote), remotePortDescription: text(description) },
        }),
      ),
    ),
    unreadable: wire.unreadable,
  };
  expanded.set(wire, links);
  return links;
}
