/** The network of a host as sysinv really answered (simulator/recordings), and rows with holes. */

import { describe, expect, it } from 'vitest';
import { TLVS } from '@/lib/domain/network/lldp';
import { recorded } from '../../test-recordings';
import { decodeAddresses, decodeRoutes } from './addresses';
import { decodeDataNetworks } from './cloud-rows';
import { decodeDataUses, decodeInterfaces, decodeNetworkUses, decodeTimingUses } from './interfaces';
import { decodeAgents, decodeNeighbours } from './lldp';
import { decodePorts } from './ports';
import { packNeighbours, packUses } from './topology';

const CONTROLLER = '9d939249-adec-56b9-a8bf-e3fd1cb840d2';
const PORTS = `get-140-get-ihosts-${CONTROLLER}-ethernet-ports.json`;
const WORKER_PORTS = 'get-168-get-ihosts-9ff0fedc-2d10-59f2-85eb-c654338459e9-ethernet-ports.json';

describe('as recorded', () => {
  it.each<[string, string, (rows: readonly unknown[]) => { rows: unknown[]; unreadable: unknown[] }, number]>(
    [
      [PORTS, 'ethernet_ports', decodePorts, 4],
      [`get-138-get-ihosts-${CONTROLLER}-iinterfaces.json`, 'iinterfaces', decodeInterfaces, 6],
      [`get-157-get-ihosts-${CONTROLLER}-lldp-neighbours.json`, 'lldp_neighbours', decodeNeighbours, 3],
      [`get-156-get-ihosts-${CONTROLLER}-lldp-agents.json`, 'lldp_agents', decodeAgents, 3],
      ['get-036-get-addresses.json', 'addresses', decodeAddresses, 36],
      ['get-038-get-routes.json', 'routes', decodeRoutes, 1],
      ['get-045-get-interface-networks.json', 'interface_networks', decodeNetworkUses, 26],
      ['get-064-get-interface-datanetworks.json', 'interface_datanetworks', decodeDataUses, 20],
      ['get-022-get-ptp-interfaces.json', 'ptp_interfaces', decodeTimingUses, 6],
    ],
  )('%s', (file, key, decode, count) => {
    const { rows, unreadable } = decode(recorded(file, key));
    expect(unreadable).toEqual([]);
    expect(rows).toHaveLength(count);
  });

  it('a port with every field', () => {
    const { rows } = decodePorts(recorded(PORTS, 'ethernet_ports'));
    expect(rows[0]).toEqual({
      ...{ id: '24d74b02-c748-509e-b25a-332bf94b9b89', name: 'eno1', displayName: null },
      ...{ mac: '3c:fd:fe:00:00:00', interfaceId: '97d77f4b-d97f-5bd5-b01c-e6ce6b30efef' },
      ...{ speedMbps: 1000, mtu: 1500, duplex: null, autoNegotiation: 'Yes', linkMode: 0, bootsFrom: true },
      ...{ pciAddress: '0000:19:00.0', deviceNumber: 0, deviceClass: 'Ethernet controller [0200]' },
      ...{ vendor: 'Intel Corporation [8086]', device: 'I350 Gigabit Network Connection [1521]' },
      ...{ subVendor: 'Dell [1028]', subDevice: 'Ethernet 10G 2P X710 Adapter [1f99]' },
      ...{ numaNode: 0, driver: 'igb', channels: 32, maxChannels: 64, dpdk: false, capabilities: [] },
      vfs: {
        ...{ total: 7, configured: 0, pciAddresses: [], driver: null, deviceId: '154c' },
        ...{ channels: 4, maxChannels: 4 },
      },
    });
    const worker = decodePorts(recorded(WORKER_PORTS, 'ethernet_ports')).rows;
    expect(worker.find(({ vfs }) => vfs.configured)?.vfs.pciAddresses.length).toBeGreaterThan(1);
  });

  it('a bond, and the VLANs on it', () => {
    const file = `get-138-get-ihosts-${CONTROLLER}-iinterfaces.json`;
    const { rows } = decodeInterfaces(recorded(file, 'iinterfaces'));
    expect(rows.find(({ name }) => name === 'pxeboot0')).toMatchObject({
      ...{ type: 'ae', class: 'platform', mtu: 9000, aeMode: '802.3ad', hashPolicy: 'layer2' },
      ...{ uses: ['enp24s0f0', 'enp24s0f1'], usedBy: ['mgmt0', 'cluster0'] },
    });
    expect(rows.find(({ name }) => name === 'mgmt0')).toMatchObject({ type: 'vlan', vlanId: 100 });
  });

  it('every TLV of a neighbour', () => {
    const { rows } = decodeNeighbours(recorded('get-049-get-lldp-neighbours.json', 'lldp_neighbours'));
    expect(Object.keys(rows[0]?.tlvs ?? {}).toSorted()).toEqual([...TLVS].toSorted());
    expect(rows[0]).toMatchObject({
      ...{ port: 'eno1', msap: 'e8:c1:74:00:00:01,Ethernet1/1' },
      tlvs: {
        ...{ systemName: 'leaf-1', portId: 'Ethernet1/1', vlanNames: 'vlan100, vlan200', portVlanId: '1' },
        ...{ lag: 'capable=y,enabled=n', managementAddress: '10.10.11.200', ttl: '120', powerViaMdi: null },
      },
    });
  });

  it('what a host sends', () => {
    const { rows } = decodeAgents(recorded('get-048-get-lldp-agents.json', 'lldp_agents'));
    expect(rows[0]).toMatchObject({
      ...{ port: 'eno1', status: 'rx=enabled,tx=enabled' },
      tlvs: { systemName: 'controller-0:stx-real-lab', portDescription: 'eno1', maxFrameSize: '1522' },
    });
  });
});

