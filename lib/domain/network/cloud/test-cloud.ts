/** Networks of a cloud for tests, with what a test does not care about filled in. */
import type {
  AddressPool,
  CloudNetworks,
  DataNetwork,
  PlatformNetwork,
  PoolAssignment,
} from './cloud-networks';

export const testPool = (
  name: string,
  network: string,
  prefix: number,
  more: Partial<AddressPool> = {},
): AddressPool => ({
  ...{ id: `p-${name}`, name, network, prefix, order: 'random', ranges: [], taken: 0 },
  reserved: { floating: null, controller0: null, controller1: null, gateway: null },
  ...more,
});

export const testNetwork = (name: string, more: Partial<PlatformNetwork> = {}): PlatformNetwork => ({
  ...{ id: `n-${name}`, name, type: name, dynamic: true, primaryPoolId: null, primaryFamily: null },
  use: { interfaces: 0, hosts: 0 },
  ...more,
});

export const testDataNetwork = (name: string, more: Partial<DataNetwork> = {}): DataNetwork => ({
  ...{ id: `d-${name}`, name, type: 'vlan', description: null, mtu: 1500, mode: null },
  ...{ multicastGroup: null, port: null, ttl: null, use: { interfaces: 0, hosts: 0 } },
  ...more,
});

export const testAssignment = (network: string, pool: string): PoolAssignment => ({
  ...{ id: `a-${network}-${pool}`, networkId: `n-${network}`, network, poolId: `p-${pool}`, pool },
});

export const testCloud = (more: Partial<CloudNetworks> = {}): CloudNetworks => ({
  ...{ networks: [], pools: [], assignments: [], dataNetworks: [], unread: [], unreadable: [] },
  ...more,
});
