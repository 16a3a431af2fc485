/** What documents are made of: readings of the platform, each of which may be missing. */

import type { PtpInstance, PtpInterface } from '../clock/ptp-config';
import type { Host, Unknown } from '../host';
import type { Cpu, HostLabel } from '../host-parts';
import type { Address, Route } from '../network/address';
import type {
  AddressPool,
  DataNetwork,
  PlatformNetwork,
  PoolAssignment,
} from '../network/cloud/cloud-networks';
import type { DataUse, Interface, NetworkUse } from '../network/interface';
import type { Port } from '../network/port';
import type { Backend, Monitor, StorageCluster, Tier } from '../storage/backend';
import type { Disk } from '../storage/disk';
import type { ControllerFs, HostFs } from '../storage/filesystem';
import type { Partition } from '../storage/partition';
import type { StorageFunction } from '../storage/storage-function';
import type { PhysicalVolume, VolumeGroup } from '../storage/volume-group';
import type { System } from '../system';

/** Rows, and how many more could not be read; or why there are none. */
export type Said<T> = { rows: readonly T[]; odd: number } | { unread: string };

export const rowsOf = <T>(said: Said<T>): readonly T[] => ('rows' in said ? said.rows : []);

/** Memory of one NUMA node as it is to be after the next unlock: sysinv `imemorys` (api/controllers/v1/memory.py). */
export type MemoryPlan = {
  node: Unknown<number>;
  platformMib: Unknown<number>;
  vswitch: { pageMib: Unknown<number>; pages: Unknown<number> };
  /** Pages of 2 MiB and of 1 GiB: those asked for where a change waits for an unlock, otherwise those there are. */
  pages2M: Unknown<number>;
  pages1G: Unknown<number>;
};

/** What is read below each host. */
export type HostLists = {
  cpus: Said<Cpu>;
  memory: Said<MemoryPlan>;
  labels: Said<HostLabel>;
  ports: Said<Port>;
  interfaces: Said<Interface>;
  networks: Said<NetworkUse>;
  dataNetworks: Said<DataUse>;
  addresses: Said<Address>;
  routes: Said<Route>;
  disks: Said<Disk>;
  partitions: Said<Partition>;
  physicalVolumes: Said<PhysicalVolume>;
  volumeGroups: Said<VolumeGroup>;
  storageFunctions: Said<StorageFunction>;
  filesystems: Said<HostFs>;
};
export type HostList = keyof HostLists;

/** What of the cloud a host refers to. */
export type HostContext = {
  pools: Said<Omit<AddressPool, 'taken'>>;
  monitors: Said<Monitor>;
  clusters: Said<StorageCluster>;
  tiers: Said<Tier>;
  ptpInstances: Said<PtpInstance>;
  ptpInterfaces: Said<PtpInterface>;
};

export type HostSource = { host: Host; lists: HostLists; context: HostContext };

/** Settings of the system itself; null: not read, or it has none. */
export type SystemSettings = {
  latitude: Unknown<string>;
  longitude: Unknown<string>;
};

export type CloudSource = HostContext & {
  system: System & SystemSettings;
  networks: Said<Omit<PlatformNetwork, 'use'>>;
  assignments: Said<PoolAssignment>;
  dataNetworks: Said<Omit<DataNetwork, 'use'>>;
  /** Addresses of the name servers. */
  dns: Said<string>;
  ntp: Said<string>;
  ptp: Said<{ mode: Unknown<string>; transport: Unknown<string>; mechanism: Unknown<string> }>;
  /** Percent. */
  drbdLinkUtilization: Said<number>;
  backends: Said<Backend>;
  controllerFilesystems: Said<ControllerFs>;
};
