/** Writes of volume groups and their physical volumes (sysinv api/controllers/v1/lvg.py, pv.py). */
import type { Call, Reply } from '../../../kernel/http';
import { type Json, parseJson } from '../../../kernel/json';
import type { Caller, World } from '../../../kernel/world';
import {
  CSI,
  checkGroupChange,
  checkGroupHost,
  checkGroupName,
  checkGroupRemoval,
  checkNewGroup,
} from '../../checks/storage/groups';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { newOnHost, perHost, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { dropGroup, freeDevice, provisionGroup } from '../../storage/groups';
import { inService } from '../../storage/jobs';
import { capabilitiesOf, hostNamed, isProvisioned, onHost, stampRow } from '../../storage/rows';
import { notFound, type RouteOn } from '../collections';
import { patchOperations } from '../json-patch';
import { bodyFor, textIn } from '../ptp-body';
import { ok, wireRow } from '../wire';

const ATTRIBUTES = ['uuid', 'ihost_uuid', 'forihostid', 'lvm_vg_name', 'vg_state', 'capabilities'];
/** How long an agent needs for a group, in seconds. */
const WORK = 40;

export function groupRoutes(on: RouteOn): void {
  on('POST', '/v1/ilvgs', post);
  on('PATCH', '/v1/ilvgs/:id', patch);
  on('DELETE', '/v1/ilvgs/:id', remove);
}

const answer = (call: Call, row: Row): Reply => ok(wireRow(perHost('ilvgs'), row, call.origin, 'item'));

function objectOf(value: Json | undefined): { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'lvg', ATTRIBUTES);
  const name = textIn(body, 'lvm_vg_name') ?? 'None';
  const host = hostNamed(world, body.ihost_uuid);
  // Own words.
  if (!host) return refuse(400, 'Invalid data: a volume group needs its host');
  const capabilities = { ...objectOf(body.capabilities) };
  if (capabilities.lvm_function === CSI && !capabilities.lvm_type) capabilities.lvm_type = 'thick';
  checkGroupHost(host, name);
  checkGroupName(name, capabilities);
  checkNewGroup(world, host, name, capabilities);
  const rows = rowsOn(world, 'ilvgs', host);
  const again = rows.find((row) => row.lvm_vg_name === name);
  if (again) {
    stampRow(world, again, { vg_state: 'adding' });
    return answer(call, again);
  }
  const row: Row = {
    ...newOnHost(world, 'ilvgs', host),
    vg_state: 'adding',
    lvm_vg_name: name,
    lvm_vg_uuid: null,
    lvm_vg_access: null,
    lvm_max_lv: 0,
    lvm_cur_lv: 0,
    lvm_max_pv: 0,
    lvm_cur_pv: 0,
    lvm_vg_size: 0,
    lvm_vg_avail_size: 0,
    lvm_vg_total_pe: 0,
    lvm_vg_free_pe: 0,
    capabilities,
    ihost_uuid: host.row.uuid,
  };
  rows.push(row);
  return answer(call, row);
}

function find(world: World, call: Call): { row: Row; host: Host } {
  const id = call.params.id ?? '';
  return onHost(world, 'ilvgs', id) ?? notFound(perHost('ilvgs'), id);
}

/** Capabilities come as the text of a JSON object, as the CLI sends them. */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const { row, host } = find(world, call);
  let capabilities: { [key: string]: Json } = {};
  for (const { path, value } of operations) {
    // Own words.
    if (path !== '/capabilities') refuse(400, `Of a volume group ${path.slice(1)} is not changed`);
    const parsed = typeof value === 'string' ? parseJson(Buffer.from(value)) : value;
    if (parsed === undefined) refuse(500, 'The capabilities are not JSON');
    capabilities = { ...capabilities, ...objectOf(parsed) };
  }
  checkGroupHost(host, String(row.lvm_vg_name));
  checkGroupName(String(row.lvm_vg_name), { ...capabilitiesOf(row), ...capabilities });
  checkGroupChange(row, capabilities);
  stampRow(world, row, { capabilities: changed(row, capabilities), vg_state: 'provisioning' });
  const reply = answer(call, row);
  inService(world, host, WORK, () => {
    if (row.vg_state === 'provisioning') provisionGroup(world, host, row);
  });
  return reply;
}

function changed(row: Row, capabilities: { [key: string]: Json }): { [key: string]: Json } {
  const known = capabilitiesOf(row);
  const wanted = { ...known, ...capabilities };
  if (wanted.lvm_function === 'none') {
    const { lvm_function: _function, lvm_pool_size: _size, lvm_type: _type, ...others } = wanted;
    return others;
  }
  // A pool that is not told its size takes half of what is left, and is thin.
  const half = Math.floor(Number(row.lvm_vg_avail_size ?? 0) / 2 / 1024 ** 3);
  return { ...wanted, lvm_pool_size: Number(wanted.lvm_pool_size ?? half), lvm_type: 'thin' };
}

function remove(call: Call, { world }: Caller): Reply {
  const { row, host } = find(world, call);
  checkGroupHost(host, String(row.lvm_vg_name));
  checkGroupRemoval(row);
  const mine = rowsOn(world, 'ipvs', host).filter(({ ilvg_uuid }) => ilvg_uuid === row.uuid);
  for (const volume of mine) {
    stampRow(world, volume, { ilvg_uuid: null, forilvgid: null, pv_state: 'removing' });
    freeDevice(world, host, volume);
  }
  if (!isProvisioned(host) && row.lvm_vg_name === 'nova-local') dropGroup(world, host, row);
  else {
    stampRow(world, row, { vg_state: 'removing' });
    const csi = capabilitiesOf(row).lvm_function === CSI;
    if (csi) inService(world, host, WORK, () => dropGroup(world, host, row));
  }
  return { status: 204 };
}
