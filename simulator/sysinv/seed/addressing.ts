/** Addresses, routes and the networks that the interfaces of one host are assigned to. */
import type { Host } from '../host';
import { type Row, rowUuid } from '../rows';
import { type Family, hasWorker, isInventoried, type SeedContext, type Seeder } from './context';
import { interfacesOf, interfaceUuid } from './interfaces';
import { addressIn, at, familiesOf, type PoolName, poolNames, subnetOf } from './subnets';

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
  'admin',
] as const;

/** Those that this cloud has: admin is of subclouds. */
export const networksOf = ({ subcloud }: SeedContext): (typeof NETWORKS)[number][] =>
  NETWORKS.filter((type) => subcloud || type !== 'admin');

/** Data networks, in the order of their ids. */
export const DATA_NETWORKS = ['physnet0', 'physnet1', 'fronthaul0', 'midhaul0', 'vxlan-net'] as const;

/** A pool of a network in one family: the primary pools come first, then the second ones of networks that have two. */
export type PoolPlan = { name: string; of: PoolName; family: Family };

export function poolPlans(context: SeedContext): PoolPlan[] {
  const [first, ...others] = context.families;
  return [
    ...poolNames(context).map((of): PoolPlan => ({ name: of, of, family: of === 'pxeboot' ? 4 : first })),
    ...others.flatMap((family) =>
      poolNames(context)
        .filter((of) => familiesOf(context, of).includes(family))
        .map((of): PoolPlan => ({ name: `${of}-ipv${family}`, of, family })),
    ),
  ];
}

/** Interfaces with addresses: the pool that these come from, none where somebody wrote them. */
const ADDRESSED: [string, PoolName | null][] = [
  ['mgmt0', 'management'],
  ['cluster0', 'cluster-host-subnet'],
  ['pxeboot0', 'pxeboot'],
  ['oam0', 'oam'],
  ['data0', null],
];
/** On controllers of a subcloud, beside mgmt. */
const ADMIN: [string, PoolName] = ['mgmt0', 'admin-subnet'];
const onAdmin = (host: Host, context: SeedContext): boolean =>
  context.subcloud && host.row.personality === 'controller';

export const addresses: Seeder = (host, context) => {
  if (!host.row.mgmt_ip || !isInventoried(host)) return [];
  const pools = poolPlans(context);
  const has = new Set(interfacesOf(host).map(({ name }) => name));
  return context.families.flatMap((_, turn) =>
    [...ADDRESSED, ...(onAdmin(host, context) ? [ADMIN] : [])].flatMap(([ifname, pool], n): Row[] => {
      // In the first turn every network has its address of the primary family, which of pxeboot is always IPv4.
      const family = (pool === null ? context.families : familiesOf(context, pool))[turn];
      if (family === undefined || !has.has(ifname)) return [];
      const place = pools.findIndex((plan) => plan.of === pool && plan.family === family);
      return [
        {
          id: host.row.id * 10 + turn * 5 + n,
          uuid: rowUuid('addresses', host.row.id, turn * 5 + n),
          interface_uuid: interfaceUuid(host, ifname),
          ifname,
          address: addressOf(host, context, pool, family),
          name:
            pool === null
              ? null
              : `${host.row.hostname}-${pool === ADMIN[1] ? 'admin' : ifname.replace('0', '')}`,
          prefix: context.wide ? 16 : subnetOf(context, pool ?? 'data', family).prefix,
          enable_dad: family === 6,
          forihostid: host.row.id,
          pool_uuid: pool === null ? null : rowUuid('addrpools', 0, place),
          created_at: host.row.created_at,
          updated_at: null,
        },
      ];
    }),
  );
};

function addressOf(host: Host, context: SeedContext, pool: PoolName | null, family: Family): string {
  if (pool === 'management' && family === context.families[0]) return host.row.mgmt_ip ?? '';
  // A controller has the address that the pool of network oam keeps for it.
  if (pool === 'oam') return at(subnetOf(context, 'oam', family), 10 + host.row.id);
  if (pool === ADMIN[1]) return at(subnetOf(context, pool, family), 2 + host.row.id);
  return addressIn(context, host, pool ?? 'data', family);
}

export const routes: Seeder = (host, context) =>
  !hasWorker(host) || !isInventoried(host)
    ? []
    : context.families.map((family, n) => {
        const remote = subnetOf(context, 'remote', family);
        return {
          id: host.row.id + n * 10_000,
          uuid: rowUuid('routes', host.row.id, n),
          interface_uuid: interfaceUuid(host, 'data0'),
          ifname: 'data0',
          network: remote.network,
          prefix: remote.prefix,
          gateway: at(subnetOf(context, 'data', family), 1),
          metric: 1,
          forihostid: host.row.id,
          created_at: host.row.created_at,
          updated_at: null,
        };
      });

const PLATFORM_NETWORK: Record<string, (typeof NETWORKS)[number]> = {
  oam0: 'oam',
  pxeboot0: 'pxeboot',
  mgmt0: 'mgmt',
  cluster0: 'cluster-host',
};

/** Where the row of network admin is among those of a host: behind all interfaces that carry another. */
const ADMIN_ROW = 9;

export const interfaceNetworks: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const found = interfacesOf(host).flatMap(({ name: ifname }, n) => {
    const network = PLATFORM_NETWORK[ifname];
    return network ? [{ ifname, network, n }] : [];
  });
  const admin = { ifname: ADMIN[0], network: 'admin' as const, n: ADMIN_ROW };
  return [...found, ...(onAdmin(host, context) ? [admin] : [])].map(({ ifname, network, n }): Row => {
    const id = NETWORKS.indexOf(network);
    return {
      id: host.row.id * 10 + n,
      uuid: rowUuid('interface_networks', host.row.id, n),
      forihostid: host.row.id,
      interface_uuid: interfaceUuid(host, ifname),
      ifname,
      network_id: id + 1,
      network_uuid: rowUuid('networks', 0, id),
      network_name: network,
      network_type: network,
      created_at: host.row.created_at,
      updated_at: null,
    };
  });
};

const DATA_ASSIGNMENT: [string, (typeof DATA_NETWORKS)[number]][] = [
  ['data0', 'physnet0'],
  ['data0', 'physnet1'],
  ['sriov0', 'fronthaul0'],
  ['sriov0-dpdk', 'midhaul0'],
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
