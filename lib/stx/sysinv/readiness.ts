/** What the platform looks at before it unlocks a worker: memory, processors, devices, ports, labels, addresses, data networks. */
import 'server-only';
import { z } from 'zod';
import type {
  AddressFact,
  CpuFact,
  DataNetworkTypeFact,
  DataUseFact,
  DeviceFact,
  LabelFact,
  MemoryFact,
  PortFact,
} from '@/lib/domain/readiness-facts';
import type { Result } from '@/lib/domain/result';
import { type Connection, segment } from '../connection';
import { flag, number, text } from '../decode';
import { allRows } from '../rows';

const below = (host: string, collection: string) => `/ihosts/${segment(host)}/${collection}`;

export const memoryWire = z.object({
  numa_node: number,
  memtotal_mib: number,
  platform_reserved_mib: number,
  minimum_platform_reserved_mib: number,
  hugepages_configured: flag,
  vswitch_hugepages_reqd: number,
  vswitch_hugepages_nr: number,
  vswitch_hugepages_size_mib: number,
  vm_pending_as_percentage: flag,
  vm_hugepages_nr_2M: number,
  vm_hugepages_nr_2M_pending: number,
  vm_hugepages_2M_percentage: number,
  vm_hugepages_nr_1G: number,
  vm_hugepages_nr_1G_pending: number,
  vm_hugepages_1G_percentage: number,
  vm_hugepages_possible_2M: number,
});

/** Memory of each NUMA node. @param host uuid */
export const listMemory = (connection: Connection, host: string): Promise<Result<MemoryFact[]>> =>
  allRows(connection, below(host, 'imemorys'), 'imemorys', memoryWire, (row) => ({
    node: row.numa_node,
    totalMib: row.memtotal_mib,
    reservedMib: row.platform_reserved_mib,
    minimumMib: row.minimum_platform_reserved_mib,
    hugepagesConfigured: row.hugepages_configured === true,
    vswitch: {
      required: row.vswitch_hugepages_reqd,
      pages: row.vswitch_hugepages_nr,
      sizeMib: row.vswitch_hugepages_size_mib,
    },
    asPercentage: row.vm_pending_as_percentage === true,
    pages2M: {
      now: row.vm_hugepages_nr_2M,
      pending: row.vm_hugepages_nr_2M_pending,
      percentage: row.vm_hugepages_2M_percentage,
    },
    pages1G: {
      now: row.vm_hugepages_nr_1G,
      pending: row.vm_hugepages_nr_1G_pending,
      percentage: row.vm_hugepages_1G_percentage,
    },
    possible2M: row.vm_hugepages_possible_2M,
  }));

export const cpuWire = z.object({ thread: number, allocated_function: text });

/** Logical processors and what each is for. @param host uuid */
export const listCpuUses = (connection: Connection, host: string): Promise<Result<CpuFact[]>> =>
  allRows(connection, below(host, 'icpus'), 'icpus', cpuWire, (row) => ({
    thread: row.thread,
    function: row.allocated_function,
  }));

/** How many there are in a text with commas between. */
const pieces = (list: string | null): number =>
  (list ?? '').split(',').filter((piece) => piece.trim() !== '').length;

export const deviceWire = z.object({
  pciaddr: text,
  name: text,
  pclass_id: text,
  pdevice_id: text,
  sriov_numvfs: number,
  sriov_vfs_pci_address: text,
  extra_info: text,
});

/** PCI devices with their virtual functions, as many as there are and as many as there should be. @param host uuid */
export const listDeviceFacts = (connection: Connection, host: string): Promise<Result<DeviceFact[]>> =>
  allRows(connection, below(host, 'pci_devices'), 'pci_devices', deviceWire, (row) => {
    const expected = /['"]expected_numvfs['"]\s*:\s*['"]?(\d+)/.exec(row.extra_info ?? '')?.[1];
    return {
      address: row.pciaddr ?? row.name ?? 'unknown device',
      classId: row.pclass_id,
      deviceId: row.pdevice_id,
      vfs: row.sriov_numvfs,
      vfAddresses: pieces(row.sriov_vfs_pci_address),
      expectedVfs: expected === undefined ? null : Number(expected),
      odd: row.extra_info !== null && expected === undefined,
    };
  });

export const portWire = z.object({
  name: z.string(),
  interface_uuid: text,
  driver: text,
  dpdksupport: flag,
  sriov_vfs_pci_address: text,
  sriov_vf_driver: text,
  sriov_vf_maxchannels: number,
});

/** Ethernet ports with their virtual functions. @param host uuid */
export const listPortFacts = (connection: Connection, host: string): Promise<Result<PortFact[]>> =>
  allRows(connection, below(host, 'ethernet_ports'), 'ethernet_ports', portWire, (row) => ({
    name: row.name,
    interfaceId: row.interface_uuid,
    driver: row.driver,
    dpdk: row.dpdksupport,
    vfAddresses: pieces(row.sriov_vfs_pci_address),
    vfDriver: row.sriov_vf_driver,
    vfMaxChannels: row.sriov_vf_maxchannels,
  }));

export const labelWire = z.object({ label_key: z.string(), label_value: text });

/** Kubernetes labels of a host. @param host uuid */
export const listLabelFacts = (connection: Connection, host: string): Promise<Result<LabelFact[]>> =>
  allRows(connection, below(host, 'labels'), 'labels', labelWire, (row) => ({
    key: row.label_key,
    value: row.label_value,
  }));

export const addressWire = z.object({ ifname: text, address: z.string() });

/** Addresses of a host, by interface and family. @param host uuid */
export const listAddressFacts = (connection: Connection, host: string): Promise<Result<AddressFact[]>> =>
  allRows(connection, below(host, 'addresses'), 'addresses', addressWire, (row) => ({
    interface: row.ifname,
    family: row.address.includes(':') ? 6 : 4,
  }));

export const dataUseWire = z.object({ ifname: z.string(), datanetwork_name: z.string() });

/** Which interface of a host is on which data network. @param host uuid */
export const listDataUses = (connection: Connection, host: string): Promise<Result<DataUseFact[]>> =>
  allRows(
    connection,
    below(host, 'interface_datanetworks'),
    'interface_datanetworks',
    dataUseWire,
    (row) => ({
      interface: row.ifname,
      network: row.datanetwork_name,
    }),
  );

export const dataNetworkTypeWire = z.object({ name: z.string(), network_type: text, multicast_group: text });

/** Data networks of the cloud with their types. */
export const listDataNetworkTypes = (connection: Connection): Promise<Result<DataNetworkTypeFact[]>> =>
  allRows(connection, '/datanetworks', 'datanetworks', dataNetworkTypeWire, (row) => ({
    name: row.name,
    type: row.network_type,
    multicastGroup: row.multicast_group,
  }));
