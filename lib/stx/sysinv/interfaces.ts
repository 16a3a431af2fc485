/** Interfaces of a host and what they are assigned to: sysinv `iinterfaces`, `interface_networks` and kin. */
import 'server-only';
import { z } from 'zod';
import type { DataNetworkFact, InterfaceFact } from '@/lib/domain/host-facts';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, segment } from '../connection';
import { number, text } from '../decode';
import { allRows } from '../rows';
import { words } from './ptp-pairs';

export const interfaceWire = z.object({
  uuid: z.string(),
  ifname: z.string(),
  iftype: text,
  ifclass: text,
  ptp_role: text,
  ipv4_mode: text,
  ipv6_mode: text,
  sriov_numvfs: number,
  sriov_vf_driver: text,
  sriov_vf_channels: number,
  used_by: words,
});
export const interfaceNetworkWire = z.object({ ifname: z.string(), network_type: z.string() });
export const dataNetworkWire = z.object({ datanetwork_name: z.string(), forihostid: z.number() });
export const networkWire = z.object({ type: z.string() });

/**
 * Interfaces of one host with the types of the networks each carries. The interface rows do not say which; a
 * second collection does.
 * @param host uuid
 */
export async function listInterfaces(connection: Connection, host: string): Promise<Result<InterfaceFact[]>> {
  const base = `/ihosts/${segment(host)}`;
  const [interfaces, networks] = await Promise.all([
    allRows(connection, `${base}/iinterfaces`, 'iinterfaces', interfaceWire, (row) => row),
    allRows(
      connection,
      `${base}/interface_networks`,
      'interface_networks',
      interfaceNetworkWire,
      (row) => row,
    ),
  ]);
  if (!interfaces.ok) return interfaces;
  if (!networks.ok) return networks;
  return ok(
    interfaces.data.map((one) => ({
      id: one.uuid,
      name: one.ifname,
      type: one.iftype,
      // The platform writes the word where it means that there is no class.
      class: one.ifclass === 'none' ? null : one.ifclass,
      ptpRole: one.ptp_role,
      ipv4Mode: one.ipv4_mode,
      ipv6Mode: one.ipv6_mode,
      vfs: one.sriov_numvfs,
      vfDriver: one.sriov_vf_driver,
      vfChannels: one.sriov_vf_channels,
      usedBy: one.used_by,
      networks: networks.data.flatMap((row) => (row.ifname === one.ifname ? [row.network_type] : [])),
    })),
  );
}

/** Data networks of every host of the cloud: one request. */
export function listDataNetworkUses(connection: Connection): Promise<Result<DataNetworkFact[]>> {
  return allRows(
    connection,
    '/interface_datanetworks',
    'interface_datanetworks',
    dataNetworkWire,
    ({ datanetwork_name, forihostid }) => ({ name: datanetwork_name, hostNumber: forihostid }),
  );
}

/** Types of the platform's networks: pxeboot, mgmt, oam … */
export function listNetworkTypes(connection: Connection): Promise<Result<string[]>> {
  return allRows(connection, '/networks', 'networks', networkWire, ({ type }) => type);
}
