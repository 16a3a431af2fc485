/** NUMA nodes, logical processors and memory. */
import { rowUuid } from '../rows';
import { begin, hasWorker, isInventoried, type Seeder } from './context';

const NODES = 2;

/** Physical cores of one NUMA node. */
export function coresPerNode(host: Parameters<Seeder>[0]): number {
  return hasWorker(host) ? 16 : 8;
}

export const inodes: Seeder = (host, context) =>
  isInventoried(host)
    ? Array.from({ length: NODES }, (_, node) => ({
        ...begin('inodes', host, node, context),
        numa_node: node,
        capabilities: {},
      }))
    : [];

/**
 * Logical processors in the kernel's numbering: all first threads of node 0, of node 1, then the siblings.
 * The platform takes the first cores of node 0; on some workers a few cores are isolated for containers.
 */
export const icpus: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const cores = coresPerNode(host);
  const isolated = hasWorker(host) && host.row.id % 3 === 0 ? 4 : 0;
  return Array.from({ length: NODES * cores * 2 }, (_, cpu) => {
    const node = Math.floor((cpu % (NODES * cores)) / cores);
    const core = cpu % cores;
    return {
      ...begin('icpus', host, cpu, context),
      updated_at: null,
      cpu,
      core,
      thread: Math.floor(cpu / (NODES * cores)),
      cpu_family: '6',
      cpu_model: 'Intel(R) Xeon(R) Gold 6338N CPU @ 2.20GHz',
      allocated_function: functionOf(hasWorker(host), node, core, isolated, cores),
      numa_node: node,
      capabilities: {},
      inode_uuid: rowUuid('inodes', host.row.id, node),
      cpulist: null,
      function: null,
      num_cores_on_processor0: null,
      num_cores_on_processor1: null,
      num_cores_on_processor2: null,
      num_cores_on_processor3: null,
    };
  });
};

function functionOf(worker: boolean, node: number, core: number, isolated: number, cores: number): string {
  if (!worker || (node === 0 && core < 2)) return 'Platform';
  return node === 1 && core >= cores - isolated ? 'Application-isolated' : 'Application';
}

export const imemorys: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const worker = hasWorker(host);
  return Array.from({ length: NODES }, (_, node) => {
    const hugepages = worker && host.row.id % 2 === 1 ? 32 : 0;
    const total = worker ? 124_000 : 60_000;
    const reserved = reservedOn(node, worker, host.row.personality);
    return {
      ...begin('imemorys', host, node, context),
      updated_at: null,
      memtotal_mib: total,
      memavail_mib: total - reserved - hugepages * 1024 - 6000,
      platform_reserved_mib: reserved,
      hugepages_configured: hugepages > 0,
      vswitch_hugepages_size_mib: 1024,
      vswitch_hugepages_reqd: null,
      vswitch_hugepages_nr: 0,
      vswitch_hugepages_avail: 0,
      vm_pending_as_percentage: false,
      vm_hugepages_nr_2M_pending: null,
      vm_hugepages_2M_percentage: null,
      // A host has huge pages of one size.
      vm_hugepages_nr_2M: 0,
      vm_hugepages_avail_2M: 0,
      vm_hugepages_nr_1G_pending: null,
      vm_hugepages_1G_percentage: null,
      vm_hugepages_nr_1G: hugepages,
      vm_hugepages_nr_4K: Math.floor(((total - reserved - hugepages * 1024) * 1024) / 4),
      vm_hugepages_use_1G: true,
      vm_hugepages_avail_1G: Math.max(0, hugepages - 2),
      vm_hugepages_possible_2M: Math.floor((total - reserved) / 2),
      vm_hugepages_possible_1G: Math.floor((total - reserved) / 1024),
      // utils.get_minimum_platform_reserved_memory: of a controller alone, half of what it needs on each node; of a storage host, nothing.
      minimum_platform_reserved_mib: worker ? 1000 : reserved,
      // The whole of the node, which the API does not tell (recorded beside 124000: 127680).
      node_memtotal_mib: total + 3680,
      numa_node: node,
      capabilities: {},
      inode_uuid: rowUuid('inodes', host.row.id, node),
    };
  });
};

/** What a NUMA node has reserved for the platform after installation, in MiB (utils.get_required_platform_reserved_memory). */
function reservedOn(node: number, worker: boolean, personality: string | null): number {
  if (!worker) return personality === 'controller' ? 8250 : 0;
  if (node > 0) return 1000;
  return personality === 'controller' ? 10_000 : 8000;
}
