/** GET of hosts: the list, /detail, one host, and what hangs below it that is not made of rows. */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import { fault } from '../../kernel/service';
import type { Caller, World } from '../../kernel/world';
import { httpError, refuse } from '../faults';
import type { Host } from '../host';
import type { Row } from '../rows';
import { cloudKind, hostKind } from '../state';
import { listReply, notFound, type RouteOn } from './collections';
import { knownArguments, page } from './listing';
import { ok, rawJson, UPTIME_STEP_MS, wireHost, wireSystem } from './wire';

/** The host that a path names by uuid, name or id; 404 without it. */
export function hostOf(call: Call, world: World, name = 'id'): Host {
  const ref = call.params[name] ?? '';
  return world.sysinv.find(ref) ?? refuse(404, `Server ${ref} could not be found.`);
}

export function hostReadRoutes(on: RouteOn): void {
  on('GET', '/v1/ihosts', (call, caller) =>
    call.query.size === 0 ? wholeList(call, caller) : hostList(call, caller, 'list'),
  );
  on('GET', '/v1/ihosts/detail', (call, caller) => hostList(call, caller, 'item'));
  on('GET', '/v1/ihosts/wipe_osds', () => ok(true));
  on('GET', '/v1/ihosts/:id', (call, { world }) =>
    ok(wireHost(hostOf(call, world), world.clock, call.origin, 'item')),
  );
  on('GET', '/v1/ihosts/:mac/mgmt_ip', (call, { world }) => managementAddress(call, world));
  on('GET', '/v1/ihosts/:host/icpus/platform_cpu_list', (call, { world }) =>
    cpuList(call, world, 'Platform'),
  );
  on('GET', '/v1/ihosts/:host/icpus/vswitch_cpu_list', (call, { world }) => cpuList(call, world, 'Vswitch'));
  on('GET', '/v1/ihosts/:host/ptp_instances', (call, { world }) => assigned(call, world, 'ptp_instances'));
  on('GET', '/v1/ihosts/:host/ptp_interfaces', (call, { world }) => assigned(call, world, 'ptp_interfaces'));
  on('GET', '/v1/isystems', (call, { world }) =>
    ok({ isystems: [wireSystem(world.sysinv.system, call.origin, 'list')] }),
  );
  on('GET', '/v1/isystems/mgmtvlan', () => ok(100));
  on('GET', '/v1/isystems/region_id', (_call, { world }) =>
    ok({ region_name: world.sysinv.system.region_name ?? null }),
  );
  on('GET', '/v1/isystems/detail', () => fault(404, 'Resource could not be found.'));
  on('GET', '/v1/isystems/:id', (call, { world }) => {
    if (call.params.id !== world.sysinv.system.uuid)
      refuse(404, `Server ${call.params.id} could not be found.`);
    return ok(wireSystem(world.sysinv.system, call.origin, 'item'));
  });
  // The real one compares the system's uuid with an integer column.
  on('GET', '/v1/isystems/:id/ihosts', (call) =>
    fault(
      500,
      `(psycopg2.errors.InvalidTextRepresentation) invalid input syntax for type integer: "${call.params.id}"`,
    ),
  );
  on('GET', '/v1/isystems/:id/controller_fs', (call, { world }) => {
    const kind = cloudKind('controller_fs') ?? { segment: 'controller_fs' };
    return listReply(
      call,
      kind,
      `isystems/${call.params.id}/controller_fs`,
      world.sysinv.cloud('controller_fs'),
    );
  });
  on('DELETE', '/v1/isystems/:id', () => fault(403, 'Operation not permitted.'));
}

/** The list that everybody polls, kept as text until a host changes or the uptimes move on. */
const kept = new WeakMap<World, { key: string; text: string }>();

function wholeList(call: Call, { world }: Caller): Reply {
  const step = Math.floor(world.clock.now() / UPTIME_STEP_MS);
  const key = `${world.sysinv.version}/${step}/${call.origin}`;
  const last = kept.get(world);
  if (last?.key === key) return rawJson(last.text);
  const reply = hostList(call, { world }, 'list');
  const text = JSON.stringify(reply.body);
  kept.set(world, { key, text });
  return rawJson(text);
}

