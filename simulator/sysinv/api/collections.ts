/** GET of every collection and item that is made of rows: over the whole cloud, per host, below a row. */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import { fault, type ServiceHandler } from '../../kernel/service';
import type { World } from '../../kernel/world';
import { CLOUD_KINDS } from '../cloud-kinds';
import { refuse } from '../faults';
import { HOST_KINDS } from '../host-kinds';
import type { Broken, HostKind, Kind } from '../kinds';
import { hostIdOf, type Row, UUID } from '../rows';
import { cloudKind, hostKind } from '../state';
import { knownArguments, page } from './listing';
import { ok, wireRow } from './wire';

export type RouteOn = (method: string, path: string, handler: ServiceHandler) => void;

/** Lists of `key` out of these rows, paged. `path` is where the next page is. */
export function listReply(
  call: Call,
  kind: Kind,
  path: string,
  rows: Iterable<Row>,
  as: 'list' | 'item' = 'list',
): Reply {
  const { rows: taken, next } = page(call, path, {
    rows,
    uuidOf: (row) => row.uuid,
    valueOf: (row, key) => row[key],
    sortKey: kind.sortKey,
    noMarker: (marker) => notFound(kind, marker),
  });
  const body: { [key: string]: Json } = {
    [kind.key ?? kind.segment]: taken.map((row) => wireRow(kind, row, call.origin, as)),
  };
  if (next) body.next = next;
  return ok(body);
}

/** What a kind says about an id that nothing has. */
export function notFound(kind: Kind, id: string): never {
  if (kind.uuidName && !UUID.test(id)) {
    const cause = `unable to convert to uuid. Error: Expected a uuid but received ${id}.`;
    refuse(400, `Invalid input for field/attribute ${kind.uuidName}. Value: '${id}'. ${cause}`);
  }
  const { status, faultstring } = kind.missing ?? {
    status: 404,
    faultstring: 'Server {id} could not be found.',
  };
  refuse(status, faultstring.replace('{id}', id));
}

function broken({ status, faultstring }: Broken): Reply {
  return fault(status, faultstring);
}

/** Rows of all hosts in the order of the hosts' ids; addresses that belong to no host come with the first host's. */
export function* everywhere(world: World, kind: HostKind): Generator<Row> {
  const [first, ...others] = kind.segment === 'addresses' ? world.sysinv.cloud('addresses') : [];
  if (first) yield first;
  for (const [n, host] of world.sysinv.hosts.entries()) {
    yield* world.sysinv.rows(kind, host);
    if (n === 0) yield* others;
  }
}

export function collectionRoutes(on: RouteOn): void {
  for (const kind of HOST_KINDS) {
    const path = `/v1/${kind.segment}`;
    on('GET', path, (call, { world }) => {
      if (kind.everywhere !== undefined && kind.everywhere !== 'empty') return broken(kind.everywhere);
      if (kind.segment === 'iinterfaces') return interfaces(call, world, kind);
      knownArguments(call);
      const rows = kind.everywhere === 'empty' ? [] : everywhere(world, kind);
      return listReply(call, kind, kind.segment, rows);
    });
    detailRoute(on, kind, (world) => everywhere(world, kind));
    itemRoute(on, kind);
    on('GET', `/v1/ihosts/:host/${kind.segment}`, (call, { world }) => {
      knownArguments(call);
      const host = world.sysinv.find(call.params.host ?? '');
      // A host that does not exist has an empty list, not a 404.
      return listReply(
        call,
        kind,
        `ihosts/${call.params.host}/${kind.segment}`,
        host ? world.sysinv.rows(kind, host) : [],
      );
    });
  }
  for (const kind of CLOUD_KINDS) {
    on('GET', `/v1/${kind.segment}`, (call, { world }) => {
      if (kind.segment === 'service_parameter' && call.query.size > 0) {
        return fault(500, "'<' not supported between instances of 'str' and 'int'");
      }
      knownArguments(call);
      return listReply(call, kind, kind.segment, world.sysinv.cloud(kind.segment));
    });
    detailRoute(on, kind, (world) => world.sysinv.cloud(kind.segment));
    itemRoute(on, kind);
  }
}

/** Bare /v1/iinterfaces means "of the host without a name"; `?ihost=` names one by uuid or name. */
function interfaces(call: Call, world: World, kind: HostKind): Reply {
  knownArguments(call, ['ihost']);
  const ref = call.query.get('ihost');
  const host = ref === null ? undefined : world.sysinv.find(ref);
  return listReply(call, kind, kind.segment, host ? world.sysinv.rows(kind, host) : []);
}

function detailRoute(on: RouteOn, kind: Kind, rows: (world: World) => Iterable<Row>): void {
  const { detail } = kind;
  if (detail === undefined) return;
  on('GET', `/v1/${kind.segment}/detail`, (call, { world }) =>
    detail === 'items'
      ? listReply(call, kind, `${kind.segment}/detail`, rows(world), 'item')
      : broken(detail),
  );
}

function itemRoute(on: RouteOn, kind: HostKind | Kind): void {
  on('GET', `/v1/${kind.segment}/:id`, (call, { world }) => {
    const id = call.params.id ?? '';
    const row = world.sysinv.row(kind, id);
    return row ? ok(wireRow(kind, row, call.origin, 'item')) : notFound(kind, id);
  });
}

/** Collections below a row: [parent, child, the child's column that names the parent]. */
const BELOW: [string, string, string][] = [
  ['inodes', 'icpus', 'inode_uuid'],
  ['inodes', 'imemorys', 'inode_uuid'],
  ['inodes', 'ports', 'node_uuid'],
  ['iinterfaces', 'ports', 'interface_uuid'],
  ['iinterfaces', 'addresses', 'interface_uuid'],
  ['iinterfaces', 'routes', 'interface_uuid'],
  ['iinterfaces', 'interface_networks', 'interface_uuid'],
  ['iinterfaces', 'interface_datanetworks', 'interface_uuid'],
  ['ports', 'lldp_agents', 'port_uuid'],
  ['ports', 'lldp_neighbours', 'port_uuid'],
  ['ilvgs', 'ipvs', 'ilvg_uuid'],
  ['isensorgroups', 'isensors', 'sensorgroup_uuid'],
  // Recorded as empty: the id is taken for a host's.
  ['istors', 'idisks', 'foristorid'],
  ['ipvs', 'idisks', 'foripvid'],
  ['storage_tiers', 'istors', 'tier_uuid'],
  ['clusters', 'storage_tiers', 'cluster_uuid'],
];

export function belowRoutes(on: RouteOn): void {
  for (const [parent, child, column] of BELOW) {
    const perHost = hostKind(child);
    const kind = perHost ?? cloudKind(child);
    if (!kind) continue;
    on('GET', `/v1/${parent}/:id/${child}`, (call, { world }) => {
      knownArguments(call);
      const id = call.params.id ?? '';
      const rows = perHost ? candidates(world, perHost, id) : world.sysinv.cloud(child);
      const own = [...rows].filter((row) => row[column] === id);
      return listReply(call, kind, `${parent}/${id}/${child}`, own);
    });
  }
  on('GET', '/v1/idisks/:id/partitions', () => fault(400, 'Disk id not specified.'));
}

/** Rows that may hang below `parent`: those of the parent's host, or of every host when the parent is the cloud's. */
function candidates(world: World, kind: HostKind, parent: string): Iterable<Row> {
  const hostId = hostIdOf(parent);
  const host = world.sysinv.hosts.find(({ row }) => row.id === hostId);
  return host ? world.sysinv.rows(kind, host) : everywhere(world, kind);
}
