/**
 * What LLDP says on the ports of one host: sysinv `/v1/ihosts/{uuid}/lldp_neighbours` and `/lldp_agents`
 * (api/controllers/v1/lldp_neighbour.py, lldp_agent.py). TLVs are columns of both; a collection of them does not exist.
 */
import 'server-only';
import { z } from 'zod';
import type { Agent, Neighbour, Tlvs } from '@/lib/domain/network/lldp';
import { readRows, text } from '../../decode';

const tlvs = {
  chassis_id: text,
  port_identifier: text,
  ttl: text,
  port_description: text,
  system_name: text,
  system_description: text,
  system_capabilities: text,
  management_address: text,
  dot1_lag: text,
  dot1_vlan_names: text,
  dot3_mac_status: text,
  dot3_max_frame: text,
};
const place = { uuid: z.string(), port_uuid: text, port_name: text };

const neighbourWire = z.object({
  ...{ ...place, ...tlvs, msap: text },
  ...{ dot1_port_vid: text, dot1_vid_digest: text, dot1_management_vid: text },
  ...{ dot1_proto_vids: text, dot1_proto_ids: text, dot3_power_mdi: text },
});
const agentWire = z.object({ ...place, ...tlvs, status: text });

const shared = (row: z.infer<typeof agentWire> | z.infer<typeof neighbourWire>): Tlvs => ({
  chassisId: row.chassis_id,
  portId: row.port_identifier,
  ttl: row.ttl,
  portDescription: row.port_description,
  systemName: row.system_name,
  systemDescription: row.system_description,
  systemCapabilities: row.system_capabilities,
  managementAddress: row.management_address,
  lag: row.dot1_lag,
  vlanNames: row.dot1_vlan_names,
  macPhyStatus: row.dot3_mac_status,
  maxFrameSize: row.dot3_max_frame,
});

/** Decodes rows of `/v1/lldp_neighbours`, every TLV. */
export const decodeNeighbours = (rows: readonly unknown[]) =>
  readRows(
    rows,
    neighbourWire,
    (row): Neighbour => ({
      ...{ id: row.uuid, portId: row.port_uuid, port: row.port_name, msap: row.msap },
      tlvs: {
        ...shared(row),
        portVlanId: row.dot1_port_vid,
        vidDigest: row.dot1_vid_digest,
        managementVlanId: row.dot1_management_vid,
        protocolVlanIds: row.dot1_proto_vids,
        protocolIds: row.dot1_proto_ids,
        powerViaMdi: row.dot3_power_mdi,
      },
    }),
    ['port_name', 'system_name'],
  );

/** Decodes rows of `/v1/lldp_agents`: what the host itself sends. */
export const decodeAgents = (rows: readonly unknown[]) =>
  readRows(
    rows,
    agentWire,
    (row): Agent => ({
      ...{ id: row.uuid, portId: row.port_uuid, port: row.port_name, status: row.status },
      tlvs: shared(row),
    }),
    ['port_name'],
  );
