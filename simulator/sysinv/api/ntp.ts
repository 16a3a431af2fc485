/** NTP servers, and the PTP settings of old that can be read only (sysinv api/controllers/v1/ntp.py, ptp.py). */
import { isIP } from 'node:net';
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { changeByReboot } from '../actions/config';
import { refuse } from '../faults';
import { stamp } from '../rows';
import { cloudKind } from '../state';
import { notFound, type RouteOn } from './collections';
import { patchOperations } from './json-patch';
import { ok, wireRow } from './wire';

const MOST = 3;
/** The word for a server that is not configured. */
const NONE = 'NC';
const HOSTNAME =
  /^(?=.{1,255}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?$/;

export function ntpRoutes(on: RouteOn): void {
  on('PATCH', '/v1/intp/:id', patch);
  for (const path of ['/v1/intp', '/v1/ptp']) on('POST', path, () => refuse(403, 'Operation not permitted.'));
  for (const path of ['/v1/intp/:id', '/v1/ptp/:id']) {
    on('DELETE', path, () => refuse(403, 'Operation not permitted.'));
  }
  const deprecated = () => refuse(400, 'Single-instance PTP service API is deprecated');
  on('POST', '/v1/ptp/apply', deprecated);
  on('PATCH', '/v1/ptp/:id', deprecated);
}

/** With the action `apply` the controllers have it when they are locked and unlocked; without a change nothing happens. */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const kind = cloudKind('intp') ?? { segment: 'intp' };
  const uuid = call.params.id ?? '';
  const row = world.sysinv.cloud('intp').find((ntp) => ntp.uuid === uuid) ?? notFound(kind, uuid);
  let servers = String(row.ntpservers ?? '');
  let apply = false;
  for (const { path, value } of operations) {
    if (path === '/action') apply = value === 'apply';
    else if (path === '/ntpservers') servers = value === undefined || value === null ? '' : String(value);
    // Own words.
    else refuse(400, `Patching Error: ${path} can not be changed`);
  }
  const checked = checkServers(world, servers);
  if (checked !== row.ntpservers) {
    Object.assign(row, { ntpservers: checked, updated_at: stamp(world.clock.now()) });
    if (apply) changeByReboot(world, controllersOf(world));
  }
  return ok(wireRow(kind, row, call.origin, 'item'));
}

function controllersOf(world: World) {
  return world.sysinv.hosts.filter(({ row }) => row.personality === 'controller');
}

/** The servers as they are kept. Each is an address or a name, names need DNS, and there are one to three. */
function checkServers(world: World, text: string): string {
  const nameservers: Json = world.sysinv.cloud('idns')[0]?.nameservers ?? null;
  const given = text === '' ? [] : text.split(',').map((server) => server.trim());
  for (const server of given) {
    if (isIP(server) > 0 || server === NONE) continue;
    // Own words, here and for none at all.
    if (!HOSTNAME.test(server))
      refuse(400, `${server} is not an NTP server: an address or a host name is needed`);
    if (!nameservers) refuse(400, `${server} is a name, and no DNS server is configured to resolve it`);
  }
  if (given.length === 0) refuse(400, 'At least one NTP server is needed');
  if (given.length > MOST) {
    refuse(
      400,
      `Maximum NTP servers supported: ${MOST} but provided: ${given.length}. Please configure a valid list of NTP servers.`,
    );
  }
  return given.map((server) => (server === NONE ? '' : server)).join(',');
}
