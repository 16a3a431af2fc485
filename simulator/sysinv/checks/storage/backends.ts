/**
 * What sysinv refuses of backends (api/controllers/v1/storage_*.py, utils.py SBApiHelper). The message about a tier
 * that was not named is recorded, the others are this simulator's own words.
 */
import type { Json } from '../../../kernel/json';
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Row } from '../../rows';
import { APPS } from '../../storage/backends';
import { osds } from '../../storage/ceph';
import { backendOf, capabilitiesOf } from '../../storage/rows';

type Capabilities = { [key: string]: Json };

const SUPPORTED = ['ceph', 'ceph-external', 'ceph-rook', 'external', 'file', 'lvm'];
export const DEFAULT_NAMES: Record<string, string> = {
  ceph: 'ceph-store',
  'ceph-external': 'ceph-external-store',
  'ceph-rook': 'ceph-rook-store',
  external: 'shared_services',
  file: 'file-store',
  lvm: 'lvm-store',
};
const SERVICES: Record<string, string[]> = {
  ceph: ['glance', 'cinder', 'swift', 'nova', 'rbd-provisioner'],
  'ceph-rook': ['block', 'ecblock', 'filesystem', 'object'],
  external: ['cinder', 'glance'],
  file: ['glance'],
  lvm: [],
};
/** Services of a tier that is not the platform's own. */
const SECONDARY = ['cinder', 'rbd-provisioner'];

export const servicesIn = (text: Json | undefined): string[] =>
  typeof text === 'string' && text !== '' ? text.split(',').map((word) => word.trim()) : [];

/** validate_backend: a type that there is, and its name where it has none. */
export function checkType(world: World, type: string | null, name: string | null): string {
  if (type === null) return refuse(400, 'A backend needs its type');
  if (!SUPPORTED.includes(type)) refuse(400, `There is no storage backend of type ${type}`);
  if (name !== null) return name;
  if (backendOf(world, type)) refuse(400, 'Another backend of the same type needs a name of its own');
  return DEFAULT_NAMES[type] ?? type;
}

/** common_checks: nothing is changed while another backend is being configured. */
export function checkCommon(world: World, type: string, services: readonly string[]): void {
  const others = world.sysinv
    .cloud('storage_backend')
    .filter(({ backend }) => (backend === 'external') !== (type === 'external'));
  const taken = type === 'external' ? others : others.filter(({ backend }) => backend === 'external');
  const service = services.find((word) => taken.some((row) => servicesIn(row.services).includes(word)));
  if (service !== undefined) refuse(400, `Service ${service} has a backend already`);
  const busy = world.sysinv
    .cloud('storage_backend')
    .find(({ backend, state }) => String(state).startsWith('configuring') && !(String(backend) in APPS));
  if (busy) refuse(400, `${busy.name} is being configured: wait until it is done`);
}

export function checkServices(type: string, services: readonly string[], secondary = false): void {
  const known = secondary ? SECONDARY : (SERVICES[type] ?? []);
  const odd = services.find((word) => !known.includes(word));
  if (odd !== undefined) refuse(400, `Service ${odd} is not for backend ${type}`);
  if (services.includes('block') && services.includes('ecblock')) {
    refuse(400, 'Services block and ecblock exclude each other');
  }
}

export function checkServicesKept(before: readonly string[], after: readonly string[]): void {
  const gone = before.filter((word) => !after.includes(word));
  if (gone.length > 0) refuse(400, `Services are added, not removed: ${gone.join(', ')}`);
}

const isSimplex = (world: World): boolean => world.sysinv.isSimplex();
const isDuplexAllInOne = (world: World): boolean => world.sysinv.context.allInOne && !isSimplex(world);

/** How many copies there can be. */
function replications(world: World, model: string): number[] {
  if (isSimplex(world)) return [1, 2, 3];
  if (isDuplexAllInOne(world) && model === 'controller') return [2];
  return [2, 3];
}

export const leastReplication = (copies: number): number => Math.max(1, copies - 1);

