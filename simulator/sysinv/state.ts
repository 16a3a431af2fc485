/** The inventory of one simulated cloud. */
import type { Json } from '../kernel/json';
import { InstallFaults } from './actions/install-faults';
import { seedApplications } from './apps/seed';
import type { Applications } from './apps/store';
import { RegistryImages } from './cloud/registry';
import { cloudRows } from './cloud/rows';
import { CEPH } from './cloud/storage/plan';
import { hostsOfPlaces } from './cloud/timing';
import { NO_TIMING } from './cloud/timing-plan';
import { CLOUD_KINDS } from './cloud-kinds';
import type { Host } from './host';
import { HOST_KINDS } from './host-kinds';
import type { HostKind, Kind } from './kinds';
import { Kube } from './kube/store';
import { FIRST_VERSION } from './kube/versions';
import { hostIdOf, type Row, UUID } from './rows';
import type { SeedContext } from './seed/context';
import type { Unseen } from './unseen';

export class SysinvState {
  /** In the order of their ids. */
  hosts: Host[] = [];
  /** The one row of /v1/isystems. */
  system: Row = { uuid: '' };
  context: SeedContext = {
    deployedAt: 0,
    systemName: '',
    systemUuid: '',
    allInOne: false,
    storage: CEPH,
    monitors: [],
    wide: false,
    families: [4],
    subcloud: false,
    kubernetes: FIRST_VERSION,
    timing: NO_TIMING,
  };
  /** How many simulated seconds a PATCH with an unlock takes to answer; the platform needs 3 to 6. */
  unlockAnswerSeconds = 0;
  /** Goes up with every change of a host, so that answers can be kept until then. */
  version = 0;

  /** By the id of the host. */
  readonly unseen = new Map<number, Unseen>();
  /** How many writes of a device image will fail from now on. */
  imageFailures = 0;

  readonly registry = new RegistryImages();
  readonly kube = new Kube();
  readonly installFaults = new InstallFaults();
  /** Hosts whose sensors are being learnt, each with what ends that. */
  readonly learning = new Map<Host, () => void>();

  private ofHosts = new Map<string, Row[]>();
  private ofCloud: Map<string, Row[]> | undefined;
  private ofApplications: Applications | undefined;

  /** Whether the write of a device image that ends now fails. */
  takeImageFailure(): boolean {
    if (this.imageFailures === 0) return false;
    this.imageFailures -= 1;
    return true;
  }

  /** A host by uuid, name or integer id: the API takes all three. */
  find(ref: string): Host | undefined {
    return this.hosts.find(({ row }) => row.uuid === ref || row.hostname === ref || String(row.id) === ref);
  }

  byName(hostname: string): Host | undefined {
    return this.hosts.find(({ row }) => row.hostname === hostname);
  }

  /** The other controller, if there is one. */
  peerOf(host: Host): Host | undefined {
    return this.hosts.find((other) => other !== host && other.row.personality === 'controller');
  }

  isSimplex(): boolean {
    return this.system.system_mode === 'simplex';
  }

  /** Rows of a kind on one host, seeded when first asked for. */
  rows(kind: HostKind, host: Host): Row[] {
    const key = `${kind.segment}/${host.row.id}`;
    const known = this.ofHosts.get(key);
    if (known) return known;
    const seeded = kind.seed(host, this.context);
    this.ofHosts.set(key, seeded);
    return seeded;
  }

  /** Containerized applications, seeded when first asked for. */
  get applications(): Applications {
    this.ofApplications ??= seedApplications(this.context);
    return this.ofApplications;
  }

  /** Rows of a kind of the whole cloud, by the kind's segment; `addresses` gives those that belong to no host. */
  cloud(segment: string): Row[] {
    if (segment === 'apps') return this.applications.rows;
    if (segment === 'kube_upgrade') return this.kube.upgrade ? [this.kube.upgrade] : [];
    if (segment === 'kube_rootca_update') return this.kube.rootca ? [this.kube.rootca] : [];
    this.ofCloud ??= cloudRows(this.context, this.hosts);
    return this.ofCloud.get(segment) ?? [];
  }

  /** One row by its uuid, without seeding the rows of any other host. */
  row(kind: HostKind | Kind, uuid: string): Row | undefined {
    if (!('seed' in kind)) return this.cloud(kind.segment).find((row) => row.uuid === uuid);
    const hostId = hostIdOf(uuid);
    const host = this.hosts.find(({ row }) => row.id === hostId);
    const near = hostId === 0 || !host ? this.cloud(kind.segment) : this.rows(kind, host);
    return near.find((row) => row.uuid === uuid) ?? this.moved(kind, uuid);
  }

  /** An address keeps its uuid when a pool gives it to a host, or gets it back. */
  private moved(kind: HostKind, uuid: string): Row | undefined {
    if (kind.segment !== 'addresses' || !UUID.test(uuid)) return undefined;
    const places = [this.cloud(kind.segment), ...this.hosts.map((host) => this.rows(kind, host))];
    return places.flat().find((row) => row.uuid === uuid);
  }

  /** What is known of a host is forgotten: it was deleted, or will be inventoried anew. */
  forget(host: Host): void {
    for (const kind of HOST_KINDS) this.ofHosts.delete(`${kind.segment}/${host.row.id}`);
  }

  /** The next integer id of a host. Ids are not given twice while the cloud lives. */
  nextHostId(): number {
    return this.hosts.reduce((highest, { row }) => Math.max(highest, row.id), this.lastDeletedId) + 1;
  }

  remove(host: Host): void {
    for (const cancel of host.cancel.splice(0)) cancel();
    this.learning.get(host)?.();
    this.learning.delete(host);
    this.forget(host);
    this.lastDeletedId = Math.max(this.lastDeletedId, host.row.id);
    this.unseen.delete(host.row.id);
    this.hosts = this.hosts.filter((other) => other !== host);
    if (host.row.hostname) {
      this.unassign(host.row.hostname);
      this.kube.forget(host.row.hostname);
    }
    this.version += 1;
  }

  /** What was assigned to a host goes with it: the platform deletes the maps in cascade. */
  private unassign(hostname: string): void {
    const texts = (value: Json | undefined) => (Array.isArray(value) ? value : []);
    for (const row of this.cloud('ptp_instances')) {
      row.hostnames = texts(row.hostnames).filter((name) => name !== hostname);
    }
    for (const row of this.cloud('ptp_interfaces')) {
      const places = texts(row.interface_names).filter((place) => !String(place).startsWith(`${hostname}/`));
      row.interface_names = places;
      row.hostnames = hostsOfPlaces(places.map(String));
    }
  }

  private lastDeletedId = 0;
}

export function hostKind(segment: string): HostKind | undefined {
  return HOST_KINDS.find((kind) => kind.segment === segment);
}

export function cloudKind(segment: string): Kind | undefined {
  return CLOUD_KINDS.find((kind) => kind.segment === segment);
}
