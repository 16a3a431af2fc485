/** Addresses, routes and the networks that the interfaces of one host are assigned to. */
import type { Host } from '../host';
import { type Row, rowUuid } from '../rows';
import { hasWorker, isInventoried, type Seeder } from './context';
import { interfacesOf, interfaceUuid } from './interfaces';

/** Platform networks, in the order of their ids. */
export const NETWORKS = [
  'pxeboot',
  'mgmt',
  'oam',
  'cluster-host',
  'cluster-pod',
  'cluster-service',
  'multicast',
  'storage',
] as const;

/** Data networks, in the order of their ids. */
export const DATA_NETWORKS = ['physnet0', 'physnet1', 'fronthaul0', 'midhaul0', 'vxlan-net'] as const;

/** A host's address on another network of the same size as the management network. */
function sibling(host: Host, network: string, wide: string): string {
  const parts = (host.row.mgmt_ip ?? '').split('.');
  return parts[0] === '10' ? [wide, ...parts.slice(2)].join('.') : `${network}.${parts[3]}`;
}

/** Address pools, in the order of their ids; see cloud/networking.ts. */
export const POOLS = {
  management: 0,
  oam: 1,
  'cluster-host-subnet': 2,
  pxeboot: 6,
} as const;

export const addresses: Seeder = (host) => {
  if (!host.row.mgmt_ip || !isInventoried(host)) return [];
  const on = (ifname: string, address: string, pool: keyof typeof POOLS | null, n: number): Row => ({
    id: host.row.id * 10 + n,
    uuid: rowUuid('addresses', host.row.id, n),
    interface_uuid: interfaceUuid(host, ifname),
    ifname,
    address,
    name: pool === null ? null : `${host.row.hostname}-${ifname.replace('0', '')}`,
    prefix: host.row.mgmt_ip?.startsWith('10.') ? 16 : 24,
    enable_dad: false,
    forihostid: host.row.id,
    pool_uuid: pool === null ? null : rowUuid('addrpools', 0, POOLS[pool]),
    created_at: host.row.created_at,
    updated_at: null,
  });
  const rows = [
    on('mgmt0', host.row.mgmt_ip ?? '', 'management', 0),
    on('cluster0', sibling(host, '192.168.206', '10.9'), 'cluster-host-subnet', 1),
    on('pxeboot0', sibling(host, '169.254.202', '169.254'), 'pxeboot', 2),
  ];
  if (host.row.personality === 'controller') rows.push(on('oam0', `10.10.10.${10 + host.row.id}`, 'oam', 3));
  if (hasWorker(host)) rows.push(on('data0', sibling(host, '10.20.30', '10.20'), null, 4));
  return rows;
};

export const routes: Seeder = (host) =>
  hasWorker(host) && isInventoried(host)
    ? [
        {
          id: host.row.id,
          uuid: rowUuid('routes', host.row.id, 0),
          interface_uuid: interfaceUuid(host, 'data0'),
          ifname: 'data0',
          network: '10.40.0.0',
          prefix: 16,
          gateway: '10.20.30.1',
          metric: 1,
          forihostid: host.row.id,
          created_at: host.row.created_at,
          updated_at: null,
        },
      ]
    : [];

const PLATFORM_NETWORK: Record<string, (typeof NETWORKS)[number]> = {
  oam0: 'oam',
  pxeboot0: 'pxeboot',
  mgmt0: 'mgmt',
  cluster0: 'cluster-host',
};

export const interfaceNetworks: Seeder = (host) =>
  !isInventoried(host)
    ? []
    : interfacesOf(host).flatMap((iface, n) => {
        const network = PLATFORM_NETWORK[iface.name];
        if (!network) return [];
        const id = NETWORKS.indexOf(network);
        return [
          {
            id: host.row.id * 10 + n,
            uuid: rowUuid('interface_networks', host.row.id, n),
            forihostid: host.row.id,
            interface_uuid: interfaceUuid(host, iface.name),
            ifname: iface.name,
            network_id: id + 1,
            network_uuid: rowUuid('networks', 0, id),
            network_name: network,
            network_type: network,
            created_at: host.row.created_at,
            updated_at: null,
          },
        ];
      });

const DATA_ASSIGNMENT: [string, (typeof DATA_NETWORKS)[number]][] = [
  ['data0', 'physnet0'],
  ['data0', 'physnet1'],
  ['sriov0', 'fronthaul0'],
  ['sriov0-dpdk', 'fronthaul0'],
  ['pcipt0', 'midhaul0'],
];

export const interfaceDatanetworks: Seeder = (host) =>
  !isInventoried(host) || !hasWorker(host)
    ? []
    : DATA_ASSIGNMENT.map(([ifname, network], n) => {
        const id = DATA_NETWORKS.indexOf(network);
        return {
          id: host.row.id * 10 + n,
          uuid: rowUuid('interface_datanetworks', host.row.id, n),
          forihostid: host.row.id,
          interface_uuid: interfaceUuid(host, ifname),
          ifname,
          datanetwork_id: id + 1,
          datanetwork_uuid: rowUuid('datanetworks', 0, id),
          datanetwork_name: network,
          created_at: host.row.created_at,
          updated_at: null,
        };
      });
