/**
 * What a host is made of and carries, as its page shows it. Units are in the names. What sysinv does not store is
 * not here: it has no fill of filesystems. Sensors are in sensor/.
 */
import type { Unknown } from './host';

/** One logical processor (hardware thread). */
export type Cpu = {
  id: string;
  /** Logical number, as the kernel counts. */
  number: number;
  core: Unknown<number>;
  thread: Unknown<number>;
  /** NUMA node. */
  node: Unknown<number>;
  /** Platform, Vswitch, Shared, Application, Application-isolated. */
  use: Unknown<string>;
  model: Unknown<string>;
};

/** Huge pages of one size on one NUMA node. */
export type HugePages = {
  sizeMib: number;
  total: Unknown<number>;
  available: Unknown<number>;
  /** Waits for the next unlock; percent where the node counts in those. */
  pending: Unknown<number>;
  /** Of what platform and vswitch leave, where the node counts in percent. */
  percentage: Unknown<number>;
};

/** Pages of the vswitch on one NUMA node. `required` waits for the next unlock. */
export type VswitchPages = {
  sizeMib: Unknown<number>;
  total: Unknown<number>;
  available: Unknown<number>;
  required: Unknown<number>;
};

/** Memory of one NUMA node. */
export type MemoryNode = {
  id: string;
  node: Unknown<number>;
  totalMib: Unknown<number>;
  availableMib: Unknown<number>;
  platformReservedMib: Unknown<number>;
  /** The least that the platform takes. */
  minimumReservedMib: Unknown<number>;
  /** Has the processor pages of 1 GiB? */
  supports1G: Unknown<boolean>;
  /** Are pages asked for in percent? */
  asPercentage: Unknown<boolean>;
  vswitch: VswitchPages;
  /** Number of 4 KiB pages left to applications. */
  smallPages: Unknown<number>;
  hugePages: HugePages[];
};

export type HostFilesystem = {
  id: string;
  name: string;
  sizeGib: Unknown<number>;
  /** Ready, or what the platform is doing with it. */
  state: Unknown<string>;
};

export type HostLabel = { id: string; key: string; value: Unknown<string> };

/** Only accelerators say this; an FPGA has most of it, others null. */
export type FpgaFacts = {
  bmcBuild: Unknown<string>;
  bmcFirmware: Unknown<string>;
  retimerA: Unknown<string>;
  retimerB: Unknown<string>;
  rootKey: Unknown<string>;
  revokedKeyIds: Unknown<string>;
  /** user or factory: which of its images it runs. */
  bootPage: Unknown<string>;
  bitstreamId: Unknown<string>;
};

export type PciDevice = {
  id: string;
  name: Unknown<string>;
  address: Unknown<string>;
  vendor: Unknown<string>;
  device: Unknown<string>;
  kind: Unknown<string>;
  /** Four hexadecimal digits, as the PCI ids have them; the class has six. */
  vendorId: Unknown<string>;
  deviceId: Unknown<string>;
  classId: Unknown<string>;
  subsystem: Unknown<string>;
  node: Unknown<number>;
  driver: Unknown<string>;
  /** May workloads have it? */
  enabled: Unknown<boolean>;
  virtualFunctions: Unknown<number>;
  /** 0: it has no SR-IOV. */
  totalVirtualFunctions: Unknown<number>;
  virtualFunctionDriver: Unknown<string>;
  virtualFunctionAddresses: readonly string[];
  fpga: FpgaFacts | null;
};

/** An interface of the host on a data network. */
export type DataNetworkUse = { interfaceName: string; network: string };

export type Kernel = { provisioned: Unknown<string>; running: Unknown<string> };

/** Cores of a NUMA node, each with its hardware threads, in the kernel's order. */
export type CoreMap = { node: Unknown<number>; cores: { core: Unknown<number>; threads: Cpu[] }[] }[];

/** Arranges logical processors as sockets see them, for drawing. */
export function coreMap(cpus: readonly Cpu[]): CoreMap {
  const nodes = new Map<Unknown<number>, Map<string, { core: Unknown<number>; threads: Cpu[] }>>();
  for (const cpu of [...cpus].sort((a, b) => a.number - b.number)) {
    const cores = nodes.get(cpu.node) ?? new Map<string, { core: Unknown<number>; threads: Cpu[] }>();
    nodes.set(cpu.node, cores);
    // A processor that does not say its core stands alone instead of sharing one with all the others.
    const key = cpu.core === null ? `cpu ${cpu.number}` : `core ${cpu.core}`;
    const core = cores.get(key) ?? { core: cpu.core, threads: [] };
    core.threads.push(cpu);
    cores.set(key, core);
  }
  return [...nodes]
    .sort(([a], [b]) => (a ?? 99) - (b ?? 99))
    .map(([node, cores]) => ({ node, cores: [...cores.values()] }));
}

/** How often each use occurs, in order of first appearance; processors without a use count as unassigned. */
export function cpuUses(cpus: readonly Cpu[]): { use: string; threads: number }[] {
  const counts = new Map<string, number>();
  for (const cpu of cpus) {
    const use = cpu.use ?? 'Unassigned';
    counts.set(use, (counts.get(use) ?? 0) + 1);
  }
  return [...counts].map(([use, threads]) => ({ use, threads }));
}
