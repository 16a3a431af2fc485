/** A host whose network has something that the others lack: made through the platform, as somebody did last week. */
import { portOf } from '../../simulator/kernel/ports';
import type { Cloud } from './cloud';
import { tokenOf } from './keystone-api';
import { urlOf } from './ports';

type Row = Record<string, unknown>;

/** Locked, and online. */
export const SOURCE = 'worker-4';

const LAYOUT: readonly { row: Row; on: 'interface_networks' | 'interface_datanetworks'; network: string }[] =
  [
    {
      row: {
        ...{ ifname: 'data1', iftype: 'ae', ifclass: 'data', imtu: 9000, uses: ['enp94s0f1'] },
        ...{ aemode: '802.3ad', txhashpolicy: 'layer2' },
      },
      on: 'interface_datanetworks',
      network: 'midhaul0',
    },
    {
      row: { ifname: 'storage0', iftype: 'vlan', ifclass: 'platform', vlan_id: 300, uses: ['pxeboot0'] },
      on: 'interface_networks',
      network: 'storage',
    },
    {
      row: {
        ...{ ifname: 'vf1', iftype: 'vf', ifclass: 'pci-sriov', imtu: 9000, uses: ['sriov0'] },
        ...{ sriov_numvfs: 2, sriov_vf_driver: 'vfio' },
      },
      on: 'interface_datanetworks',
      network: 'fronthaul0',
    },
  ];

/** Gives the source a bond, a VLAN and virtual functions with their networks, and locks those that get them. */
export async function dressSource(cloud: Cloud, ...targets: string[]): Promise<void> {
  const { userName, password } = await cloud.account('admin');
  const token = await tokenOf(cloud.site.keystone, { name: userName, password });
  const base = `${urlOf(portOf('sysinv', cloud.site.simulator))}/v1`;
  const ask = async (path: string, body?: Row): Promise<Row> => {
    const answer = await fetch(`${base}${path}`, {
      headers: { 'x-auth-token': token, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const networks = await named(ask, 'networks');
  const dataNetworks = await named(ask, 'datanetworks');
  const host = await ask(`/ihosts/${SOURCE}`);
  for (const { row, on, network } of LAYOUT) {
    const made = await ask('/iinterfaces', { ...row, ihost_uuid: host.uuid });
    const id = on === 'interface_networks' ? networks.get(network) : dataNetworks.get(network);
    const key = on === 'interface_networks' ? 'network_uuid' : 'datanetwork_uuid';
    await ask(`/${on}`, { interface_uuid: made.uuid, [key]: id });
  }
  for (const name of targets) {
    await cloud.control.patchHost(name, {
      ...{ administrative: 'locked', operational: 'disabled', availability: 'online' },
    });
  }
}

async function named(ask: (path: string) => Promise<Row>, list: string): Promise<Map<unknown, unknown>> {
  const rows = (await ask(`/${list}`))[list];
  return new Map(Array.isArray(rows) ? rows.map(({ name, uuid }: Row) => [name, uuid]) : []);
}
