/**
 * Collections of one host: sysinv `/v1/ihosts/{uuid}/…`. Each is one request, so that a page asks only for what it
 * shows. sysinv answers an unknown uuid with an empty list, not with 404: the caller knows that the host exists.
 */
import 'server-only';
import { z } from 'zod';
import type { UnreadableRow } from '@/lib/domain/host';
import type {
  Cpu,
  DataNetworkUse,
  HostFilesystem,
  HostLabel,
  HugePages,
  Kernel,
  MemoryNode,
  PciDevice,
  Sensor,
} from '@/lib/domain/host-parts';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, collect, segment } from '../connection';
import { flag, number, readable, readRows, text } from '../decode';

export type Rows<T> = { rows: T[]; unreadable: UnreadableRow[] };

/** One collection of a host: where it is, under which key its rows come, and how a row reads. */
type Part<Wire, Row> = {
  path: string;
  key: string;
  wire: z.ZodType<Wire>;
  names: readonly string[];
  reshape: (wire: Wire) => Row;
};

const part = <Wire, Row>(definition: Part<Wire, Row>) => definition;

const uuid = z.string();

export const cpus = part({
  path: 'icpus',
  key: 'icpus',
  names: ['uuid'],
  wire: z.object({
    uuid,
    cpu: z.number(),
    core: number,
    thread: number,
    numa_node: number,
    allocated_function: text,
    cpu_model: text,
  }),
  reshape: (wire): Cpu => ({
    id: wire.uuid,
    number: wire.cpu,
    core: wire.core,
    thread: wire.thread,
    node: wire.numa_node,
    use: wire.allocated_function,
    model: wire.cpu_model,
  }),
});

export const memory = part({
  path: 'imemorys',
  key: 'imemorys',
  names: ['uuid'],
  wire: z.object({
    uuid,
    numa_node: number,
    memtotal_mib: number,
    memavail_mib: number,
    platform_reserved_mib: number,
    vm_hugepages_nr_4K: number,
    vm_hugepages_nr_2M: number,
    vm_hugepages_avail_2M: number,
    vm_hugepages_nr_2M_pending: number,
    vm_hugepages_nr_1G: number,
    vm_hugepages_avail_1G: number,
    vm_hugepages_nr_1G_pending: number,
  }),
  reshape: (wire): MemoryNode => ({
    id: wire.uuid,
    node: wire.numa_node,
    totalMib: wire.memtotal_mib,
    availableMib: wire.memavail_mib,
    platformReservedMib: wire.platform_reserved_mib,
    smallPages: wire.vm_hugepages_nr_4K,
    hugePages: [
      pages(1024, wire.vm_hugepages_nr_1G, wire.vm_hugepages_avail_1G, wire.vm_hugepages_nr_1G_pending),
      pages(2, wire.vm_hugepages_nr_2M, wire.vm_hugepages_avail_2M, wire.vm_hugepages_nr_2M_pending),
    ],
  }),
});

const pages = (
  sizeMib: number,
  total: number | null,
  available: number | null,
  pending: number | null,
): HugePages => ({ sizeMib, total, available, pending });

export const sensors = part({
  path: 'isensors',
  key: 'isensors',
  names: ['sensorname'],
  wire: z.object({
    uuid,
    sensorname: z.string(),
    sensortype: text,
    status: text,
    state: text,
    suppress: flag,
  }),
  reshape: (wire): Sensor => ({
    id: wire.uuid,
    name: wire.sensorname,
    type: wire.sensortype,
    status: wire.status,
    state: wire.state,
    suppressed: wire.suppress ?? false,
  }),
});

export const filesystems = part({
  path: 'host_fs',
  key: 'host_fs',
  names: ['name'],
  wire: z.object({ uuid, name: z.string(), size: number, state: text }),
  reshape: (wire): HostFilesystem => ({
    id: wire.uuid,
    name: wire.name,
    sizeGib: wire.size,
    state: wire.state,
  }),
});

export const labels = part({
  path: 'labels',
  key: 'labels',
  names: ['label_key'],
  wire: z.object({ uuid, label_key: z.string(), label_value: text }),
  reshape: (wire): HostLabel => ({ id: wire.uuid, key: wire.label_key, value: wire.label_value }),
});

export const devices = part({
  path: 'pci_devices',
  key: 'pci_devices',
  names: ['name'],
  wire: z.object({
    uuid,
    name: text,
    pciaddr: text,
    pvendor: text,
    pdevice: text,
    pclass: text,
    numa_node: number,
    driver: text,
    enabled: flag,
    sriov_numvfs: number,
  }),
  reshape: (wire): PciDevice => ({
    id: wire.uuid,
    name: wire.name,
    address: wire.pciaddr,
    vendor: wire.pvendor,
    device: wire.pdevice,
    kind: wire.pclass,
    node: wire.numa_node,
    driver: wire.driver,
    enabled: wire.enabled,
    virtualFunctions: wire.sriov_numvfs,
  }),
});

export const dataNetworks = part({
  path: 'interface_datanetworks',
  key: 'interface_datanetworks',
  names: ['ifname'],
  wire: z.object({ uuid, ifname: z.string(), datanetwork_name: z.string() }),
  reshape: (wire): DataNetworkUse => ({ interfaceName: wire.ifname, network: wire.datanetwork_name }),
});

/** Decodes the rows of one collection. */
export function decodePart<Wire, Row>(definition: Part<Wire, Row>, rows: readonly unknown[]): Rows<Row> {
  return readRows(rows, definition.wire, definition.reshape, definition.names);
}

/** Reads one collection of a host. */
export async function listPart<Wire, Row>(
  connection: Connection,
  hostId: string,
  definition: Part<Wire, Row>,
): Promise<Result<Rows<Row>>> {
  const rows = await collect(connection, `/ihosts/${segment(hostId)}/${definition.path}`, definition.key);
  return rows.ok ? ok(decodePart(definition, rows.data)) : rows;
}

const kernelWire = z.object({ kernel_provisioned: text, kernel_running: text });

/** Decodes `/v1/ihosts/{uuid}/kernel`. */
export function decodeKernel(body: unknown, requestId: string): Result<Kernel> {
  const read = readable(kernelWire, body, 'sysinv', requestId);
  if (!read.ok) return read;
  return ok({ provisioned: read.data.kernel_provisioned, running: read.data.kernel_running });
}

/** Which kernel the host is to run (standard, lowlatency) and which it runs. */
export async function getKernel(connection: Connection, hostId: string): Promise<Result<Kernel>> {
  const answer = await ask(connection, 'sysinv', `/ihosts/${segment(hostId)}/kernel`);
  return answer.ok ? decodeKernel(answer.data.body, connection.requestId) : answer;
}
