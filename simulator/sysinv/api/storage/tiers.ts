/** Writes of storage tiers and of clusters (sysinv api/controllers/v1/storage_tier.py, cluster.py). Refusals are in own words unless recorded. */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller, World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { cloudRowOf, newInCloud, ofCloud, removeRow } from '../../network/rows';
import type { Row } from '../../rows';
import { monitors, osds, tellCluster } from '../../storage/ceph';
import { backendOf, stampRow } from '../../storage/rows';
import type { RouteOn } from '../collections';
import { jsonBody, patchOperations, python } from '../json-patch';
import { bodyFor, textIn, uuidIn } from '../ptp-body';
import { ok, wireRow } from '../wire';

const ATTRIBUTES = [
  'uuid',
  'name',
  'type',
  'status',
  'capabilities',
  'backend_uuid',
  'cluster_uuid',
  'stors',
];
const OWN = 'storage';
/** RFC 1123: what Kubernetes takes as a name. */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

export function tierRoutes(on: RouteOn): void {
  on('POST', '/v1/storage_tiers', post);
  on('PATCH', '/v1/storage_tiers/:id', patch);
  on('DELETE', '/v1/storage_tiers/:id', remove);
  on('POST', '/v1/clusters', (call) =>
    refuse(400, `Cluster cannot be created: ${python(jsonBody(call) ?? null)}`),
  );
}

const answer = (call: Call, row: Row): Reply =>
  ok(wireRow(ofCloud('storage_tiers'), row, call.origin, 'item'));

const isRook = (world: World): boolean => backendOf(world, 'ceph-rook') !== undefined;

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'tier', ATTRIBUTES);
  const name = textIn(body, 'name') ?? OWN;
  const cluster = uuidIn(body, 'cluster_uuid');
  if (cluster === null) refuse(400, 'A tier needs its cluster');
  if (!world.sysinv.cloud('clusters').some(({ uuid }) => uuid === cluster)) {
    refuse(400, 'Invalid data: there is no such cluster');
  }
  if (isRook(world)) checkName(name);
  const tiers = world.sysinv.cloud('storage_tiers');
  if (tiers.some((row) => row.name === name)) refuse(400, `There is a tier ${name} already`);
  if (!isRook(world)) checkReady(world);
  const row: Row = {
    ...newInCloud(world, 'storage_tiers'),
    name,
    type: 'ceph',
    status: 'defined',
    capabilities: {},
    backend_uuid: isRook(world) ? (backendOf(world, 'ceph-rook')?.uuid ?? null) : null,
    cluster_uuid: cluster,
    stors: [],
  };
  tiers.push(row);
  tellCluster(world);
  return answer(call, row);
}

function checkName(name: string): void {
  if (!NAME.test(name))
    refuse(400, `A tier is not called ${name}: lower case letters, digits, - and . alone`);
}

/** Another tier needs a Ceph that works. */
function checkReady(world: World): void {
  const backend = backendOf(world, 'ceph');
  if (world.sysinv.context.allInOne) {
    if (backend?.state !== 'configured') refuse(400, 'The backend of the first tier is not configured');
    return;
  }
  const { available, required } = monitors(world);
  if (available.length < required) {
    refuse(400, `${available.length} storage monitors are there, ${required} are needed`);
  }
}

function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const row = cloudRowOf(world, 'storage_tiers', call.params.id ?? null);
  let name = row.name ?? null;
  for (const { path, value } of operations) {
    if (path !== '/name') refuse(400, `Of a tier the name is changed, not ${path.slice(1)}`);
    if (row.name === OWN) refuse(400, `Tier ${OWN} keeps its name`);
    if (row.status === 'in-use') refuse(400, `Tier ${row.name} keeps its name: it is in use`);
    name = value ?? null;
    if (isRook(world)) checkName(String(name));
  }
  if (name === row.name) refuse(400, 'Nothing of the tier changes');
  if (name === OWN) refuse(400, `${OWN} is the name of the platform's own tier`);
  stampRow(world, row, { name });
  tellCluster(world);
  return answer(call, row);
}

function remove(call: Call, { world }: Caller): Reply {
  const row = cloudRowOf(world, 'storage_tiers', call.params.id ?? null);
  const tiers = world.sysinv.cloud('storage_tiers');
  if (tiers.length === 1) refuse(400, 'One tier stays');
  if (!isRook(world) && row.name === OWN) refuse(400, `Tier ${OWN} stays`);
  if (row.status !== 'defined') refuse(400, `Tier ${row.name} is ${row.status}`);
  if (osds(world).some(({ tier_uuid }) => tier_uuid === row.uuid)) refuse(400, 'The tier has OSDs');
  removeRow(tiers, row);
  tellCluster(world);
  return { status: 204 };
}
