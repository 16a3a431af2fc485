/** What tests judge changes of interfaces by: the host of the board, locked, in a standard cloud. */
import { testHost, testSystem } from '../test-facts';
import type { Address, Route } from './address';
import type { InterfaceFacts } from './interface-facts';
import { boardNetwork } from './test-network';

const network = (id: string, name: string, type = name) => ({ id: `net-${id}`, name, type });

export function editFacts(more: Partial<InterfaceFacts> = {}): InterfaceFacts {
  const board = boardNetwork();
  const { networks, dataNetworks, addresses } = board;
  return {
    ...{ networks, dataNetworks, addresses, routes: [] },
    interfaces: board.interfaces.map((one) => ({
      ...one,
      ...(one.type === 'vf' ? { class: 'pci-sriov' } : {}),
      ...(one.name === 'bond0' ? { class: 'platform' } : {}),
      ...(one.name === 'sriov0' ? { vfCount: 32 } : {}),
      usedBy: board.interfaces.filter(({ uses }) => uses.includes(one.name)).map(({ name }) => name),
    })),
    ports: board.ports.map((port) =>
      port.name === 'enp81s0f0' ? { ...port, vfs: { ...port.vfs, total: 64 } } : port,
    ),
    choices: {
      networks: [
        ...[network('1', 'pxeboot'), network('2', 'mgmt'), network('3', 'cluster-host')],
        ...[network('4', 'storage'), network('5', 'oam'), network('6', 'admin'), network('7', 'multicast')],
      ],
      dataNetworks: [
        { id: 'dn-1', name: 'group0-sriov', type: 'vlan', mtu: 1500 },
        { id: 'dn-2', name: 'group0-mid', type: 'flat', mtu: 1500 },
        { id: 'dn-3', name: 'big', type: 'vxlan', mtu: 9000 },
      ],
      pools: [
        { id: 'pool-4', name: 'four', family: 4, network: '10.9.0.0', prefix: 24 },
        { id: 'pool-6', name: 'six', family: 6, network: 'fd00:9::', prefix: 64 },
      ],
    },
    host: testHost({ hostname: 'worker-2', administrative: 'locked' }),
    system: testSystem(),
    ...more,
  };
}

export const testAddress = (interfaceId: string, address: string, prefix: number): Address => ({
  ...{ id: `a-${address}`, interfaceId, interface: null, address, prefix },
  ...{ duplicateDetection: null, poolId: null },
});

export const testRoute = (interfaceId: string, network: string, prefix: number, gateway: string): Route => ({
  ...{ id: `r-${network}`, interfaceId, interface: null, network, prefix, gateway, metric: 1 },
});
