/**
 * Changes to the network of a host: sysinv api/controllers/v1/interface.py, interface_network.py, interface_datanetwork.py,
 * address.py, route.py. Each function is one request; refusals come back in the platform's words.
 */
import 'server-only';
import { z } from 'zod';
import { fieldsIn, type InterfaceFields } from '@/lib/domain/network/interface-calls';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';
import { readable } from '../../decode';

const COLUMNS: Record<keyof InterfaceFields, string> = {
  name: 'ifname',
  class: 'ifclass',
  mtu: 'imtu',
  vlanId: 'vlan_id',
  uses: 'uses',
  aeMode: 'aemode',
  hashPolicy: 'txhashpolicy',
  primaryReselect: 'primary_reselect',
  vfCount: 'sriov_numvfs',
  vfDriver: 'sriov_vf_driver',
  ipv4Mode: 'ipv4_mode',
  ipv6Mode: 'ipv6_mode',
  ipv4Pool: 'ipv4_pool',
  ipv6Pool: 'ipv6_pool',
  maxTxRate: 'max_tx_rate',
  maxRxRate: 'max_rx_rate',
};

const madeWire = z.object({ uuid: z.string() });

/** @returns the uuid of what was made */
async function make(connection: Connection, path: string, body: object): Promise<Result<string>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'POST', body });
  if (!answer.ok) return answer;
  const row = readable(madeWire, answer.data.body, 'sysinv', connection.requestId);
  return row.ok ? ok(row.data.uuid) : row;
}

async function remove(connection: Connection, path: string, id: string): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', `${path}/${segment(id)}`, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}

/** @param host uuid */
export function createInterface(
  connection: Connection,
  host: string,
  name: string,
  type: string,
  fields: InterfaceFields,
): Promise<Result<string>> {
  const columns = Object.fromEntries(fieldsIn(fields).map((key) => [COLUMNS[key], fields[key]]));
  return make(connection, '/iinterfaces', { ihost_uuid: host, ...columns, ifname: name, iftype: type });
}

/** The platform takes all of it or nothing. @param id uuid */
export async function patchInterface(
  connection: Connection,
  id: string,
  fields: InterfaceFields,
): Promise<Result<null>> {
  const body = fieldsIn(fields).map((key) => {
    const value = fields[key];
    // Of what is below the platform reads names with commas between, in a column of its own.
    if (Array.isArray(value)) return { op: 'replace', path: '/usesmodify', value: value.join(',') };
    return { op: 'replace', path: `/${COLUMNS[key]}`, value: key === 'class' ? (value ?? 'none') : value };
  });
  const answer = await ask(connection, 'sysinv', `/iinterfaces/${segment(id)}`, { method: 'PATCH', body });
  return answer.ok ? ok(null) : answer;
}

/** What is on it goes with it. @param id uuid */
export const deleteInterface = (connection: Connection, id: string) => remove(connection, '/iinterfaces', id);

/** @param owner, network uuids */
export const assignNetwork = (connection: Connection, owner: string, network: string) =>
  make(connection, '/interface_networks', { interface_uuid: owner, network_uuid: network });

/** @param id uuid of the assignment */
export const removeNetwork = (connection: Connection, id: string) =>
  remove(connection, '/interface_networks', id);

/** @param owner, network uuids */
export const assignDataNetwork = (connection: Connection, owner: string, network: string) =>
  make(connection, '/interface_datanetworks', { interface_uuid: owner, datanetwork_uuid: network });

/** @param id uuid of the assignment */
export const removeDataNetwork = (connection: Connection, id: string) =>
  remove(connection, '/interface_datanetworks', id);

/** @param owner uuid of the interface */
export const addAddress = (connection: Connection, owner: string, address: string, prefix: number) =>
  make(connection, '/addresses', { interface_uuid: owner, address, prefix });

export const deleteAddress = (connection: Connection, id: string) => remove(connection, '/addresses', id);

type RouteBody = { network: string; prefix: number; gateway: string; metric: number };

/** @param owner uuid of the interface */
export const addRoute = (connection: Connection, owner: string, route: RouteBody) =>
  make(connection, '/routes', {
    interface_uuid: owner,
    ...{ network: route.network, prefix: route.prefix, gateway: route.gateway, metric: route.metric },
  });

export const deleteRoute = (connection: Connection, id: string) => remove(connection, '/routes', id);
