/** Finds and makes the rows that networking is made of: interfaces, and what is assigned to them. */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { uuidFrom } from '../../worlds/uuid';
import { everywhere, notFound } from '../api/collections';
import { refuse } from '../faults';
import type { Host } from '../host';
import type { HostKind, Kind } from '../kinds';
import { type Row, rowUuid, stamp } from '../rows';
import { cloudKind, hostKind } from '../state';

export const textsOf = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
export const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
export const numberOf = (value: Json | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** A kind that is known to exist; naming one that does not is a mistake of the simulator. */
export function perHost(segment: string): HostKind {
  const kind = hostKind(segment);
  if (!kind) throw new Error(`no kind ${segment}`);
  return kind;
}

export function ofCloud(segment: string): Kind {
  const kind = cloudKind(segment);
  if (!kind) throw new Error(`no kind ${segment}`);
  return kind;
}

/** The rows of a kind on one host, to read and to change. */
export function rowsOn(world: World, segment: string, host: Host): Row[] {
  return world.sysinv.rows(perHost(segment), host);
}

/** An interface by uuid, with its host; 400 when there is none (err-053). */
export function interfaceOf(world: World, uuid: string | null): { row: Row; host: Host } {
  const kind = perHost('iinterfaces');
  const row = world.sysinv.row(kind, uuid ?? '');
  const host = row && world.sysinv.hosts.find(({ row: owner }) => owner.uuid === row.ihost_uuid);
  if (!row || !host) return refuse(400, `No entry found for interface ${uuid ?? 'None'}`);
  return { row, host };
}

/** An interface of a host by name or uuid, as `uses` names them (err-177). */
export function interfaceNamed(world: World, host: Host, ref: string): Row {
  const row = rowsOn(world, 'iinterfaces', host).find(({ uuid, ifname }) => uuid === ref || ifname === ref);
  return row ?? refuse(400, `No entry found for interface ${ref}`);
}

/** A row of the whole cloud, or the refusal that its kind has for an id that nothing has. */
export function cloudRowOf(world: World, segment: string, uuid: string | null): Row {
  const row = world.sysinv.cloud(segment).find((candidate) => candidate.uuid === uuid);
  return row ?? notFound(ofCloud(segment), uuid ?? 'None');
}

/** The start of a row that a caller adds to a host: its uuid says whose it is. */
export function newOnHost(world: World, segment: string, host: Host): Row {
  return {
    uuid: rowUuid(segment, host.row.id, uuidFrom(world.random)),
    created_at: stamp(world.clock.now()),
    updated_at: null,
  };
}

/** The start of a row that a caller adds to the cloud, with its integer id. */
export function newInCloud(world: World, segment: string): Row {
  return {
    id: highest(world.sysinv.cloud(segment)) + 1,
    uuid: uuidFrom(world.random),
    created_at: stamp(world.clock.now()),
    updated_at: null,
  };
}

/** The next integer id of a kind whose rows belong to hosts. */
export function nextOnHosts(world: World, segment: string): number {
  return highest(everywhere(world, perHost(segment))) + 1;
}

function highest(rows: Iterable<Row>): number {
  let top = 0;
  for (const { id } of rows) top = Math.max(top, Number(id ?? 0));
  return top;
}

/** The platform networks that an interface is assigned to, as rows of `interface_networks`. */
export function assignmentsOf(world: World, host: Host, iface: Row): Row[] {
  return rowsOn(world, 'interface_networks', host).filter((row) => row.interface_uuid === iface.uuid);
}

/** Their types: what sysinv calls the `networktypelist` of an interface. */
export function networkTypesOf(world: World, host: Host, iface: Row): string[] {
  return assignmentsOf(world, host, iface).map((row) => String(row.network_type));
}

/** Only platform and data interfaces carry address modes; the others lack the keys (get-166). */
export function showModes(row: Row): void {
  const shown = row.ifclass === 'platform' || row.ifclass === 'data';
  for (const key of ['ipv4_mode', 'ipv6_mode']) {
    if (!shown) delete row[key];
    else if (row[key] === undefined) row[key] = null;
  }
  if (row.ipv4_mode !== 'pool') delete row.ipv4_pool;
  if (row.ipv6_mode !== 'pool') delete row.ipv6_pool;
}

/** Assigning a network to an interface without a class gives it one, before anything else is judged. */
export function giveClass(row: Row, ifclass: 'platform' | 'data'): void {
  row.ifclass = ifclass;
  showModes(row);
}

export function removeRow(rows: Row[], row: Row): void {
  const at = rows.indexOf(row);
  if (at >= 0) rows.splice(at, 1);
}
