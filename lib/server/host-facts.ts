/**
 * The facts that a preflight leans on, one reading each: a service that is slow or gone costs its own fact, never
 * the others, and what is the same for every host is read once for all who look.
 */
import 'server-only';
import { isController } from '@/lib/domain/host';
import type { FactName, HostFacts } from '@/lib/domain/host-facts';
import type { FilesystemRoomFact } from '@/lib/domain/readiness-facts';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import { listAppStates } from '@/lib/stx/sysinv/applications/states';
import { listDataNetworkUses, listInterfaces, listNetworkTypes } from '@/lib/stx/sysinv/interfaces';
import { getKernel } from '@/lib/stx/sysinv/kernel';
import { getKubeHostUpgrade, getRootcaUpdate } from '@/lib/stx/sysinv/kubernetes/host-facts';
import { listPtpInstanceNames } from '@/lib/stx/sysinv/ptp-instances';
import {
  listAddressFacts,
  listCpuUses,
  listDataNetworkTypes,
  listDataUses,
  listDeviceFacts,
  listLabelFacts,
  listMemory,
  listPortFacts,
} from '@/lib/stx/sysinv/readiness';
import {
  getFilesystemRoom,
  getOamUnits,
  getPtpTransport,
  listTierFacts,
  listVolumeGroupFacts,
} from '@/lib/stx/sysinv/readiness-cloud';
import { listControllerFs, listMonitors, listStorageBackends } from '@/lib/stx/sysinv/storage/cloud-facts';
import {
  listHostFs,
  listOsds,
  listPartitions,
  listPhysicalVolumes,
} from '@/lib/stx/sysinv/storage/host-facts';
import { getDeploy } from '@/lib/stx/usm/deploy';
import { loadTimeTakers, type TimeReadings } from './time-takers';

/** One fact with its name, so that whoever takes it knows its shape. */
export type FactAnswer<N extends FactName = FactName> = {
  [Name in N]: { name: Name; value: HostFacts[Name] };
}[N];

/** What a reading is made with: of the cloud a connection alone. */
type Loader<A extends unknown[], T> = (...given: A) => Promise<Result<T>>;
type OfCloud = [connection: Connection];
/** `shared`: readings that everybody shares, for what is put together of them. */
type OfHost = [connection: Connection, host: string, shared: TimeReadings];

const named =
  <N extends FactName, A extends unknown[]>(
    name: N,
    load: Loader<A, HostFacts[N]>,
  ): Loader<A, { name: N; value: HostFacts[N] }> =>
  async (...given) => {
    const value = await load(...given);
    return value.ok ? ok({ name, value: value.data }) : value;
  };

/** What is the same for every host. Alarms have a view of their own, which every page reads anyway. */
const OF_CLOUD = {
  apps: named('apps', listAppStates),
  dataNetworks: named('dataNetworks', listDataNetworkUses),
  networkTypes: named('networkTypes', listNetworkTypes),
  storageBackends: named('storageBackends', listStorageBackends),
  controllerFs: named('controllerFs', listControllerFs),
  monitors: named('monitors', listMonitors),
  deploy: named('deploy', getDeploy),
  dataNetworkTypes: named('dataNetworkTypes', listDataNetworkTypes),
  tiers: named('tiers', listTierFacts),
  oamUnits: named('oamUnits', getOamUnits),
  ptpTransport: named('ptpTransport', getPtpTransport),
};

/** What has to be asked for one host. */
const OF_HOST = {
  kubeRootca: named('kubeRootca', getRootcaUpdate),
  kubeHostUpgrade: named('kubeHostUpgrade', getKubeHostUpgrade),
  interfaces: named('interfaces', listInterfaces),
  physicalVolumes: named('physicalVolumes', listPhysicalVolumes),
  partitions: named('partitions', listPartitions),
  osds: named('osds', listOsds),
  hostFs: named('hostFs', listHostFs),
  kernel: named('kernel', getKernel),
  ptpInstances: named('ptpInstances', listPtpInstanceNames),
  memory: named('memory', listMemory),
  cpus: named('cpus', listCpuUses),
  devices: named('devices', listDeviceFacts),
  ports: named('ports', listPortFacts),
  labels: named('labels', listLabelFacts),
  addresses: named('addresses', listAddressFacts),
  dataUses: named('dataUses', listDataUses),
  volumeGroups: named('volumeGroups', listVolumeGroupFacts),
  filesystemRoom: named('filesystemRoom', loadFilesystemRoom),
  timeTakers: named('timeTakers', (...[, host, shared]: OfHost) => loadTimeTakers(host, shared)),
};

/** The active controller is who the list of hosts says it is. */
async function loadFilesystemRoom(
  ...[connection, host, shared]: OfHost
): Promise<Result<FilesystemRoomFact>> {
  const hosts = await shared.hosts();
  if (hosts.error) return fail(hosts.error);
  const active = hosts.value?.data.hosts.find((one) => isController(one) && one.activity === 'active');
  if (!active) return fail({ kind: 'unavailable', message: 'No controller is active.' });
  return getFilesystemRoom(connection, host, active.id);
}

export type CloudFactName = keyof typeof OF_CLOUD;
export type HostFactName = keyof typeof OF_HOST;

export const isCloudFact = (name: string): name is CloudFactName => Object.hasOwn(OF_CLOUD, name);
export const isHostFact = (name: string): name is HostFactName => Object.hasOwn(OF_HOST, name);

/** Reads a fact of the cloud. */
export function loadCloudFact(
  connection: Connection,
  name: CloudFactName,
): Promise<Result<FactAnswer<CloudFactName>>> {
  const load: Loader<OfCloud, FactAnswer<CloudFactName>> = OF_CLOUD[name];
  return load(connection);
}

/**
 * Reads a fact of one host.
 * @param host uuid
 * @param shared readings that everybody shares, for what is put together of them
 */
export function loadHostFact(
  connection: Connection,
  name: HostFactName,
  host: string,
  shared: TimeReadings,
): Promise<Result<FactAnswer<HostFactName>>> {
  const load: Loader<OfHost, FactAnswer<HostFactName>> = OF_HOST[name];
  return load(connection, host, shared);
}
