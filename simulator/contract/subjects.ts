/**
 * Whom a recorded sysinv request is about, in the simulated cloud: a host of like personality and state, a row that
 * resembles the recorded one most.
 */
import type { Json } from '../kernel/json';
import type { World } from '../kernel/world';
import { everywhere } from '../sysinv/api/collections';
import { serviceGroups } from '../sysinv/cloud/services';
import type { Host } from '../sysinv/host';
import { UUID } from '../sysinv/rows';
import { cloudKind, hostKind } from '../sysinv/state';
import { appLike } from './apps';
import {
  arrangeAddressing,
  arrangeAssignment,
  arrangeVfs,
  interfaceLike,
  makeAlike,
  withTakenName,
} from './network';
import { withFittingId, withFreeName } from './ptp';
import type { Recording } from './recording';

type Row = { [key: string]: Json };

/** Columns of a body that name a row of another collection. */
const NAMES: Record<string, string> = {
  ptp_instance_uuid: 'ptp_instances',
  interface_uuid: 'iinterfaces',
  network_uuid: 'networks',
  datanetwork_uuid: 'datanetworks',
  pool_uuid: 'addrpools',
  address_pool_uuid: 'addrpools',
  idisk_uuid: 'idisks',
  cluster_uuid: 'clusters',
  tier_uuid: 'storage_tiers',
  pcidevice_uuid: 'pci_devices',
};

const NOBODY = /^0{8}-0{4}-4000-8000-0{12}$/;

export class Subjects {
  private readonly hosts = new Map<string, Row>();
  private readonly rows = new Map<string, Row>();

  constructor(recordings: readonly Recording[]) {
    // The fullest list of hosts first: later recordings show what was done to them.
    const fullest = [...recordings].sort((a, b) => hostsIn(b) - hostsIn(a));
    for (const { service, path, body } of fullest) {
      if (service !== 'sysinv') continue;
      for (const row of rowsOf(body)) this.learn(row, path.startsWith('/v1/ihosts'));
    }
  }

  private learn(row: Row, mayBeHost: boolean): void {
    const { uuid } = row;
    if (typeof uuid !== 'string') return;
    if (mayBeHost && 'mgmt_mac' in row) {
      // The list tells how a host was when nothing was done to it.
      if (!this.hosts.has(uuid)) this.hosts.set(uuid, row);
    } else if (!this.rows.has(uuid)) this.rows.set(uuid, row);
  }

  /** The recorded host that a path names. */
  recordedHost(path: string): Row | undefined {
    const ref = /^\/v1\/ihosts\/([^/?]+)/.exec(path)?.[1];
    return ref === undefined ? undefined : this.hostByRef(ref);
  }

  private hostByRef(ref: string): Row | undefined {
    return this.hosts.get(ref) ?? [...this.hosts.values()].find((row) => row.mgmt_mac === ref);
  }

  hostIn(path: string, world: World): Host | undefined {
    const ref = /^\/v1\/ihosts\/([^/?]+)/.exec(path)?.[1];
    return ref === undefined ? undefined : world.sysinv.find(ref);
  }

