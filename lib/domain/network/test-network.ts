/** Ports, interfaces and neighbours for tests, with what a test does not care about filled in. */
import type { HostNetwork } from './host-network';
import type { Interface } from './interface';
import type { Neighbour, Tlvs } from './lldp';
import type { Port } from './port';

export const testPort = (name: string, more: Partial<Port> = {}): Port => ({
  ...{ id: `p-${name}`, name, displayName: null, mac: null, interfaceId: `i-${name}` },
  ...{ speedMbps: 25_000, mtu: 1500, duplex: null, autoNegotiation: 'Yes', linkMode: 0, bootsFrom: false },
  ...{ pciAddress: null, deviceNumber: 0, deviceClass: null, vendor: null, device: null, subVendor: null },
  ...{ subDevice: null, numaNode: 0, driver: 'ice', channels: null, maxChannels: null, dpdk: true },
  capabilities: [],
  vfs: {
    ...{ total: 0, configured: 0, pciAddresses: [], driver: null, deviceId: null },
    ...{ channels: null, maxChannels: null },
  },
  ...more,
});

export const testInterface = (name: string, more: Partial<Interface> = {}): Interface => ({
  ...{ id: `i-${name}`, name, type: 'ethernet', class: null, mac: null, mtu: 1500, vlanId: null },
  ...{ uses: [], usedBy: [], aeMode: null, hashPolicy: null, primaryReselect: null },
  ...{ vfCount: null, vfDriver: null, ipv4Mode: null, ipv6Mode: null, ipv4Pool: null },
  ...{ ipv6Pool: null, maxTxRate: null, maxRxRate: null },
  ...more,
});

export const testNeighbour = (port: string, system: string, tlvs: Tlvs = {}): Neighbour => ({
  ...{ id: `n-${port}-${system}`, portId: `p-${port}`, port, msap: null },
  tlvs: {
    systemName: system,
    chassisId: `chassis of ${system}`,
    portId: `Eth1/${port.length}`,
    systemCapabilities: 'bridge, router',
    ...tlvs,
  },
});

export const testNetwork = (more: Partial<HostNetwork> = {}): HostNetwork => ({
  ...{ ports: [], interfaces: [], neighbours: [], addresses: [], networks: [], dataNetworks: [] },
  ...{ timing: [], peerNeighbours: [], unread: [], unreadableInterfaces: [], unreadable: [] },
  ...more,
});

const on = (name: string) => ({ interfaceId: `i-${name}`, interface: name });

/** The host of the board: a bond with two VLANs, a card shared by virtual functions, a PTP port, a port that is not used. */
export const boardNetwork = (): HostNetwork =>
  testNetwork({
    ports: [
      testPort('eno1', { speedMbps: 1000, interfaceId: 'i-pxeboot0', mac: '3c:ec:ef:5a:10:02' }),
      testPort('enp24s0f0', { mac: 'b4:96:91:c1:7e:20' }),
      testPort('enp24s0f1', { mac: 'b4:96:91:c1:7e:21' }),
      testPort('enp81s0f0', { speedMbps: 100_000, interfaceId: 'i-sriov0' }),
      testPort('enp81s0f1', { interfaceId: 'i-ptp0' }),
      testPort('enp81s0f2', { speedMbps: null }),
    ],
    interfaces: [
      testInterface('pxeboot0', { class: 'platform' }),
      testInterface('enp24s0f0'),
      testInterface('enp24s0f1'),
      testInterface('bond0', {
        ...{ type: 'ae', mtu: 9000, uses: ['enp24s0f0', 'enp24s0f1'] },
        ...{ aeMode: '802.3ad', hashPolicy: 'layer3+4' },
      }),
      testInterface('mgmt0', { type: 'vlan', class: 'platform', vlanId: 204, uses: ['bond0'] }),
      testInterface('cluster0', { type: 'vlan', class: 'platform', vlanId: 205, uses: ['bond0'] }),
      testInterface('sriov0', { class: 'pci-sriov', vfCount: 16, mtu: 9000 }),
      testInterface('du-fronthaul', { type: 'vf', vfCount: 8, vfDriver: 'vfio', uses: ['sriov0'] }),
      testInterface('du-midhaul', { type: 'vf', vfCount: 8, vfDriver: 'netdevice', uses: ['sriov0'] }),
      testInterface('ptp0'),
      testInterface('enp81s0f2'),
    ],
    neighbours: [
      testNeighbour('eno1', 'sw-oob-1'),
      testNeighbour('enp24s0f0', 'sw-leaf-1'),
      testNeighbour('enp24s0f1', 'sw-leaf-2'),
      testNeighbour('enp81s0f0', 'sw-leaf-1', { portId: 'Eth1/45' }),
      testNeighbour('enp81s0f1', 'worker-1:nordic-central', {
        ...{ systemCapabilities: 'station', portDescription: 'enp81s0f1' },
      }),
    ],
    networks: [
      { id: '1', name: 'pxeboot', type: 'pxeboot', ...on('pxeboot0') },
      { id: '2', name: 'mgmt', type: 'mgmt', ...on('mgmt0') },
      { id: '3', name: 'cluster-host', type: 'cluster-host', ...on('cluster0') },
    ],
    dataNetworks: [
      { id: '1', name: 'group0-sriov', ...on('du-fronthaul') },
      { id: '2', name: 'group0-mid', ...on('du-midhaul') },
    ],
    addresses: [
      {
        ...{ id: 'a', interfaceId: null, interface: 'mgmt0', address: '192.168.204.52', prefix: 24 },
        ...{ duplicateDetection: false, poolId: null },
      },
    ],
    timing: [
      {
        ...{ id: 't', name: 'ptp-if', instance: 'ptp-tsc' },
        members: [
          { host: 'worker-2', interface: 'ptp0' },
          { host: 'worker-1', interface: 'enp24s0f0' },
        ],
      },
    ],
  });