/** Copies, and how many of them have to be there. */
export function checkReplication(world: World, capabilities: Capabilities, model = 'controller'): void {
  const [copies, least] = [Number(capabilities.replication), Number(capabilities.min_replication)];
  if (!Number.isInteger(copies) || !Number.isInteger(least)) {
    refuse(400, 'replication and min_replication are whole numbers');
  }
  if (copies < 1 || least < 1) refuse(400, 'replication and min_replication are above 0');
  if (least > copies) refuse(400, 'min_replication is at most replication');
  if (model === 'open') return;
  const supported = replications(world, model);
  if (!supported.includes(copies))
    refuse(400, `replication is one of ${supported.join(', ')}, not ${copies}`);
  const fitting = copies === 3 ? [1, 2] : [1];
  if (!fitting.includes(least)) {
    refuse(400, `With replication ${copies}, min_replication is one of ${fitting.join(', ')}`);
  }
}

const MODELS = ['controller', 'dedicated', 'open'];

/** storage_ceph_rook.py: deployment model and failure domain. */
export function checkRookModel(world: World, capabilities: Capabilities): void {
  const model = String(capabilities.deployment_model);
  const domain = String(capabilities.failure_domain);
  if (domain !== 'osd' && domain !== 'host') refuse(400, 'failure_domain is osd or host');
  if (domain === 'host' && isSimplex(world)) refuse(400, 'With one host, failure_domain is osd');
  if (domain === 'osd' && !isSimplex(world) && model !== 'open') {
    refuse(400, `With deployment model ${model}, failure_domain is host`);
  }
  checkReplication(world, capabilities, model);
  if (!MODELS.includes(model)) refuse(400, `deployment_model is one of ${MODELS.join(', ')}`);
  if (model === 'dedicated' && isSimplex(world)) refuse(400, 'With one host, no worker is dedicated');
}

/** A change of the deployment model leaves no OSD where there may be none. */
export function checkRookMove(world: World, model: string): void {
  const forbidden = { dedicated: 'controller', controller: 'worker' }[model];
  const left = osds(world).filter(
    (row) => world.sysinv.find(String(row.ihost_uuid))?.row.personality === forbidden,
  );
  if (left.length > 0) refuse(400, `There are ${left.length} OSDs on ${forbidden}s`);
}

export function checkFreeName(world: World, name: string): void {
  if (world.sysinv.cloud('storage_backend').some((row) => row.name === name)) {
    refuse(400, `There is a backend ${name} already`);
  }
}

/** Which tier the backend is for: that of the platform for the first one. */
export function checkTier(world: World, ref: string | null, primary: boolean): Row | undefined {
  const tiers = world.sysinv.cloud('storage_tiers');
  if (ref !== null) return tiers.find(({ uuid }) => uuid === ref) ?? refuse(400, `There is no tier ${ref}`);
  if (!primary) refuse(400, 'No tier specified for this backend.');
  return tiers.find(({ name }) => name === 'storage');
}

export function checkConfirmed(type: string, confirmed: Json | undefined): void {
  if (confirmed === true || /^(1|t|true|on|y|yes)$/i.test(String(confirmed ?? ''))) return;
  refuse(400, `Backend ${type} stays once it is made: set 'confirmed' to make it`);
}

/** storage_ceph.py _check_replication_number. */
export function checkCephReplication(world: World, backend: Row, wanted: Capabilities): void {
  const before = capabilitiesOf(backend);
  if (before.replication === wanted.replication && before.min_replication === wanted.min_replication) return;
  if (backend.state !== 'configured') refuse(400, `The backend is ${backend.state}`);
  if (isDuplexAllInOne(world)) refuse(400, 'Two hosts keep two copies');
  if (Number(wanted.replication) < Number(before.replication)) refuse(400, 'replication is not lowered');
  if (
    world.sysinv.hosts.some(({ row }) => row.personality === 'storage' && row.invprovision === 'provisioned')
  ) {
    refuse(400, 'replication stays once there is a storage host');
  }
}

/** What is left of the application before a backend of its goes. */
export function checkAppGone(world: World, backend: Row): void {
  const name = APPS[String(backend.backend)];
  const app = world.sysinv.cloud('apps').find((row) => row.name === name);
  if (app && !['uploading', 'uploaded', 'upload-failed'].includes(String(app.status))) {
    refuse(400, `Application ${name} is deployed: ${backend.name} stays`);
  }
  const used = world.sysinv.cloud('storage_tiers').filter(({ status }) => status === 'in-use');
  if (used.length > 0) refuse(400, `Tiers are in use: ${used.map((row) => row.name).join(', ')}`);
}
