/** POST of hosts: somebody adds one that was not seen yet, or claims a discovered one by its MAC address. */
import type { Call, Reply } from '../../kernel/http';
import { textAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { addHost, adoptHost } from '../actions/provision';
import { checkFields, type Fields } from '../checks/fields';
import { checkNewHost } from '../checks/new-host';
import { refuse } from '../faults';
import type { Host } from '../host';
import type { RouteOn } from './collections';
import { jsonBody } from './json-patch';
import { ok, wireHost } from './wire';

export function hostAddRoutes(on: RouteOn): void {
  on('POST', '/v1/ihosts', post);
}

/** What POST takes; the rest of a host's columns are the platform's. */
const ADDABLE = [
  'hostname',
  'personality',
  'subfunctions',
  'mgmt_mac',
  'mgmt_ip',
  'bm_type',
  'bm_ip',
  'bm_username',
  'bm_password',
  'location',
  'boot_device',
  'rootfs_device',
  'install_output',
  'console',
  'ttys_dcd',
  'hw_settle',
  'max_cpu_mhz_configured',
  'apparmor',
  'clock_synchronization',
  'power_on',
];

function post(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  if (body === undefined) refuse(400, 'Missing argument: "host"');
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    refuse(400, 'Request must be a JSON dict');
  }
  const unknown = Object.keys(body).find((column) => !ADDABLE.includes(column));
  if (unknown) refuse(400, `Unknown attribute for argument host: ${unknown}`);
  const host = createHost(world, body);
  return ok(wireHost(host, world.clock, call.origin, 'item'));
}

/** Asks what the platform asks, and adds the host or claims a discovered one. */
export function createHost(world: World, body: Fields): Host {
  const mac = textAt(body, 'mgmt_mac') ?? '';
  const discovered = checkNewHost(world, body, mac);
  const { mgmt_mac: _mac, bm_password: _password, power_on, ...fields } = body;
  // Who names a board's controller and its user means the kind that finds out by itself.
  const kind = fields.bm_ip && fields.bm_username ? 'dynamic' : 'none';
  const given = { ...fields, bm_type: fields.bm_type ?? kind };
  checkFields(world, { ...placeholder(world), cancel: [] }, given);
  const power = (power_on === true || power_on === '' || power_on === 'True') && given.bm_type !== 'none';
  return discovered ? adoptHost(world, discovered, given) : addHost(world, mac.toLowerCase(), given, power);
}

/** A host without anything, for the checks that a new one must pass. */
function placeholder(world: World): Host {
  const [first] = world.sysinv.hosts;
  if (!first) refuse(500, 'no host to take after');
  return {
    ...first,
    row: {
      ...first.row,
      hostname: null,
      personality: null,
      invprovision: null,
      administrative: 'locked',
      bm_type: null,
      bm_ip: null,
      bm_username: null,
    },
  };
}