describe('odd rows', () => {
  const uuid = 'u';
  it.each<[string, () => { rows: unknown[]; unreadable: { name: string | null }[] }, object]>([
    [
      'a speed of -1 is no speed',
      () => decodePorts([{ uuid, name: 'eth0', speed: -1, sriov_vfs_pci_address: null }, { uuid }]),
      { name: 'eth0', speedMbps: null, mac: null },
    ],
    [
      'an interface of class none, without lists',
      () => decodeInterfaces([{ uuid, ifname: 'lo', iftype: 'virtual', ifclass: 'none', uses: null }, {}]),
      { class: null, uses: [], mtu: null },
    ],
    [
      'IPv6',
      () => decodeAddresses([{ uuid, address: 'fd00::2', prefix: 64, ifname: 'mgmt0' }, { uuid }]),
      { address: 'fd00::2', prefix: 64, poolId: null },
    ],
    [
      'a route without a gateway',
      () => decodeRoutes([{ uuid, network: 'fd01::', prefix: 48, gateway: null }, null]),
      { network: 'fd01::', gateway: null },
    ],
    [
      'markup in LLDP text is text',
      () => decodeNeighbours([{ uuid, system_name: '<b>x</b>', port_name: 'eth0' }, 'no row']),
      { port: 'eth0', portId: null, tlvs: { systemName: '<b>x</b>' } },
    ],
    [
      'numbers where there should be text',
      () => decodeAgents([{ uuid, ttl: 120, port_name: 'eth0' }, []]),
      { tlvs: { ttl: '120' }, status: null },
    ],
    [
      'a network without a type',
      () =>
        decodeNetworkUses([
          { uuid, network_name: 'mgmt', ifname: 'mgmt0' },
          { uuid, ifname: 'x' },
        ]),
      { name: 'mgmt', type: null },
    ],
    [
      'a data network',
      () =>
        decodeDataUses([
          { uuid, datanetwork_name: 'physnet0' },
          { uuid, ifname: 'x' },
        ]),
      { name: 'physnet0', interface: null },
    ],
  ])('%s', (_, decode, first) => {
    const { rows, unreadable } = decode();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(first);
    expect(unreadable).toHaveLength(1);
  });
});

describe('the topology as recorded', () => {
  it('has every neighbour once, by the host that hears it', () => {
    const rows = recorded('get-049-get-lldp-neighbours.json', 'lldp_neighbours');
    const { devices, cables, unreadable } = packNeighbours(rows);
    expect(unreadable).toEqual([]);
    expect(Object.values(cables).flat().length).toBe(rows.length);
    expect(devices.map(({ name }) => name)).toContain('leaf-1');
    expect(new Set(devices.map(({ id }) => id)).size).toBe(devices.length);
    expect(cables[CONTROLLER]?.[0]).toEqual(['eno1', 0, 'Ethernet1/1']);
  });

  it('has data networks, and who is assigned to them', () => {
    const { uses } = packUses(recorded('get-064-get-interface-datanetworks.json', 'interface_datanetworks'));
    expect(Object.values(uses).flat().length).toBe(20);
    const { rows } = decodeDataNetworks(recorded('get-063-get-datanetworks.json', 'datanetworks'));
    expect(rows[0]).toMatchObject({ name: 'physnet0', type: 'vlan' });
  });

  it('knows a host by the name that it gives itself', () => {
    const row = { host_uuid: 'h', port_name: 'p', chassis_id: 'c', system_name: 'worker-1:lab' };
    const { devices, cables } = packNeighbours([{ ...row, port_description: 'eno1', port_identifier: 'aa' }]);
    expect(devices[0]).toMatchObject({ id: 'c', name: 'worker-1', hostname: 'worker-1' });
    expect(cables).toEqual({ h: [['p', 0, 'eno1']] });
    expect(packNeighbours([{ uuid: 'odd' }]).unreadable.length).toBe(1);
  });
});
