/** How a backend of each type comes to be, and what follows. */
import type { Json } from '../../../kernel/json';
import type { World } from '../../../kernel/world';
import {
  checkCommon,
  checkConfirmed,
  checkFreeName,
  checkReplication,
  checkRookModel,
  checkServices,
  checkTier,
  leastReplication,
  servicesIn,
} from '../../checks/storage/backends';
import { ofSystem } from '../../cloud/context';
import { refuse } from '../../faults';
import { newInCloud } from '../../network/rows';
import type { Row } from '../../rows';
import {
  APPS,
  clearBackendFailed,
  raiseBackendFailed,
  setBackend,
  TYPED,
  WITH_APP,
} from '../../storage/backends';
import { tellCluster } from '../../storage/ceph';
import { inService } from '../../storage/jobs';
import { backendOf, capabilitiesOf, controllers } from '../../storage/rows';
import { textIn, uuidIn } from '../ptp-body';

type Body = { [attribute: string]: Json };

/** How long the controllers need for a backend, in seconds. */
const WORK = 120;

/** The new row of the general collection; that of its type is made with it. */
export function createBackend(world: World, type: string, name: string, body: Body): Row {
  switch (type) {
    case 'ceph':
      return createCeph(world, name, body);
    case 'ceph-rook':
      return createRook(world, name, body);
    case 'lvm':
      return createLvm(world, name, body);
    case 'file':
    case 'external':
      return createPlain(world, type, name, body);
    default:
      // Own words: the platform wants a file with it.
      return refuse(400, `Backend ${type} is not simulated`);
  }
}

function add(world: World, type: string, columns: Body, own: Body = {}): Row {
  const { id: _id, ...begin } = newInCloud(world, 'storage_backend');
  const shared = { ...begin, uuid: begin.uuid, backend: type, ...columns, confirmed: false };
  const general: Row = { ...shared, ...ofSystem(world.sysinv.context), network: 'mgmt' };
  world.sysinv.cloud('storage_backend').push(general);
  const typed = type === 'ceph' ? { network: 'mgmt', ...own } : { ...ofSystem(world.sysinv.context), ...own };
  world.sysinv.cloud(TYPED[type] ?? '').push({ ...shared, ...typed });
  return general;
}

const textOr = (body: Body, attribute: string, other: string): string => textIn(body, attribute) ?? other;

function createCeph(world: World, name: string, body: Body): Row {
  const primary = !backendOf(world, 'ceph');
  const services = servicesIn(body.services);
  checkCommon(world, 'ceph', services);
  const capabilities = {
    replication: '2',
    min_replication: '1',
    ...capabilitiesOf(backendOf(world, 'ceph')),
    ...capabilitiesOf({ uuid: '', capabilities: body.capabilities ?? {} }),
  };
  checkReplication(world, capabilities, 'ceph');
  checkServices('ceph', services, !primary);
  checkFreeName(world, name);
  const tier = checkTier(world, uuidIn(body, 'tier_uuid'), primary);
  // Own words.
  if (!['mgmt', 'cluster-host'].includes(textOr(body, 'network', 'mgmt')))
    refuse(400, 'Ceph is on mgmt or cluster-host');
  checkConfirmed('ceph', body.confirmed);
  const home = tier ?? makeCluster(world, 'ceph');
  const row = add(
    world,
    'ceph',
    {
      name,
      state: 'configuring',
      task: 'applying-manifests',
      services: services.join(',') || null,
      capabilities,
    },
    {
      cinder_pool_gib: null,
      glance_pool_gib: null,
      ephemeral_pool_gib: null,
      object_pool_gib: null,
      kube_pool_gib: null,
      object_gateway: services.includes('swift'),
      tier_name: home.name ?? null,
      tier_uuid: home.uuid,
      ceph_total_space_gib: 0,
    },
  );
  home.backend_uuid = row.uuid;
  configure(world, row);
  return row;
}

