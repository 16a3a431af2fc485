/** PTP, NTP and LLDP as sysinv really answered (simulator/recordings), and rows with holes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeLldpNeighbours } from './lldp-neighbours';
import { decodeNtpServers } from './ntp';
import { decodeLegacyPtp } from './ptp-config';
import { decodePtpInstances } from './ptp-instances';
import { decodePtpInterfaces } from './ptp-interfaces';
import { decodeCloudInterfaces, decodeCloudPorts, joinPorts } from './ptp-links';
import { decodePtpParameters } from './ptp-parameters';

const RECORDINGS = join(import.meta.dirname, '../../../simulator/recordings/sysinv');
const recording = z.object({ body: z.record(z.string(), z.unknown()) });

function recorded(file: string, key: string): unknown[] {
  const { body } = recording.parse(JSON.parse(readFileSync(join(RECORDINGS, file), 'utf8')));
  return z.array(z.unknown()).parse(body[key]);
}

describe('as recorded', () => {
  it('instances, of every service, with their parameters by section', () => {
    const { rows, unreadable } = decodePtpInstances(
      recorded('get-021-get-ptp-instances.json', 'ptp_instances'),
    );
    expect(unreadable).toEqual([]);
    expect(rows.map(({ service }) => service).sort()).toEqual([
      'clock',
      'dpll-mgr',
      'gnss-monitor',
      'phc2sys',
      'ptp4l',
      'ptp4l',
      'synce4l',
      'ts2phc',
    ]);
    expect(rows.find(({ name }) => name === 'ptp4l-oc')).toEqual({
      id: '15a0c08c-9ea0-4687-8500-353d2b467920',
      number: 1,
      name: 'ptp4l-oc',
      service: 'ptp4l',
      hosts: ['controller-0', 'worker-0', 'worker-1'],
      sections: [
        {
          section: 'global',
          // The same name twice: the platform takes it.
          pairs: [
            { name: 'domainNumber', value: '24' },
            { name: 'boundary_clock_jbod', value: '1' },
            { name: 'masterOnly', value: '1' },
            { name: 'domainNumber', value: '25' },
          ],
        },
      ],
    });
  });

  it('interfaces, with the host and interface of each member', () => {
    const { rows, unreadable } = decodePtpInterfaces(
      recorded('get-022-get-ptp-interfaces.json', 'ptp_interfaces'),
    );
    expect(unreadable).toEqual([]);
    expect(rows[0]).toMatchObject({
      name: 'ptp4l-oc-if',
      instanceName: 'ptp4l-oc',
      members: [
        { host: 'worker-1', interface: 'data0' },
        { host: 'worker-0', interface: 'data0' },
      ],
      pairs: [{ name: 'masterOnly', value: '0' }],
    });
  });

  it('parameters, shared by their owners', () => {
    const { rows, unreadable } = decodePtpParameters(
      recorded('get-023-get-ptp-parameters.json', 'ptp_parameters'),
    );
    expect(unreadable).toEqual([]);
    expect(rows.find(({ owners }) => owners.length === 2)).toMatchObject({
      section: 'global',
      name: 'domainNumber',
      value: '24',
    });
  });

  it('NTP servers and the older PTP, under their odd keys', () => {
    expect(decodeNtpServers(recorded('get-019-get-intp.json', 'intps')).rows).toEqual([
      {
        id: 'dc29fe88-05c5-4294-aa05-dfcae199a184',
        servers: ['0.pool.ntp.org', '1.pool.ntp.org', '2.pool.ntp.org'],
      },
    ]);
    expect(decodeLegacyPtp(recorded('get-020-get-ptp.json', 'ptps')).rows).toEqual([
      { id: '31832fa4-5ec7-4c45-b2d4-58b20b97b71e', mode: 'hardware', transport: 'l2', mechanism: 'e2e' },
    ]);
  });

  it('LLDP neighbours of every host', () => {
    const { rows, unreadable } = decodeLldpNeighbours(
      recorded('get-049-get-lldp-neighbours.json', 'lldp_neighbours'),
    );
    expect(unreadable).toEqual([]);
    expect(rows).toHaveLength(22);
    expect(rows[0]).toEqual({
      hostId: '9d939249-adec-56b9-a8bf-e3fd1cb840d2',
      port: 'eno1',
      systemName: 'leaf-1',
      chassisId: 'e8:c1:74:00:00:01',
      remotePort: 'Ethernet1/1',
      remotePortDescription: 'controller-0 eth0',
    });
  });

  it('interfaces and ports of a host join', () => {
    const host = '9d939249-adec-56b9-a8bf-e3fd1cb840d2';
    const interfaces = decodeCloudInterfaces(
      recorded(`get-138-get-ihosts-${host}-iinterfaces.json`, 'iinterfaces'),
    );
    const ports = decodeCloudPorts(recorded(`get-139-get-ihosts-${host}-ports.json`, 'ports'));
    expect([...interfaces.unreadable, ...ports.unreadable]).toEqual([]);
    const joined = joinPorts(interfaces.rows, ports.rows, new Set(['oam0']));
    expect(joined).toMatchObject([{ hostId: host, interface: 'oam0', port: 'eno1', driver: 'igb' }]);
  });
});

describe('odd rows', () => {
  it.each([
    [
      'instance without anything',
      decodePtpInstances,
      { uuid: 'u' },
      { name: '', service: null, hosts: [], sections: [] },
    ],
    [
      'instance of a service that nobody knows, with an odd parameter',
      decodePtpInstances,
      {
        uuid: 'u',
        name: 'n',
        service: 'new4l',
        parameters: { global: ['=5', 'plain', 'cmdline_opts=-s a=b'] },
      },
      {
        service: 'new4l',
        sections: [
          {
            section: 'global',
            pairs: [
              { name: '', value: '5' },
              { name: 'plain', value: '' },
              { name: 'cmdline_opts', value: '-s a=b' },
            ],
          },
        ],
      },
    ],
    [
      'interface of no instance',
      decodePtpInterfaces,
      { uuid: 'u', interface_names: ['odd'] },
      { instanceId: null, members: [{ host: '', interface: 'odd' }] },
    ],
    [
      'parameter without a section',
      decodePtpParameters,
      { uuid: 'u', name: 'a', value: 1 },
      { section: 'global', value: '1', owners: [] },
    ],
    ['no NTP servers', decodeNtpServers, { uuid: 'u', ntpservers: '' }, { servers: [] }],
  ])('%s', (_, decode, row, expected) => {
    const { rows, unreadable } = decode([row, { no: 'uuid' }]);
    expect(rows).toMatchObject([expected]);
    // The one beside it is listed, and costs nobody anything.
    expect(unreadable).toHaveLength(1);
  });
});

describe('ports below an interface', () => {
  const row = (uuid: string, ifname: string, uses: string[] = []) => ({
    uuid,
    ihost_uuid: 'h',
    ifname,
    uses,
  });
  const port = (name: string, interfaceUuid: string) => ({
    ...{ uuid: name, host_uuid: 'h', interface_uuid: interfaceUuid, name, driver: 'ice', pdevice: null },
  });
  it.each([
    ['its own', [row('1', 'data0')], ['a'], 'data0'],
    [
      'an aggregate has those of its members',
      [row('9', 'bond', ['x', 'y']), row('1', 'x'), row('2', 'y')],
      ['a', 'b'],
      'bond',
    ],
    [
      'a VLAN on an aggregate',
      [row('8', 'vlan', ['bond']), row('9', 'bond', ['x']), row('1', 'x')],
      ['a'],
      'vlan',
    ],
    ['names in a ring end', [row('8', 'p', ['q']), row('1', 'q', ['p'])], ['a'], 'p'],
    ['one that is not there', [row('8', 'p', ['nowhere'])], [], 'p'],
  ])('%s', (_, interfaces, names, wanted) => {
    const found = joinPorts(interfaces, [port('a', '1'), port('b', '2')], new Set([wanted]));
    expect(found.map((one) => one.port)).toEqual(names);
  });
});
