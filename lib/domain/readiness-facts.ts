/**
 * Facts that the unlock of a host leans on, beyond those that other actions share (host-facts.ts). Each is one REST
 * resource of sysinv, reshaped; a figure that the platform did not give is null.
 */
import type { Unknown } from './host';

/** `/v1/ihosts/{uuid}/imemorys`: memory of one NUMA node. The node's own total is in no answer. */
export type MemoryFact = {
  node: Unknown<number>;
  /** `memtotal_mib`: what is there for hugepages and pods. */
  totalMib: Unknown<number>;
  reservedMib: Unknown<number>;
  /** `minimum_platform_reserved_mib`, which is another figure on a virtual platform. */
  minimumMib: Unknown<number>;
  hugepagesConfigured: boolean;
  vswitch: { required: Unknown<number>; pages: Unknown<number>; sizeMib: Unknown<number> };
  /** Pending figures are percentages, not numbers of pages. */
  asPercentage: boolean;
  /** Pages, or the percentage, of 2 MiB and of 1 GiB. */
  pages2M: Pages;
  pages1G: Pages;
  /** `vm_hugepages_possible_2M`: how many pages of 2 MiB would fit beside the platform. */
  possible2M: Unknown<number>;
};
export type Pages = {
  now: Unknown<number>;
  pending: Unknown<number>;
  percentage: Unknown<number>;
};

/** `/v1/ihosts/{uuid}/icpus`: a logical processor. */
export type CpuFact = { thread: Unknown<number>; function: Unknown<string> };

/** `/v1/ihosts/{uuid}/pci_devices`. */
export type DeviceFact = {
  address: string;
  /** PCI class, as `120000`. */
  classId: Unknown<string>;
  /** PCI device id, as `0d5c`. */
  deviceId: Unknown<string>;
  vfs: Unknown<number>;
  vfAddresses: number;
  /** `expected_numvfs` inside `extra_info`, a Python dict as text; null without it. */
  expectedVfs: Unknown<number>;
  /** `extra_info` says something else than this console can read. */
  odd: boolean;
};

/** `/v1/ihosts/{uuid}/ethernet_ports`. */
export type PortFact = {
  name: string;
  /** uuid of the interface above it. */
  interfaceId: Unknown<string>;
  driver: Unknown<string>;
  dpdk: Unknown<boolean>;
  vfAddresses: number;
  vfDriver: Unknown<string>;
  vfMaxChannels: Unknown<number>;
};

/** `/v1/ihosts/{uuid}/labels`. */
export type LabelFact = { key: string; value: Unknown<string> };

/** `/v1/ihosts/{uuid}/addresses`. */
export type AddressFact = { interface: Unknown<string>; family: 4 | 6 };

/** `/v1/ihosts/{uuid}/interface_datanetworks`. */
export type DataUseFact = { interface: string; network: string };

/** `/v1/datanetworks`. */
export type DataNetworkTypeFact = {
  name: string;
  /** flat, vlan, vxlan. */
  type: Unknown<string>;
  multicastGroup: Unknown<string>;
};

/** `/v1/ihosts/{uuid}/ilvgs`. */
export type VolumeGroupFact = { name: string; state: Unknown<string> };

/** `/v1/storage_tiers`: `stors` are the ids of its OSDs, journals not among them. */
export type TierFact = {
  id: string;
  name: string;
  type: Unknown<string>;
  backendId: Unknown<string>;
  osds: number;
};

/** `/v1/iextoam`: the addresses of the two controllers. */
export type OamUnitsFact = { first: Unknown<string>; second: Unknown<string> };

/** Room for the filesystems of controllers: `/v1/ihosts/{active}/ilvgs` against `/v1/ihosts/{uuid}/ipvs`, in bytes. */
export type FilesystemRoomFact = {
  /** Used in cgts-vg of the active controller; null while that group has no sizes yet. */
  used: Unknown<number>;
  /** Given to cgts-vg of the host. */
  given: number;
};

export type ReadinessFacts = {
  memory: readonly MemoryFact[];
  cpus: readonly CpuFact[];
  devices: readonly DeviceFact[];
  ports: readonly PortFact[];
  labels: readonly LabelFact[];
  addresses: readonly AddressFact[];
  dataUses: readonly DataUseFact[];
  dataNetworkTypes: readonly DataNetworkTypeFact[];
  volumeGroups: readonly VolumeGroupFact[];
  tiers: readonly TierFact[];
  oamUnits: OamUnitsFact;
  filesystemRoom: FilesystemRoomFact;
  /** `/v1/ptp`: `transport` of the older single instance: l2, udp. */
  ptpTransport: Unknown<string>;
};