/** The controllers take the backend up; 800.104 says where that failed. */
function configure(world: World, row: Row): void {
  const [host] = controllers(world);
  if (!host) return;
  inService(world, host, WORK, (asked) => {
    const worked = asked();
    if (worked) clearBackendFailed(world, row);
    else raiseBackendFailed(world, row);
    setBackend(world, row, { state: worked ? 'configured' : 'configuration-failed', task: null });
  });
}

/** The cluster and its tier that the first backend of Ceph brings with it. */
function makeCluster(world: World, type: 'ceph' | 'ceph-rook'): Row {
  const rook = type === 'ceph-rook';
  const tiers = world.sysinv.cloud('storage_tiers');
  const { context } = world.sysinv;
  const cluster: Row = {
    ...newInCloud(world, 'clusters'),
    cluster_uuid: null,
    type,
    name: rook ? 'ceph_rook_cluster' : 'ceph_cluster',
    deployment_model: world.sysinv.isSimplex()
      ? 'aio-sx'
      : context.allInOne
        ? 'controller-nodes'
        : 'undefined',
    peers: [],
    tiers: [],
  };
  world.sysinv.cloud('clusters').push(cluster);
  const tier: Row = {
    ...newInCloud(world, 'storage_tiers'),
    name: 'storage',
    type: 'ceph',
    status: 'defined',
    capabilities: {},
    backend_uuid: null,
    cluster_uuid: cluster.uuid,
    stors: [],
  };
  tiers.push(tier);
  tellCluster(world);
  return tier;
}

/** The status of the application that does the work, in its backend's words. */
const appTask = (world: World, type: string): string =>
  String(world.sysinv.cloud('apps').find(({ name }) => name === APPS[type])?.status ?? 'missing');

function createRook(world: World, name: string, body: Body): Row {
  const given = capabilitiesOf({ uuid: '', capabilities: body.capabilities ?? {} });
  const simplex = world.sysinv.isSimplex();
  const copies = String(given.replication ?? (simplex ? 1 : 2));
  const capabilities = {
    deployment_model: textOr(body, 'deployment', 'controller'),
    failure_domain: textOr(body, 'failure_domain', simplex ? 'osd' : 'host'),
    replication: copies,
    min_replication: String(leastReplication(Number(copies))),
    ...given,
  };
  const services = body.services ? servicesIn(body.services) : ['block', 'filesystem'];
  checkCommon(world, 'ceph-rook', services);
  checkRookModel(world, capabilities);
  if (!services.includes('block') && !services.includes('ecblock')) services.push('block');
  checkServices('ceph-rook', services);
  checkFreeName(world, name);
  const tier = checkTier(world, uuidIn(body, 'tier_uuid'), true) ?? makeCluster(world, 'ceph-rook');
  checkConfirmed('ceph-rook', body.confirmed);
  const task = appTask(world, 'ceph-rook');
  const columns = { name, state: WITH_APP, task, services: services.join(','), capabilities };
  const row = add(world, 'ceph-rook', columns, { deployment: null, failure_domain: null });
  tier.backend_uuid = row.uuid;
  return row;
}

function createLvm(world: World, name: string, body: Body): Row {
  // Own words.
  if (backendOf(world, 'lvm')) refuse(400, 'There is one backend lvm at most');
  const services = servicesIn(body.services);
  checkCommon(world, 'lvm', services);
  checkServices('lvm', services);
  const task = appTask(world, 'lvm');
  return add(world, 'lvm', { name, state: WITH_APP, task, services: null, capabilities: {} });
}

function createPlain(world: World, type: 'file' | 'external', name: string, body: Body): Row {
  const services = servicesIn(body.services);
  checkCommon(world, type, services);
  // Own words.
  if (type === 'external' && name !== 'shared_services')
    refuse(400, 'The external backend is called shared_services');
  checkServices(type, services);
  checkFreeName(world, name);
  checkConfirmed(type, body.confirmed);
  const columns = { name, state: 'configured', task: null, services: services.join(',') || null };
  return add(world, type, { ...columns, capabilities: {} });
}