  /** The path with ids of the simulated cloud; undefined when it has nothing like the row that is meant. */
  path(recorded: string, world: World): string | undefined {
    const [pathname = '', query] = recorded.split('?');
    const parts = pathname.split('/');
    for (const [at, part] of parts.entries()) {
      if (at < 3) continue;
      const mapped = this.ref(part, parts[at - 1] ?? '', world);
      if (mapped === undefined) return undefined;
      parts[at] = mapped;
    }
    const search = query?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, (id) => this.ref(id, 'ihosts', world) ?? id);
    return parts.join('/') + (search === undefined ? '' : `?${search}`);
  }

  /** One word of a path or a body, in place of the recorded one. */
  private ref(word: string, segment: string, world: World): string | undefined {
    if (NOBODY.test(word)) return word;
    const host = this.hostByRef(word);
    if (host) {
      const like = this.likeHost(host, world);
      return word === host.mgmt_mac ? like.row.mgmt_mac : like.row.uuid;
    }
    if (segment === 'apps') return appLike(word, world);
    if (!UUID.test(word)) return word;
    if (segment === 'isystems') return world.sysinv.system.uuid;
    if (segment === 'ihosts')
      return world.sysinv.hosts.find(({ row }) => row.hostname === 'worker-8')?.row.uuid;
    if (segment === 'servicegroup') return String(serviceGroups(world)[0]?.uuid ?? word);
    return this.likeRow(word, segment, world);
  }

  /** The simulated host that is most like a recorded one: by personality and role first, then by its states. */
  likeHost(recorded: Row, world: World): Host {
    const role = (row: { capabilities?: unknown }) =>
      JSON.stringify(row.capabilities ?? '').match(/Controller-\w+/)?.[0];
    const score = ({ row }: Host) =>
      (row.personality === recorded.personality ? 100 : 0) +
      (role(row) === role(recorded) ? 50 : 0) +
      (row.hostname === recorded.hostname ? 1 : 0) +
      (row.install_state === recorded.install_state ? 4 : 0) +
      [
        row.administrative === recorded.administrative,
        row.operational === recorded.operational,
        row.availability === recorded.availability,
        (row.hostname === null) === (recorded.hostname === null),
      ].filter(Boolean).length *
        10;
    const [first, ...others] = world.sysinv.hosts;
    if (!first) throw new Error('a cloud without hosts');
    return others.reduce((best, host) => (score(host) > score(best) ? host : best), first);
  }

  private likeRow(uuid: string, segment: string, world: World): string | undefined {
    const recorded = this.rows.get(uuid) ?? this.interfaceOnlyNamed(uuid) ?? {};
    if (segment === 'iinterfaces' && recorded.iftype !== undefined) {
      return this.standInFor(recorded, world)?.row.uuid?.toString();
    }
    const perHost = hostKind(segment);
    const ownerId = recorded.ihost_uuid ?? recorded.host_uuid;
    const owner =
      typeof ownerId === 'string' ? this.hosts.get(ownerId) : this.hostByNumber(recorded.forihostid);
    const near = owner ? [this.likeHost(owner, world)] : world.sysinv.hosts;
    const candidates = perHost
      ? [...near.flatMap((host) => world.sysinv.rows(perHost, host)), ...everywhere(world, perHost)]
      : cloudKind(segment)
        ? world.sysinv.cloud(segment)
        : [];
    const score = (row: Row) =>
      Object.entries(recorded).filter(([key, value]) => alike(key, value, row[key])).length;
    const [first, ...others] = candidates;
    return first && others.reduce((best, row) => (score(row) > score(best) ? row : best), first).uuid;
  }

  /** The interface that stands for a recorded one, made to be as that was where a write is to be replayed. */
  private standInFor(recorded: Row, world: World): { row: Row; host: Host } | undefined {
    const owner = this.hosts.get(String(recorded.ihost_uuid));
    const host = owner && this.likeHost(owner, world);
    const row = host && interfaceLike(recorded, host, world);
    if (!row || !host) return undefined;
    if (world.tag !== '') makeAlike(row, recorded);
    return { row, host };
  }

  /** A recorded interface by the name that it has on a host, or one of that name elsewhere. */
  private interfaceNamed(name: string, hostUuid?: Json): Row | undefined {
    const named = [...this.rows.values()].filter((row) => row.ifname === name && row.iftype !== undefined);
    const personality = (uuid: Json | undefined) => this.hosts.get(String(uuid))?.personality;
    return (
      named.find((row) => row.ihost_uuid === hostUuid) ??
      named.find((row) => personality(row.ihost_uuid) === personality(hostUuid)) ??
      named[0]
    );
  }

  /** What is assigned to an interface tells its name, also where no recording shows the interface. */
  private interfaceOnlyNamed(uuid: string): Row | undefined {
    const names = [...this.rows.values()].find((row) => row.interface_uuid === uuid);
    return names && this.interfaceNamed(String(names.ifname));
  }

  /** Names of `uses` in the cloud at hand; what the recorded service did not know either is left as it is. */
  private usesIn(body: Row, world: World, recording: Recording): Json {
    const names = Array.isArray(body.uses) ? body.uses.map(String) : [];
    const refused = JSON.stringify(recording.body);
    return names.map((name) => {
      const recorded = refused.includes(`No entry found for interface ${name}`)
        ? undefined
        : this.interfaceNamed(name, body.ihost_uuid);
      const like = recorded && this.standInFor(recorded, world);
      if (like) arrangeVfs(world, like.host, like.row, recording);
      return like?.row.ifname ?? name;
    });
  }

  private hostByNumber(id: Json | undefined): Row | undefined {
    return [...this.hosts.values()].find((row) => row.id === id);
  }

  /** A body with the simulated cloud's ids, addresses and free names. */
  body(recorded: Json, world: World, recording: Recording, path: string): Json {
    const translate = (value: Json): Json => {
      if (typeof value === 'string')
        return this.hostByRef(value) ? (this.ref(value, 'ihosts', world) ?? value) : value;
      if (Array.isArray(value)) return value.map(translate);
      if (value === null || typeof value !== 'object') return value;
      const copy: Row = {};
      for (const [key, item] of Object.entries(value)) {
        const segment = typeof item === 'string' ? NAMES[key] : undefined;
        copy[key] = segment ? (this.ref(String(item), segment, world) ?? item) : translate(item);
        if (key === 'uses') copy[key] = this.usesIn(value, world, recording);
      }
      return this.patched(copy, world, recording, path);
    };
    const translated = translate(recorded);
    if (recording.method === 'POST' && translated !== null && typeof translated === 'object') {
      if (!Array.isArray(translated)) {
        arrangeAssignment(world, translated, recording);
        arrangeAddressing(world, translated, recording);
      }
    }
    return translated;
  }

  /** Operations and bodies whose values must be free, or taken, in the cloud at hand. */
  private patched(operation: Row, world: World, recording: Recording, path: string): Row {
    if (operation.path === '/hostname' && recording.status < 300) return { ...operation, value: 'worker-77' };
    if (operation.path === '/ptp_instances/-' || operation.path === '/ptp_interfaces/-') {
      return withFittingId(operation, world, recording, path);
    }
    return withTakenName(withFreeName(operation, world, recording), world, recording, path);
  }
}

function alike(key: string, recorded: Json, given: Json | undefined): boolean {
  if (given === undefined || key.endsWith('uuid') || key === 'id' || key.endsWith('_at')) return false;
  return recorded !== null && typeof recorded !== 'object' && recorded === given;
}

function hostsIn({ path, status, body }: Recording): number {
  return path === '/v1/ihosts' && status === 200 ? rowsOf(body).length : 0;
}

/** Every object with a uuid in a body: the rows of its lists, or itself. */
function rowsOf(body: Json): Row[] {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return [];
  const lists = Object.values(body).filter((value) => Array.isArray(value));
  const rows = lists
    .flat()
    .filter((row): row is Row => row !== null && typeof row === 'object' && !Array.isArray(row));
  return 'uuid' in body ? [body] : rows;
}
