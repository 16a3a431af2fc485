/** Networks, address pools and data networks of the cloud. */

import { familyName } from '../network/ip';
import { type Row, rowUuid } from '../rows';
import { DATA_NETWORKS, type NETWORKS, networksOf, poolPlans } from '../seed/addressing';
import { at, familiesOf, POOL_NAMES, type PoolName, type Subnet, subnetOf } from '../seed/subnets';
import { type CloudSeeder, cloudRow } from './context';

/** Which pool feeds which network, by place in NETWORKS. */
const POOL_OF: Record<(typeof NETWORKS)[number], PoolName> = {
  pxeboot: 'pxeboot',
  mgmt: 'management',
  oam: 'oam',
  'cluster-host': 'cluster-host-subnet',
  'cluster-pod': 'cluster-pod-subnet',
  'cluster-service': 'cluster-service-subnet',
  multicast: 'multicast-subnet',
  storage: 'storage-subnet',
  admin: 'admin-subnet',
};

/** Floating, controller-0 and controller-1 addresses of a pool that has them. */
function reserved(subnet: Subnet): [string, string, string] | undefined {
  const { floating } = subnet;
  if (floating === undefined) return undefined;
  return [at(subnet, floating), at(subnet, floating + 1), at(subnet, floating + 2)];
}

export const addrpools: CloudSeeder = (context) =>
  poolPlans(context).map(({ name, of, family }, n) => {
    const subnet = subnetOf(context, of, family);
    const [floating, c0, c1] = reserved(subnet) ?? [null, null, null];
    const id = (address: string | null, offset: number) => (address ? n * 3 + offset : null);
    return {
      ...cloudRow('addrpools', n, context),
      id: n + 1,
      name,
      network: subnet.network,
      prefix: subnet.prefix,
      family,
      order: 'random',
      controller0_address: c0,
      controller0_address_id: id(c0, 2),
      controller1_address: c1,
      controller1_address_id: id(c1, 3),
      floating_address: floating,
      floating_address_id: id(floating, 1),
      gateway_address: of === 'oam' ? at(subnet, 1) : null,
      gateway_address_id: of === 'oam' ? 90 + Math.floor(n / 8) : null,
      ranges: [[...subnet.range]],
    };
  });

/** The addresses that belong to no host: floating ones and gateways. */
export const floatingAddresses: CloudSeeder = (context) =>
  poolPlans(context).flatMap(({ of, family }, n): Row[] => {
    const subnet = subnetOf(context, of, family);
    const [floating] = reserved(subnet) ?? [];
    if (!floating) return [];
    return [
      {
        ...cloudRow('addresses', n, context),
        id: n + 1,
        ifname: null,
        name: `controller-${of === 'management' ? 'mgmt' : of}`,
        address: floating,
        prefix: subnet.prefix,
        enable_dad: family === 6,
        forihostid: null,
        pool_uuid: rowUuid('addrpools', 0, n),
      },
    ];
  });

/** Where the primary pool of a network is among the pools. */
const primaryPlace = (type: (typeof NETWORKS)[number]) => POOL_NAMES.indexOf(POOL_OF[type]);

export const networks: CloudSeeder = (context) =>
  networksOf(context).map((type, n) => ({
    ...cloudRow('networks', n, context),
    id: n + 1,
    type,
    name: type,
    dynamic: !['oam', 'cluster-pod', 'cluster-service', 'multicast'].includes(type),
    pool_uuid: rowUuid('addrpools', 0, primaryPlace(type)),
    primary_pool_family: familyName(familiesOf(context, POOL_OF[type])[0] ?? 4),
  }));

/** The pools of every network: the primary ones first, then those that make a network dual stack. */
export const networkAddresspools: CloudSeeder = (context) => {
  const plans = poolPlans(context);
  const pairs = context.families.flatMap((_, turn) =>
    networksOf(context).flatMap((type, network) => {
      const family = familiesOf(context, POOL_OF[type])[turn];
      const pool = plans.findIndex((plan) => plan.of === POOL_OF[type] && plan.family === family);
      return pool < 0 ? [] : [{ type, network, pool }];
    }),
  );
  return pairs.map(({ type, network, pool }, n) => ({
    ...cloudRow('network_addresspools', n, context),
    id: n + 1,
    address_pool_id: pool + 1,
    address_pool_uuid: rowUuid('addrpools', 0, pool),
    address_pool_name: plans[pool]?.name ?? null,
    network_id: network + 1,
    network_uuid: rowUuid('networks', 0, network),
    network_name: type,
  }));
};

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
      multicast_group: vxlan ? (context.families[0] === 6 ? 'ff0e::1:2:3' : '239.1.2.3') : null,
      port_num: vxlan ? 4789 : null,
      ttl: vxlan ? 16 : null,
      mode: vxlan ? 'dynamic' : null,
    };
  });
