/**
 * The facts that a preflight leans on, one reading each: a service that is slow or gone costs its own fact, never
 * the others, and what is the same for every host is read once for all who look.
 */
import 'server-only';
import type { FactName, HostFacts } from '@/lib/domain/host-facts';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import { listAppStates } from '@/lib/stx/sysinv/applications/states';
import { listDataNetworkUses, listInterfaces, listNetworkTypes } from '@/lib/stx/sysinv/interfaces';
import { getKernel } from '@/lib/stx/sysinv/kernel';
import { getKubeHostUpgrade, getRootcaUpdate } from '@/lib/stx/sysinv/kube';
import { listPtpInstanceNames } from '@/lib/stx/sysinv/ptp-instances';
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
  timeTakers: named('timeTakers', (...[, host, shared]: OfHost) => loadTimeTakers(host, shared)),
};

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
