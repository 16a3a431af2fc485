/**
 * What a recorded write of networking needs in the simulated cloud: an interface as the recorded one was, names that
 * are free or taken, and rows that nobody uses where the write was accepted.
 */
import type { Json } from '../kernel/json';
import type { World } from '../kernel/world';
import { everywhere } from '../sysinv/api/collections';
import type { Host } from '../sysinv/host';
import { perHost, rowsOn, textsOf } from '../sysinv/network/rows';
import type { Recording } from './recording';

type Row = { [key: string]: Json };

/** Columns of an interface that rules look at, taken over from the recorded one. */
const STATE = ['ifclass', 'imtu', 'sriov_numvfs', 'sriov_vf_driver', 'ipv4_mode', 'ipv6_mode'];

/**
 * The interface of a host that can stand for a recorded one: of its type and class, with nothing below or above
 * where that can be. For a read the
 * class counts most, since columns depend on it; before a write it is made to be of that class.
 */
export function interfaceLike(recorded: Row, host: Host, world: World): Row | undefined {
  const reading = world.tag === '';
  const score = (row: Row) =>
    (row.iftype === recorded.iftype ? 16 : 0) +
    (row.ifclass === recorded.ifclass ? (reading ? 32 : 8) : 0) +
    (free(row) === (recorded.iftype === 'ethernet' && recorded.ifclass !== 'pci-sriov') ? 4 : 0) +
    (row.vlan_id === recorded.vlan_id ? 2 : 0) +
    (row.ifname === recorded.ifname ? 1 : 0) -
    (inBond(row) ? 64 : 0);
  const rows = rowsOn(world, 'iinterfaces', host);
  const bonds = rows.filter(({ iftype }) => iftype === 'ae').flatMap(({ uses }) => textsOf(uses));
  const inBond = (row: Row) => bonds.includes(String(row.ifname));
  return rows.toSorted((a, b) => score(b) - score(a))[0];
}

const free = (row: Row): boolean => textsOf(row.used_by).length === 0 && textsOf(row.uses).length === 0;

/** The stand-in is as the recorded interface was. */
export function makeAlike(row: Row, recorded: Row): void {
  for (const key of STATE) {
    if (key in recorded) row[key] = recorded[key] ?? null;
    else if (key.endsWith('_mode')) delete row[key];
  }
}

/** A name that another interface of the same host has, where the recorded one was refused for that. */
export function withTakenName(operation: Row, world: World, { body }: Recording, path: string): Row {
  if (operation.path !== '/ifname' || !JSON.stringify(body).includes('must be unique')) return operation;
  const uuid = path.split('/')[3];
  const host = world.sysinv.hosts.find((one) =>
    rowsOn(world, 'iinterfaces', one).some((row) => row.uuid === uuid),
  );
  const other =
    host && rowsOn(world, 'iinterfaces', host).find((row) => row.uuid !== uuid && row.iftype === 'vlan');
  return { ...operation, value: other?.ifname ?? null };
}

/** How many VFs the recorded refusal says are left, on the interface that the body names. */
export function arrangeVfs(world: World, host: Host, lower: Row, { body }: Recording): void {
  const left = /available VFs \((\d+)\)/.exec(JSON.stringify(body))?.[1];
  if (left === undefined) return;
  const users = textsOf(lower.used_by);
  const used = rowsOn(world, 'iinterfaces', host)
    .filter(({ ifname }) => users.includes(String(ifname)))
    .reduce((sum, row) => sum + Number(row.sriov_numvfs ?? 0), 0);
  lower.sriov_numvfs = Number(left) + used + 1;
}

/** The segments of what is written on locked hosts. */
const LOCKED = ['iinterfaces', 'interface_networks', 'interface_datanetworks', 'addresses', 'routes'];

/** The host was locked, unless it was that what was refused. */
function arrangeLock(world: World, { body }: Recording): void {
  const refused = JSON.stringify(body).includes('Host must be locked');
  for (const { row } of world.sysinv.hosts) row.administrative = refused ? 'unlocked' : 'locked';
}

