/**
 * Interfaces of one host and what they are assigned to: sysinv `/v1/ihosts/{uuid}/iinterfaces`, `/interface_networks`,
 * `/interface_datanetworks` (api/controllers/v1/interface.py, interface_network.py, interface_datanetwork.py). The rows of
 * interfaces do not say which networks they carry.
 */
import 'server-only';
import { z } from 'zod';
import type { DataUse, Interface, NetworkUse, TimingUse } from '@/lib/domain/network/interface';
import { number, readRows, text } from '../../decode';
import { decodePtpInterfaces } from '../ptp-interfaces';
import { words } from '../ptp-pairs';

const interfaceWire = z.object({
  uuid: z.string(),
  ifname: z.string(),
  iftype: text,
  ifclass: text,
  imac: text,
  imtu: number,
  vlan_id: number,
  uses: words,
  used_by: words,
  aemode: text,
  txhashpolicy: text,
  primary_reselect: text,
  sriov_numvfs: number,
  sriov_vf_driver: text,
  ipv4_mode: text,
  ipv6_mode: text,
  ipv4_pool: text,
  ipv6_pool: text,
  max_tx_rate: number,
  max_rx_rate: number,
});

const reshape = (row: z.infer<typeof interfaceWire>): Interface => ({
  id: row.uuid,
  name: row.ifname,
  type: row.iftype,
  // The platform writes the word where it means that there is no class.
  class: row.ifclass === 'none' ? null : row.ifclass,
  mac: row.imac,
  mtu: row.imtu,
  vlanId: row.vlan_id,
  uses: row.uses,
  usedBy: row.used_by,
  aeMode: row.aemode,
  hashPolicy: row.txhashpolicy,
  primaryReselect: row.primary_reselect,
  vfCount: row.sriov_numvfs,
  vfDriver: row.sriov_vf_driver,
  ipv4Mode: row.ipv4_mode,
  ipv6Mode: row.ipv6_mode,
  ipv4Pool: row.ipv4_pool,
  ipv6Pool: row.ipv6_pool,
  maxTxRate: row.max_tx_rate,
  maxRxRate: row.max_rx_rate,
});

/** Decodes rows of `/v1/iinterfaces`, whole. */
export const decodeInterfaces = (rows: readonly unknown[]) =>
  readRows(rows, interfaceWire, reshape, ['ifname']);

const networkWire = z.object({
  uuid: z.string(),
  interface_uuid: text,
  ifname: text,
  network_name: z.string(),
  network_type: text,
});

/** Decodes rows of `/v1/interface_networks`. */
export const decodeNetworkUses = (rows: readonly unknown[]) =>
  readRows(
    rows,
    networkWire,
    (row): NetworkUse => ({
      ...{ id: row.uuid, interfaceId: row.interface_uuid, interface: row.ifname },
      ...{ name: row.network_name, type: row.network_type },
    }),
    ['ifname', 'network_name'],
  );

const dataWire = z.object({
  uuid: z.string(),
  interface_uuid: text,
  ifname: text,
  datanetwork_name: z.string(),
});

/** Decodes rows of `/v1/interface_datanetworks`. */
export const decodeDataUses = (rows: readonly unknown[]) =>
  readRows(
    rows,
    dataWire,
    (row): DataUse => ({
      ...{ id: row.uuid, interfaceId: row.interface_uuid, interface: row.ifname },
      name: row.datanetwork_name,
    }),
    ['ifname', 'datanetwork_name'],
  );

/** Decodes rows of `/v1/ptp_interfaces` as far as the network needs them: those of one host leave hosts out at times. */
export function decodeTimingUses(rows: readonly unknown[]) {
  const read = decodePtpInterfaces(rows);
  return {
    unreadable: read.unreadable,
    rows: read.rows.map(
      ({ id, name, instanceName, members }): TimingUse => ({ id, name, instance: instanceName, members }),
    ),
  };
}
