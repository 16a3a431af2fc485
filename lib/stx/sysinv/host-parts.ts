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
  FpgaFacts,
  HostFilesystem,
  HostLabel,
  Kernel,
  MemoryNode,
  PciDevice,
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

/** Only checks the types: gives each collection its own. */
export const part = <Wire, Row>(definition: Part<Wire, Row>) => definition;

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
    minimum_platform_reserved_mib: number,
    vm_hugepages_use_1G: flag,
    vm_pending_as_percentage: flag,
    vswitch_hugepages_size_mib: number,
    vswitch_hugepages_nr: number,
    vswitch_hugepages_avail: number,
    vswitch_hugepages_reqd: number,
    vm_hugepages_2M_percentage: number,
    vm_hugepages_1G_percentage: number,
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
    minimumReservedMib: wire.minimum_platform_reserved_mib,
    supports1G: wire.vm_hugepages_use_1G,
    asPercentage: wire.vm_pending_as_percentage,
    vswitch: {
      sizeMib: wire.vswitch_hugepages_size_mib,
      total: wire.vswitch_hugepages_nr,
      available: wire.vswitch_hugepages_avail,
      required: wire.vswitch_hugepages_reqd,
    },
    smallPages: wire.vm_hugepages_nr_4K,
    hugePages: [
      {
        ...{ sizeMib: 1024, total: wire.vm_hugepages_nr_1G, available: wire.vm_hugepages_avail_1G },
        ...{ pending: wire.vm_hugepages_nr_1G_pending, percentage: wire.vm_hugepages_1G_percentage },
      },
      {
        ...{ sizeMib: 2, total: wire.vm_hugepages_nr_2M, available: wire.vm_hugepages_avail_2M },
        ...{ pending: wire.vm_hugepages_nr_2M_pending, percentage: wire.vm_hugepages_2M_percentage },
      },
    ],
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

/** The platform leaves these out for all that is no accelerator (api/controllers/v1/pci_device.py). */
const fpgaText = z.string().nullish().catch(null);
const fpgaWire = {
  bmc_build_version: fpgaText,
  bmc_fw_version: fpgaText,
  retimer_a_version: fpgaText,
  retimer_b_version: fpgaText,
  root_key: fpgaText,
  revoked_key_ids: fpgaText,
  boot_page: fpgaText,
  bitstream_id: fpgaText,
};

const fpgaOf = (wire: { [Key in keyof typeof fpgaWire]?: string | null | undefined }): FpgaFacts => ({
  bmcBuild: wire.bmc_build_version || null,
  bmcFirmware: wire.bmc_fw_version || null,
  retimerA: wire.retimer_a_version || null,
  retimerB: wire.retimer_b_version || null,
  rootKey: wire.root_key || null,
  revokedKeyIds: wire.revoked_key_ids || null,
  bootPage: wire.boot_page || null,
  bitstreamId: wire.bitstream_id || null,
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
    pvendor_id: text,
    pdevice_id: text,
    pclass_id: text,
    psvendor: text,
    psdevice: text,
    sriov_numvfs: number,
    sriov_totalvfs: number,
    sriov_vf_driver: text,
    sriov_vfs_pci_address: text,
    ...fpgaWire,
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
    vendorId: wire.pvendor_id,
    deviceId: wire.pdevice_id,
    classId: wire.pclass_id,
    subsystem: [wire.psvendor, wire.psdevice].filter((word) => word !== null).join(' ') || null,
    virtualFunctions: wire.sriov_numvfs,
    totalVirtualFunctions: wire.sriov_totalvfs,
    virtualFunctionDriver: wire.sriov_vf_driver,
    virtualFunctionAddresses: wire.sriov_vfs_pci_address?.split(',').filter(Boolean) ?? [],
    fpga: wire.bmc_build_version === undefined ? null : fpgaOf(wire),
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