function hostList(call: Call, { world }: Pick<Caller, 'world'>, as: 'list' | 'item'): Reply {
  knownArguments(call, ['personality']);
  const personality = call.query.get('personality');
  const hosts = world.sysinv.hosts.filter(
    ({ row }) => personality === null || row.personality === personality,
  );
  const { rows, next } = page<Host>(call, as === 'list' ? 'ihosts' : 'ihosts/detail', {
    rows: hosts,
    uuidOf: ({ row }) => row.uuid,
    valueOf: (host, key) => new Map<string, Json>(Object.entries(host.row)).get(key),
    noMarker: (marker) => refuse(404, `Server ${marker} could not be found.`),
  });
  const body: { [key: string]: Json } = {
    ihosts: rows.map((host) => wireHost(host, world.clock, call.origin, as)),
  };
  if (next) body.next = next;
  return { status: 200, body };
}

function managementAddress(call: Call, world: World): Reply {
  const host = world.sysinv.hosts.find(({ row }) => row.mgmt_mac === call.params.mac);
  const pool = world.sysinv.cloud('addrpools')[0];
  if (!host || !pool) return httpError(404);
  return ok({
    hostname: host.row.hostname,
    netmask: String(pool.prefix),
    subnet: `${pool.network}/${pool.prefix}`,
    address: host.row.mgmt_ip,
    floating: pool.floating_address ?? null,
  });
}

function cpuList(call: Call, world: World, allocated: string): Reply {
  const host = hostOf(call, world, 'host');
  const kind = hostKind('icpus');
  const rows: Row[] = kind ? world.sysinv.rows(kind, host) : [];
  return ok(
    rows
      .filter((row) => row.allocated_function === allocated)
      .map((row) => row.cpu)
      .join(','),
  );
}

/** PTP rows of the cloud that name this host. */
function assigned(call: Call, world: World, segment: string): Reply {
  const host = hostOf(call, world, 'host');
  const rows = world.sysinv
    .cloud(segment)
    .filter((row) => Array.isArray(row.hostnames) && row.hostnames.includes(host.row.hostname));
  const kind = cloudKind(segment) ?? { segment };
  return listReply(call, kind, `ihosts/${call.params.host}/${segment}`, rows);
}

/** PTP rows of the cloud below an interface or an instance. */
export function ptpBelowRoutes(on: RouteOn): void {
  on('GET', '/v1/iinterfaces/:id/ptp_interfaces', (call, { world }) => {
    const kind = hostKind('iinterfaces');
    const id = call.params.id ?? '';
    const row = kind && (world.sysinv.row(kind, id) ?? notFound(kind, id));
    const owner = world.sysinv.hosts.find(({ row: host }) => host.uuid === row?.ihost_uuid);
    const name = `${owner?.row.hostname}/${row?.ifname}`;
    const rows = world.sysinv
      .cloud('ptp_interfaces')
      .filter(({ interface_names: names }) => Array.isArray(names) && names.includes(name));
    return listReply(
      call,
      { segment: 'ptp_interfaces', links: null },
      `iinterfaces/${call.params.id}/ptp_interfaces`,
      rows,
    );
  });
  for (const owner of ['ptp_instances', 'ptp_interfaces']) {
    on('GET', `/v1/${owner}/:id/ptp_parameters`, (call, { world }) => {
      const id = call.params.id ?? '';
      const rows = world.sysinv
        .cloud('ptp_parameters')
        .filter(({ owners }) => Array.isArray(owners) && owners.includes(id));
      const kind = cloudKind('ptp_parameters') ?? { segment: 'ptp_parameters' };
      if (!world.sysinv.cloud(owner).some(({ uuid }) => uuid === id)) notFound({ segment: owner }, id);
      return listReply(call, kind, `${owner}/${id}/ptp_parameters`, rows);
    });
  }
}