/** An assignment of a network to an interface is there already where it was refused for that, and not where it was accepted. */
export function arrangeAssignment(world: World, body: Row, { path, status, body: answer }: Recording): void {
  const segment = path.split('/')[2] ?? '';
  const column = ASSIGNED[segment];
  const host = world.sysinv.hosts.find((one) =>
    rowsOn(world, 'iinterfaces', one).some(({ uuid }) => uuid === body.interface_uuid),
  );
  if (!column || !host) return;
  const rows = rowsOn(world, segment, host);
  const same = rows.filter((row) => row[column] === body[column]);
  for (const row of same) rows.splice(rows.indexOf(row), 1);
  const again = status >= 400 && JSON.stringify(answer).includes('already exists');
  if (again) {
    // What the recordings do not tell of the interface, its assignment tells.
    const iface = rowsOn(world, 'iinterfaces', host).find(({ uuid }) => uuid === body.interface_uuid);
    if (iface) {
      iface.ifclass = segment === 'interface_networks' ? 'platform' : 'data';
      iface.imtu = 9216;
    }
    const uuid = `recorded-${segment}`;
    rows.push({ uuid, interface_uuid: body.interface_uuid ?? null, [column]: body[column] ?? null });
  }
}

const ASSIGNED: Record<string, string> = {
  interface_networks: 'network_uuid',
  interface_datanetworks: 'datanetwork_uuid',
};

/** A write that was accepted found its row unused, and what it names not there yet. */
export function arrangeNetwork(world: World, recording: Recording, path: string): void {
  const { method, status } = recording;
  const [, , segment = '', uuid = ''] = path.split('/');
  if (LOCKED.includes(segment) && method !== 'GET') arrangeLock(world, recording);
  const taken = /Address pool (\S+) already exists/.exec(JSON.stringify(recording.body))?.[1];
  const [pool] = world.sysinv.cloud('addrpools');
  if (taken && pool) pool.name = taken;
  if (status >= 300) return;
  const drop = (rows: Row[], column: string) => {
    for (const row of rows.filter((candidate) => candidate[column] === uuid))
      rows.splice(rows.indexOf(row), 1);
  };
  if (segment === 'datanetworks' && method === 'DELETE') {
    for (const host of world.sysinv.hosts)
      drop(rowsOn(world, 'interface_datanetworks', host), 'datanetwork_uuid');
  }
  if (segment === 'addrpools') {
    drop(world.sysinv.cloud('network_addresspools'), 'address_pool_uuid');
    for (const row of world.sysinv.cloud('networks')) if (row.pool_uuid === uuid) row.pool_uuid = null;
    const used = [...everywhere(world, perHost('addresses'))].filter((row) => row.pool_uuid === uuid);
    for (const row of used) row.pool_uuid = null;
    arrangePool(world, uuid, recording);
  }
  if (segment === 'addresses' && method === 'DELETE') {
    const row = [...everywhere(world, perHost('addresses'))].find((candidate) => candidate.uuid === uuid);
    if (row) row.pool_uuid = null;
    for (const host of world.sysinv.hosts) rowsOn(world, 'routes', host).splice(0);
  }
}

/** The pool was of the recorded network, and kept no address back. */
function arrangePool(world: World, uuid: string, { method, body }: Recording): void {
  const row = world.sysinv.cloud('addrpools').find((candidate) => candidate.uuid === uuid);
  if (!row || method !== 'PATCH' || body === null || typeof body !== 'object' || Array.isArray(body)) return;
  for (const key of ['network', 'prefix', 'family', 'ranges']) row[key] = body[key] ?? null;
  for (const key of Object.keys(row)) if (/_address(_id)?$/.test(key)) row[key] = null;
}

/** An interface that took an address had a static mode; one that took a route had an address of the gateway's subnet. */
export function arrangeAddressing(world: World, body: Row, { path, status }: Recording): void {
  const segment = path.split('/')[2];
  const host = world.sysinv.hosts.find((one) =>
    rowsOn(world, 'iinterfaces', one).some(({ uuid }) => uuid === body.interface_uuid),
  );
  if (status >= 300 || !host) return;
  const iface = rowsOn(world, 'iinterfaces', host).find(({ uuid }) => uuid === body.interface_uuid);
  if (iface) iface.ipv4_mode = 'static';
  const addresses = rowsOn(world, 'addresses', host);
  if (segment === 'addresses') addresses.splice(0);
  if (segment !== 'routes') return;
  const address = String(body.gateway).replace(/\d+$/, '250');
  const uuid = 'recorded-address';
  addresses.push({ uuid, interface_uuid: body.interface_uuid ?? null, address, prefix: 24, pool_uuid: null });
}
