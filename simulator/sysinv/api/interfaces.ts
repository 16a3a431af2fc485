/** Writes of the interfaces of hosts (sysinv api/controllers/v1/interface.py). A PATCH of PTP interfaces is in ptp-interfaces.ts. */
import type { Call, Reply } from '../../kernel/http';
import type { Caller } from '../../kernel/world';
import { checkVlanId } from '../checks/interface/below';
import { type Draft, draftOf, NUMBERS, type Site, TEXTS, withDefaults } from '../checks/interface/draft';
import { judge } from '../checks/interface/judge';
import { checkMtu } from '../checks/network/data-networks';
import { Refusal, refuse } from '../faults';
import type { Host } from '../host';
import { changeMode, dropInterfaceRow, layOn, macFor } from '../network/pile';
import { interfaceOf, networkTypesOf, newOnHost, perHost, rowsOn, showModes } from '../network/rows';
import type { Row } from '../rows';
import { integerIn } from './body';
import type { RouteOn } from './collections';
import { patchInterface } from './interfaces-patch';
import { bodyFor, textIn } from './ptp-body';
import { ok, wireRow } from './wire';

const ATTRIBUTES = [
  ...TEXTS,
  ...NUMBERS,
  'uuid',
  'imac',
  'schedpolicy',
  'ifcapabilities',
  'forihostid',
  'ihost_uuid',
  'ports',
  'links',
  'uses',
  'usesmodify',
  'used_by',
  'ovs_access',
  'channels',
  'sriov_vf_channels',
  'created_at',
  'updated_at',
];

export function interfaceRoutes(on: RouteOn): void {
  on('POST', '/v1/iinterfaces', post);
  on('PATCH', '/v1/iinterfaces/:id', patchInterface);
  on('DELETE', '/v1/iinterfaces/:id', remove);
}

/** What the platform refuses of a POST is a 400, whatever it is elsewhere; a mistake of its own stays a 500. */
function post(call: Call, caller: Caller): Reply {
  try {
    return create(call, caller);
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 409)) {
      refuse(400, error.faultstring);
    }
    throw error;
  }
}

function create(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'interface', ATTRIBUTES);
  const ref = String(body.ihost_uuid ?? body.forihostid ?? 'None');
  const host = world.sysinv.find(ref);
  if (!host) return refuse(404, `Server ${ref} could not be found.`);
  const uses = named({ world, host }, usesIn(body.uses));
  for (const column of TEXTS) textIn(body, column);
  const numbers = Object.fromEntries(NUMBERS.map((column) => [column, integerIn(body, column)]));
  if (typeof numbers.imtu === 'number') checkMtu(numbers.imtu);
  const given = draftOf({ ...body, ...numbers, uuid: '', uses, used_by: [] });
  checkVlanId(given.iftype, given.vlan_id);
  const draft = withDefaults(given);
  const site: Site = { world, host, op: 'add', draft };
  if (body.ports) refuse(400, 'Every port has an interface already');
  judge(site, uses);
  const imac = macFor(world, host, draft.uses) ?? refuse(500, 'list index out of range');
  const row = rowOf(site, String(imac));
  rowsOn(world, 'iinterfaces', host).push(row);
  layOn(world, host, row, []);
  // The answer is made before the address modes are stored.
  const answer = wireRow(perHost('iinterfaces'), unset(row), call.origin, 'item');
  for (const family of [4, 6] as const) changeMode(world, host, row, family, null);
  return ok(answer);
}

function usesIn(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(String);
  // Own words.
  return refuse(400, `Invalid input for field/attribute uses. Value: '${String(value)}'.`);
}

/** Interfaces below by name, also where the caller gave uuids. */
export function named(
  { world, host }: { world: Site['world']; host: Host },
  refs: readonly string[],
): string[] {
  const rows = rowsOn(world, 'iinterfaces', host);
  return refs.map((ref) => String(rows.find(({ uuid }) => uuid === ref)?.ifname ?? ref));
}

function rowOf({ world, host, draft }: Site, imac: string): Row {
  const row: Row = {
    ...newOnHost(world, 'iinterfaces', host),
    ihost_uuid: host.row.uuid,
    ifname: draft.ifname,
    iftype: draft.iftype,
    imac,
    imtu: draft.imtu,
    ifclass: draft.ifclass,
    schedpolicy: null,
    primary_reselect: draft.primary_reselect,
    forihostid: host.row.id,
    uses: draft.uses,
    used_by: [],
    ptp_role: draft.ptp_role,
    max_tx_rate: draft.max_tx_rate,
    max_rx_rate: draft.max_rx_rate,
    ovs_access: draft.ovs_access,
    channels: null,
    sriov_vf_channels: null,
    ifcapabilities: {},
  };
  return Object.assign(row, columnsOf(draft));
}

/** Columns that depend on type and class: only a bond has a mode, only SR-IOV has VFs, and modes go with pools. */
export function columnsOf(draft: Draft): Omit<Row, 'uuid'> {
  const bond = draft.iftype === 'ae';
  const sriov = draft.ifclass === 'pci-sriov';
  const row: Row = {
    uuid: '',
    ifclass: draft.ifclass,
    aemode: bond ? draft.aemode : null,
    txhashpolicy: bond ? draft.txhashpolicy : null,
    vlan_id: draft.iftype === 'vlan' ? draft.vlan_id : null,
    sriov_numvfs: sriov ? draft.sriov_numvfs : 0,
    sriov_vf_driver: sriov ? draft.sriov_vf_driver : null,
    ipv4_mode: draft.ipv4_mode,
    ipv6_mode: draft.ipv6_mode,
    ipv4_pool: draft.ipv4_pool,
    ipv6_pool: draft.ipv6_pool,
  };
  showModes(row);
  const { uuid: _uuid, ...columns } = row;
  return columns;
}

function unset(row: Row): Row {
  const shown = { ...row };
  for (const key of ['ipv4_mode', 'ipv6_mode']) if (key in shown) shown[key] = null;
  delete shown.ipv4_pool;
  delete shown.ipv6_pool;
  return shown;
}

function remove(call: Call, { world }: Caller): Reply {
  const { row, host } = interfaceOf(world, call.params.id ?? '');
  const free = world.sysinv.isSimplex() && row.ifclass === 'pci-sriov' && row.iftype === 'vf';
  if (!free && host.row.administrative !== 'locked') refuse(400, 'Host must be locked.');
  const users = Array.isArray(row.used_by) ? row.used_by : [];
  if (row.ifclass === 'platform' && row.iftype === 'ae' && users.length > 0) {
    // Own words.
    refuse(400, `Interface ${row.ifname} is used by ${users.join(', ')}`);
  }
  const uses = Array.isArray(row.uses) ? row.uses : [];
  if (row.iftype === 'ethernet' && uses.length === 0) {
    refuse(400, 'Cannot delete a system created ethernet interface');
  }
  const admin = world.sysinv.cloud('networks').find(({ type }) => type === 'admin');
  if (admin?.pool_uuid && !world.sysinv.isSimplex() && networkTypesOf(world, host, row).includes('admin')) {
    // Own words.
    refuse(400, `Interface ${row.ifname} is on network admin, whose address pool is still there`);
  }
  dropInterfaceRow(world, host, row);
  return { status: 204 };
}
