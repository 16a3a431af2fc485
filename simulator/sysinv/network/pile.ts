/** Interfaces lie on each other and name each other: what a write of one does to the rest of the pile. */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { takeAddresses } from '../api/interface-networks';
import { hostsOfPlaces } from '../cloud/timing';
import type { Host } from '../host';
import type { Row } from '../rows';
import { parseIp } from './ip';
import { giveAddress } from './pools';
import { assignmentsOf, removeRow, rowsOn, textOf, textsOf } from './rows';

const USUAL_MTU = 1500;
/** What is on an interface and names it. */
const ON_TOP = ['addresses', 'routes', 'interface_networks', 'interface_datanetworks'];
/** Networks whose addresses outlive an interface. */
const KEPT = ['mgmt', 'cluster-host', 'pxeboot', 'oam'];

/** Lists the interface with those that it uses, and with no others; a bond hands its MTU down. */
export function layOn(world: World, host: Host, row: Row, before: readonly string[]): void {
  const name = String(row.ifname);
  const now = textsOf(row.uses);
  for (const lower of rowsOn(world, 'iinterfaces', host)) {
    const below = String(lower.ifname);
    const users = textsOf(lower.used_by).filter((user) => user !== name);
    if (now.includes(below)) lower.used_by = [...users, name];
    else if (before.includes(below)) lower.used_by = users;
    if (row.iftype !== 'ae') continue;
    if (now.includes(below)) lower.imtu = row.imtu ?? USUAL_MTU;
    else if (before.includes(below)) lower.imtu = USUAL_MTU;
  }
}

/** The MAC of what is below: of a bond the one that the host boots from, or that of the first by name. */
export function macFor(world: World, host: Host, uses: readonly string[]): Json | undefined {
  const lowers = rowsOn(world, 'iinterfaces', host).filter(({ ifname }) => uses.includes(String(ifname)));
  const boot = rowsOn(world, 'ethernet_ports', host).find(({ bootp }) => bootp === 'True');
  const booting = lowers.find(({ uuid }) => uuid === boot?.interface_uuid);
  const first = lowers.toSorted((a, b) => (String(a.ifname) < String(b.ifname) ? -1 : 1))[0];
  return (booting ?? first)?.imac;
}

/** The interfaces on top take the MAC over. */
export function handMacUp(world: World, host: Host, row: Row): void {
  const users = textsOf(row.used_by);
  for (const upper of rowsOn(world, 'iinterfaces', host)) {
    if (users.includes(String(upper.ifname))) upper.imac = row.imac ?? null;
  }
}

/** Everything that names an interface names it anew. */
export function rename(world: World, host: Host, row: Row, from: string, to: string): void {
  const renamed = (list: Json | undefined) => textsOf(list).map((name) => (name === from ? to : name));
  for (const other of rowsOn(world, 'iinterfaces', host)) {
    other.uses = renamed(other.uses);
    other.used_by = renamed(other.used_by);
  }
  for (const segment of ON_TOP) {
    for (const item of rowsOn(world, segment, host)) {
      if (item.interface_uuid === row.uuid) item.ifname = to;
    }
  }
  const place = `${host.row.hostname}/${from}`;
  for (const face of world.sysinv.cloud('ptp_interfaces')) {
    const names = textsOf(face.interface_names);
    face.interface_names = names.map((name) => (name === place ? `${host.row.hostname}/${to}` : name));
  }
}

/** Addresses and routes of one family go, or of both. */
export function dropAddressing(world: World, host: Host, row: Row, families: readonly number[]): void {
  dropRoutes(world, host, row, families);
  const rows = rowsOn(world, 'addresses', host);
  for (const item of rows.filter((one) => isOn(one, row, 'address', families))) removeRow(rows, item);
}

export function dropRoutes(world: World, host: Host, row: Row, families: readonly number[]): void {
  const rows = rowsOn(world, 'routes', host);
  for (const item of rows.filter((one) => isOn(one, row, 'network', families))) removeRow(rows, item);
}

function isOn(item: Row, row: Row, column: string, families: readonly number[]): boolean {
  const family = parseIp(String(item[column]))?.family ?? 0;
  return item.interface_uuid === row.uuid && families.includes(family);
}

/** An address mode that changed: what was there of the family goes, and a pool gives an address. */
export function changeMode(world: World, host: Host, row: Row, family: 4 | 6, before: string | null): void {
  const mode = textOf(row[`ipv${family}_mode`]);
  if (before !== null && (before === 'pool' || mode === null || mode === 'disabled')) {
    dropAddressing(world, host, row, [family]);
  }
  if (mode !== 'pool') return;
  const pool = world.sysinv.cloud('addrpools').find(({ uuid }) => uuid === row[`ipv${family}_pool`]);
  if (pool) giveAddress(world, host, row, pool, null);
}

/** The interface goes with everything on it; platform addresses stay in their pools, members of a bond get their MTU back. */
export function dropInterfaceRow(world: World, host: Host, row: Row): void {
  const networks = assignmentsOf(world, host, row);
  if (row.ifclass === 'platform' && networks.some(({ network_type: type }) => KEPT.includes(String(type)))) {
    for (const { network_uuid: uuid } of networks) takeAddresses(world, host, row, String(uuid));
  }
  for (const segment of ON_TOP) {
    const rows = rowsOn(world, segment, host);
    for (const item of rows.filter((one) => one.interface_uuid === row.uuid)) removeRow(rows, item);
  }
  layOn(world, host, { ...row, uses: [] }, textsOf(row.uses));
  const name = String(row.ifname);
  for (const upper of rowsOn(world, 'iinterfaces', host)) {
    upper.uses = textsOf(upper.uses).filter((below) => below !== name);
  }
  const place = `${host.row.hostname}/${name}`;
  for (const face of world.sysinv.cloud('ptp_interfaces')) {
    const names = textsOf(face.interface_names).filter((other) => other !== place);
    face.interface_names = names;
    face.hostnames = hostsOfPlaces(names);
  }
  removeRow(rowsOn(world, 'iinterfaces', host), row);
}
