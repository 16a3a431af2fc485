/**
 * Ports below PTP interfaces, and what they hear. Rows of interfaces name neither their ports nor their host, rows of
 * ports name the interface by uuid: `/v1/iinterfaces/detail`, `/v1/ports` and `/v1/lldp_neighbours` of all hosts are
 * read together and joined here, and only what PTP uses goes on. The bare `/v1/iinterfaces` means one host without a name.
 */
import 'server-only';
import { z } from 'zod';
import type { PtpLinks, PtpPort } from '@/lib/domain/clock/ptp-config';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../connection';
import { oddOf, readRows, text } from '../decode';
import { listLldpNeighbours } from './lldp-neighbours';
import { decodePtpInterfaces } from './ptp-interfaces';
import { words } from './ptp-pairs';

const interfaceWire = z.object({
  uuid: z.string(),
  ihost_uuid: z.string(),
  ifname: z.string(),
  /** Names of the interfaces below: an aggregate's members, a VLAN's carrier. */
  uses: words,
});
type Interface = z.infer<typeof interfaceWire>;

const portWire = z.object({
  uuid: z.string(),
  host_uuid: z.string(),
  interface_uuid: text,
  name: z.string(),
  driver: text,
});
type Port = z.infer<typeof portWire>;

/** Decodes rows of `/v1/iinterfaces/detail`, as far as the joining needs them. */
export const decodeCloudInterfaces = (rows: readonly unknown[]) =>
  readRows(rows, interfaceWire, (row) => row, ['ifname']);

/** Decodes rows of `/v1/ports`, as far as the joining needs them. */
export const decodeCloudPorts = (rows: readonly unknown[]) =>
  readRows(rows, portWire, (row) => row, ['name']);

export async function listPtpLinks(connection: Connection): Promise<Result<PtpLinks>> {
  const [ptp, interfaces, ports, lldp] = await Promise.all([
    collect(connection, '/ptp_interfaces', 'ptp_interfaces'),
    collect(connection, '/iinterfaces/detail', 'iinterfaces'),
    collect(connection, '/ports', 'ports'),
    listLldpNeighbours(connection),
  ]);
  if (!ptp.ok) return ptp;
  if (!interfaces.ok) return interfaces;
  if (!ports.ok) return ports;
  if (!lldp.ok) return lldp;
  const wanted = new Set(
    decodePtpInterfaces(ptp.data).rows.flatMap(({ members }) => members.map((member) => member.interface)),
  );
  const read = { interfaces: decodeCloudInterfaces(interfaces.data), ports: decodeCloudPorts(ports.data) };
  const found = joinPorts(read.interfaces.rows, read.ports.rows, wanted);
  const used = new Set(found.map(({ hostId, port }) => `${hostId} ${port}`));
  return ok({
    ports: found,
    neighbours: lldp.data.neighbours.filter(({ hostId, port }) => used.has(`${hostId} ${port}`)),
    unreadable: [
      ...oddOf('link-interface', read.interfaces.unreadable),
      ...oddOf('port', read.ports.unreadable),
      ...oddOf('neighbour', lldp.data.unreadable),
    ],
  });
}

/** Ports below the interfaces of the wanted names, on every host. @param wanted sysinv's interface names */
export function joinPorts(
  interfaces: readonly Interface[],
  ports: readonly Port[],
  wanted: ReadonlySet<string>,
): PtpPort[] {
  const portsOf = new Map<string, Port[]>();
  for (const port of ports) {
    const list = portsOf.get(port.interface_uuid ?? '');
    if (list) list.push(port);
    else portsOf.set(port.interface_uuid ?? '', [port]);
  }
  const byName = new Map(interfaces.map((row) => [`${row.ihost_uuid} ${row.ifname}`, row]));
  return interfaces
    .filter(({ ifname }) => wanted.has(ifname))
    .flatMap((top) =>
      below(top, byName, portsOf).map(
        (port): PtpPort => ({
          hostId: top.ihost_uuid,
          interface: top.ifname,
          port: port.name,
          driver: port.driver,
        }),
      ),
    );
}

/** Ports of an interface and of all that it stands on. Names that lead in a ring end it. */
function below(
  top: Interface,
  byName: ReadonlyMap<string, Interface>,
  portsOf: ReadonlyMap<string, readonly Port[]>,
): Port[] {
  const seen = new Set<Interface>([top]);
  for (const one of seen) {
    for (const name of one.uses) {
      const lower = byName.get(`${one.ihost_uuid} ${name}`);
      if (lower) seen.add(lower);
    }
  }
  return [...seen].flatMap(({ uuid }) => portsOf.get(uuid) ?? []);
}
