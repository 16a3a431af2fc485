/** Networks, address pools and data networks of the cloud. */
import { type Row, rowUuid } from '../rows';
import { DATA_NETWORKS, NETWORKS } from '../seed/addressing';
import { type CloudSeeder, cloudRow } from './context';

type Pool = {
  name: string;
  network: string;
  prefix: number;
  first: string;
  last: string;
  base?: string;
  gateway?: string;
};

/** In the order of their ids; POOLS of seed/addressing.ts names some of these by place. */
const POOL_ROWS: Pool[] = [
  pool('management', '192.168.204.0', 24, '192.168.204.2', '192.168.204.254', '192.168.204.'),
  { ...pool('oam', '10.10.10.0', 24, '10.10.10.1', '10.10.10.254', '10.10.10.1'), gateway: '10.10.10.1' },
  pool('cluster-host-subnet', '192.168.206.0', 24, '192.168.206.1', '192.168.206.254', '192.168.206.'),
  pool('cluster-pod-subnet', '172.16.0.0', 16, '172.16.0.1', '172.16.255.254'),
  pool('cluster-service-subnet', '10.96.0.0', 12, '10.96.0.1', '10.111.255.254'),
  pool('multicast-subnet', '239.1.1.0', 28, '239.1.1.1', '239.1.1.14'),
  pool('pxeboot', '169.254.202.0', 24, '169.254.202.1', '169.254.202.254', '169.254.202.'),
  pool('storage-subnet', '192.168.208.0', 24, '192.168.208.1', '192.168.208.254', '192.168.208.'),
];

/** The pools of a cloud; a wide one has room for thousands of hosts. */
function poolsOf(wide: boolean): Pool[] {
  if (!wide) return POOL_ROWS;
  const management = pool('management', '10.8.0.0', 16, '10.8.0.2', '10.8.255.254', '10.8.0.');
  const cluster = pool('cluster-host-subnet', '10.9.0.0', 16, '10.9.0.1', '10.9.255.254', '10.9.0.');
  return POOL_ROWS.map((row) => [management, cluster].find(({ name }) => name === row.name) ?? row);
}

/** Which pool feeds which network, by place in NETWORKS. */
const POOL_OF = [6, 0, 1, 2, 3, 4, 5, 7];

function pool(
  name: string,
  network: string,
  prefix: number,
  first: string,
  last: string,
  base?: string,
): Pool {
  return { name, network, prefix, first, last, base };
}

/** Floating, controller-0 and controller-1 addresses of a pool that has them: .2 .3 .4, or .10 .11 .12 on OAM. */
function reserved({ base, name }: Pool): [string, string, string] | undefined {
  if (!base) return undefined;
  return name === 'oam' ? [`${base}0`, `${base}1`, `${base}2`] : [`${base}2`, `${base}3`, `${base}4`];
}

export const addrpools: CloudSeeder = (context) =>
  poolsOf(context.wide).map((row, n) => {
    const [floating, c0, c1] = reserved(row) ?? [null, null, null];
    const id = (address: string | null, offset: number) => (address ? n * 3 + offset : null);
    return {
      ...cloudRow('addrpools', n, context),
      id: n + 1,
      name: row.name,
      network: row.network,
      prefix: row.prefix,
      family: 4,
      order: 'random',
      controller0_address: c0,
      controller0_address_id: id(c0, 2),
      controller1_address: c1,
      controller1_address_id: id(c1, 3),
      floating_address: floating,
      floating_address_id: id(floating, 1),
      gateway_address: row.gateway ?? null,
      gateway_address_id: row.gateway ? 90 : null,
      ranges: [[row.first, row.last]],
    };
  });

/** The addresses that belong to no host: floating ones and gateways. */
export const floatingAddresses: CloudSeeder = (context) =>
  poolsOf(context.wide).flatMap((row, n): Row[] => {
    const [floating] = reserved(row) ?? [];
    if (!floating) return [];
    return [
      {
        ...cloudRow('addresses', n, context),
        id: n + 1,
        ifname: null,
        name: `controller-${row.name === 'management' ? 'mgmt' : row.name}`,
        address: floating,
        prefix: row.prefix,
        enable_dad: false,
        forihostid: null,
        pool_uuid: rowUuid('addrpools', 0, n),
      },
    ];
  });

export const networks: CloudSeeder = (context) =>
  NETWORKS.map((type, n) => ({
    ...cloudRow('networks', n, context),
    id: n + 1,
    type,
    name: type,
    dynamic: !['oam', 'cluster-pod', 'cluster-service', 'multicast'].includes(type),
    pool_uuid: rowUuid('addrpools', 0, POOL_OF[n] ?? 0),
    primary_pool_family: 'IPv4',
  }));

export const networkAddresspools: CloudSeeder = (context) =>
  NETWORKS.map((type, n) => ({
    ...cloudRow('network_addresspools', n, context),
    id: n + 1,
    address_pool_id: (POOL_OF[n] ?? 0) + 1,
    address_pool_uuid: rowUuid('addrpools', 0, POOL_OF[n] ?? 0),
    address_pool_name: POOL_ROWS[POOL_OF[n] ?? 0]?.name ?? null,
    network_id: n + 1,
    network_uuid: rowUuid('networks', 0, n),
    network_name: type,
  }));

export const datanetworks: CloudSeeder = (context) =>
  DATA_NETWORKS.map((name, n) => {
    const vxlan = name.startsWith('vxlan');
    return {
      ...cloudRow('datanetworks', n, context),
      id: n + 1,
      network_type: vxlan ? 'vxlan' : name === 'fronthaul0' ? 'flat' : 'vlan',
      name,
      description: name === 'physnet0' ? 'provider vlan' : null,
      mtu: vxlan ? 1500 : 9000,
      multicast_group: vxlan ? '239.1.2.3' : null,
      port_num: vxlan ? 4789 : null,
      ttl: vxlan ? 16 : null,
      mode: vxlan ? 'dynamic' : null,
    };
  });
