/** Networks of the cloud as sysinv really answered (simulator/recordings), and rows with holes. */

import { describe, expect, it } from 'vitest';
import { recorded } from '../../test-recordings';
import {
  decodeAssignments,
  decodeDataNetworks,
  decodeDataPlaces,
  decodeNetworkPlaces,
  decodeNetworks,
  decodePools,
  decodeTaken,
} from './cloud-rows';

type Decoded = { rows: unknown[]; unreadable: { name: string | null }[] };

describe('as recorded', () => {
  it.each<[string, string, (rows: readonly unknown[]) => Decoded, number]>([
    ['get-044-get-networks.json', 'networks', decodeNetworks, 8],
    ['get-037-get-addrpools.json', 'addrpools', decodePools, 10],
    ['get-077-get-network-addresspools.json', 'network_addresspools', decodeAssignments, 8],
    ['get-063-get-datanetworks.json', 'datanetworks', decodeDataNetworks, 6],
    ['get-045-get-interface-networks.json', 'interface_networks', decodeNetworkPlaces, 26],
    ['get-064-get-interface-datanetworks.json', 'interface_datanetworks', decodeDataPlaces, 20],
    ['get-036-get-addresses.json', 'addresses', decodeTaken, 36],
  ])('%s', (file, key, decode, count) => {
    const { rows, unreadable } = decode(recorded(file, key));
    expect(unreadable).toEqual([]);
    expect(rows).toHaveLength(count);
  });

  it('a pool of IPv6 with every field', () => {
    const { rows } = decodePools(recorded('get-037-get-addrpools.json', 'addrpools'));
    expect(rows.find(({ name }) => name === 'management-ipv6')).toEqual({
      ...{ id: '26c97e9d-d346-40b5-891e-32151ad300e3', name: 'management-ipv6', network: 'fd01::' },
      ...{ prefix: 64, order: 'random', ranges: [{ start: 'fd01::1', end: 'fd01::ffff' }] },
      reserved: { floating: 'fd01::2', controller0: 'fd01::3', controller1: 'fd01::4', gateway: null },
    });
  });

  it('a tunnel with every field', () => {
    const { rows } = decodeDataNetworks(recorded('get-063-get-datanetworks.json', 'datanetworks'));
    expect(rows.find(({ type }) => type === 'vxlan')).toMatchObject({
      ...{ name: 'vxlan-net', mtu: 1500, mode: 'dynamic', multicastGroup: '239.1.2.3', port: 4789, ttl: 16 },
    });
  });
});

describe('odd rows', () => {
  const uuid = 'u';
  it.each<[string, () => Decoded, object]>([
    ['a network without a type', () => decodeNetworks([{ uuid, name: 'n' }, { uuid }]), { type: null }],
    [
      'a pool whose ranges are null, and one whose ranges are none',
      () =>
        decodePools([
          { uuid, name: 'p', network: 'fd00::', prefix: '64', ranges: null },
          { uuid, name: 'q', network: 'fd00::', ranges: ['fd00::1-fd00::9'] },
        ]),
      { prefix: 64, ranges: [], order: null },
    ],
    [
      'an assignment of names',
      () => decodeAssignments([{ uuid, network_name: 'oam' }, {}]),
      { poolId: null },
    ],
    [
      'markup in a name is text',
      () => decodeDataNetworks([{ uuid, name: '<b>x</b>' }, []]),
      { name: '<b>x</b>' },
    ],
    [
      'a place without a host',
      () => decodeNetworkPlaces([{ uuid, network_uuid: 'n' }, { uuid }]),
      { hostNumber: null },
    ],
    [
      'a data place',
      () => decodeDataPlaces([{ uuid, datanetwork_uuid: 'd', forihostid: '3' }, null]),
      { hostNumber: 3 },
    ],
    ['an address of no pool', () => decodeTaken([{ uuid, address: 'fd00::1' }, { uuid }]), { poolId: null }],
  ])('%s', (_, decode, first) => {
    const { rows, unreadable } = decode();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(first);
    expect(unreadable).toHaveLength(1);
  });
});
