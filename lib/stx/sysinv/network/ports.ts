/** Ports of one host: sysinv `/v1/ihosts/{uuid}/ethernet_ports` (api/controllers/v1/ethernet_port.py), which has all that `ports` has and more. */
import 'server-only';
import { z } from 'zod';
import type { Port } from '@/lib/domain/network/port';
import { flag, number, readRows, text } from '../../decode';

/** Something that may be an object, a list or text; what it says, each `name: value`. */
const capabilities = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    if (typeof value !== 'object' || value === null) return typeof value === 'string' && value ? [value] : [];
    return Object.entries(value).map(
      ([name, said]) => `${name}: ${typeof said === 'string' ? said : JSON.stringify(said)}`,
    );
  });

/** PCI addresses with commas between. */
const list = text.transform((value): string[] =>
  (value ?? '')
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== ''),
);

const wire = z.object({
  uuid: z.string(),
  name: z.string(),
  namedisplay: text,
  mac: text,
  interface_uuid: text,
  speed: number,
  mtu: number,
  duplex: text,
  autoneg: text,
  link_mode: number,
  bootp: flag,
  pciaddr: text,
  dev_id: number,
  pclass: text,
  pvendor: text,
  pdevice: text,
  psvendor: text,
  psdevice: text,
  numa_node: number,
  driver: text,
  numchannels: number,
  maxchannels: number,
  dpdksupport: flag,
  capabilities,
  sriov_totalvfs: number,
  sriov_numvfs: number,
  sriov_vfs_pci_address: list,
  sriov_vf_driver: text,
  sriov_vf_pdevice_id: text,
  sriov_vf_numchannels: number,
  sriov_vf_maxchannels: number,
});

const reshape = (row: z.infer<typeof wire>): Port => ({
  id: row.uuid,
  name: row.name,
  displayName: row.namedisplay,
  mac: row.mac,
  interfaceId: row.interface_uuid,
  // The kernel says -1 where it does not know; the agent passes it on at times.
  speedMbps: row.speed !== null && row.speed > 0 ? row.speed : null,
  mtu: row.mtu,
  duplex: row.duplex,
  autoNegotiation: row.autoneg,
  linkMode: row.link_mode,
  bootsFrom: row.bootp ?? false,
  pciAddress: row.pciaddr,
  deviceNumber: row.dev_id,
  deviceClass: row.pclass,
  vendor: row.pvendor,
  device: row.pdevice,
  subVendor: row.psvendor,
  subDevice: row.psdevice,
  numaNode: row.numa_node,
  driver: row.driver,
  channels: row.numchannels,
  maxChannels: row.maxchannels,
  dpdk: row.dpdksupport,
  capabilities: row.capabilities,
  vfs: {
    total: row.sriov_totalvfs,
    configured: row.sriov_numvfs,
    pciAddresses: row.sriov_vfs_pci_address,
    driver: row.sriov_vf_driver,
    deviceId: row.sriov_vf_pdevice_id,
    channels: row.sriov_vf_numchannels,
    maxChannels: row.sriov_vf_maxchannels,
  },
});

/** Decodes rows of `/v1/ethernet_ports`. */
export const decodePorts = (rows: readonly unknown[]) => readRows(rows, wire, reshape, ['name']);
