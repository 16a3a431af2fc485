/** Sections in which the configuration of a host is read and compared. */
import type { HostContext, HostList } from './source';

export const SECTIONS = [
  'general',
  'board',
  'interfaces',
  'storage',
  'memory',
  'processors',
  'labels',
  'ptp',
] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  general: 'General',
  board: 'Board management',
  interfaces: 'Interfaces',
  storage: 'Storage',
  memory: 'Memory',
  processors: 'Processors',
  labels: 'Labels',
  ptp: 'PTP',
};

type Part = { section: Section; words: string };

/** What each list is of, and how a person calls it. */
export const PARTS: Readonly<Record<HostList | keyof HostContext, Part>> = {
  cpus: { section: 'processors', words: 'Processors' },
  memory: { section: 'memory', words: 'Memory' },
  labels: { section: 'labels', words: 'Labels' },
  ports: { section: 'interfaces', words: 'Ports' },
  interfaces: { section: 'interfaces', words: 'Interfaces' },
  networks: { section: 'interfaces', words: 'Platform networks of interfaces' },
  dataNetworks: { section: 'interfaces', words: 'Data networks of interfaces' },
  addresses: { section: 'interfaces', words: 'Addresses' },
  routes: { section: 'interfaces', words: 'Routes' },
  pools: { section: 'interfaces', words: 'Address pools' },
  disks: { section: 'storage', words: 'Disks' },
  partitions: { section: 'storage', words: 'Partitions' },
  physicalVolumes: { section: 'storage', words: 'Physical volumes' },
  volumeGroups: { section: 'storage', words: 'Volume groups' },
  storageFunctions: { section: 'storage', words: 'OSDs' },
  filesystems: { section: 'storage', words: 'Filesystems' },
  monitors: { section: 'storage', words: 'Ceph monitors' },
  clusters: { section: 'storage', words: 'Ceph clusters' },
  tiers: { section: 'storage', words: 'Storage tiers' },
  ptpInstances: { section: 'ptp', words: 'PTP instances' },
  ptpInterfaces: { section: 'ptp', words: 'PTP interfaces' },
};
