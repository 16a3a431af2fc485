import { describe, expect, it } from 'vitest';
import { declareCloud } from './cloud-documents';
import type { CloudSource, Said } from './source';

const rows = <T>(...all: T[]): Said<T> => ({ rows: all, odd: 0 });
const SYSTEM: CloudSource['system'] = {
  ...{ id: 's', name: 'site-1', type: 'Standard', mode: 'duplex', description: null, location: 'north' },
  ...{ contact: 'a@b', softwareVersion: null, timezone: null, region: null, distributedCloudRole: null },
  ...{ vswitch: 'none', leavingSimplex: false, latitude: null, longitude: null },
};
const CLOUD: CloudSource = {
  system: SYSTEM,
  ...{
    pools: rows(),
    monitors: rows(),
    clusters: rows(),
    tiers: rows(),
    ptpInstances: rows(),
    ptpInterfaces: rows(),
  },
  ...{ networks: rows(), assignments: rows(), dataNetworks: rows(), dns: rows(), ntp: rows(), ptp: rows() },
  ...{ drbdLinkUtilization: rows(), backends: rows(), controllerFilesystems: rows() },
};
const pool = (id: string, name: string) => ({
  ...{
    id,
    name,
    network: '10.0.0.0',
    prefix: 24,
    order: 'random',
    ranges: [{ start: '10.0.0.1', end: '10.0.0.9' }],
  },
  reserved: { floating: '10.0.0.2', controller0: null, controller1: null, gateway: null },
});
const written = (cloud: Partial<CloudSource>, kind: string) => {
  const { documents, notes } = declareCloud({ ...CLOUD, ...cloud });
  return {
    specs: documents.filter((one) => one.kind === kind).map(({ name, spec }) => ({ name, spec })),
    notes,
  };
};

describe('the cloud as documents', () => {
  it('names the pools of a network, the first one first', () => {
    const network = {
      id: 'n',
      name: 'mgmt',
      type: 'mgmt',
      dynamic: true,
      primaryPoolId: 'b',
      primaryFamily: 'IPv4',
    };
    const assigned = ['a', 'b'].map((id) => ({ id, networkId: 'n', network: null, poolId: id, pool: null }));
    const cloud = {
      networks: rows(network),
      pools: rows(pool('a', 'pool-a'), pool('b', 'pool-b')),
      assignments: rows(...assigned),
    };
    expect(written(cloud, 'PlatformNetwork').specs).toEqual([
      { name: 'mgmt', spec: { type: 'mgmt', dynamic: true, associatedAddressPools: ['pool-b', 'pool-a'] } },
    ]);
    expect(written(cloud, 'AddressPool').specs[0]).toEqual({
      name: 'pool-a',
      spec: {
        ...{ subnet: '10.0.0.0', prefix: 24, floatingAddress: '10.0.0.2' },
        allocation: { order: 'random', ranges: [{ start: '10.0.0.1', end: '10.0.0.9' }] },
      },
    });
  });

  it('leaves out a network of a type that there is none of, and says so', () => {
    const network = {
      id: 'n',
      name: 'odd',
      type: 'ironic',
      dynamic: false,
      primaryPoolId: null,
      primaryFamily: null,
    };
    const { specs, notes } = written({ networks: rows(network) }, 'PlatformNetwork');
    expect(specs).toEqual([]);
    expect(notes).toContain('PlatformNetwork "odd" is left out: the definition has no such PlatformNetwork.');
  });

  it('leaves out a PTP instance of another service with the interfaces of it', () => {
    const instance = (name: string, service: string) => ({
      ...{ id: name, number: 1, name, service, hosts: [] },
      sections: [{ section: 'global', pairs: [{ name: 'a', value: '1' }] }],
    });
    const one = (name: string, instanceName: string) => ({
      ...{
        id: name,
        number: 1,
        name,
        instanceId: null,
        instanceName,
        members: [],
        pairs: [{ name: 'b', value: '' }],
      },
    });
    const cloud = {
      ptpInstances: rows(instance('good', 'ptp4l'), instance('bad', 'synce4l')),
      ptpInterfaces: rows(one('if-good', 'good'), one('if-bad', 'bad')),
    };
    expect(written(cloud, 'PtpInstance').specs).toEqual([
      { name: 'good', spec: { service: 'ptp4l', parameters: { global: ['a=1'] } } },
    ]);
    expect(written(cloud, 'PtpInterface').specs).toEqual([
      { name: 'if-good', spec: { ptpinstance: 'good', parameters: ['b='] } },
    ]);
  });

  it('has vxlan for those alone, and its group in dynamic mode alone', () => {
    const net = (name: string, type: string, mode: string) => ({
      ...{
        id: name,
        name,
        type,
        description: null,
        mtu: 1500,
        mode,
        multicastGroup: '239.0.0.1',
        port: 4789,
        ttl: 2,
      },
    });
    const cloud = {
      dataNetworks: rows(
        net('a', 'vlan', 'dynamic'),
        net('b', 'vxlan', 'dynamic'),
        net('c', 'vxlan', 'static'),
      ),
    };
    const vxlan = { udpPortNumber: 4789, ttl: 2 };
    expect(written(cloud, 'DataNetwork').specs.map(({ spec }) => spec)).toEqual([
      { type: 'vlan', mtu: 1500 },
      { type: 'vxlan', mtu: 1500, vxlan: { multicastGroup: '239.0.0.1', ...vxlan, endpointMode: 'dynamic' } },
      { type: 'vxlan', mtu: 1500, vxlan: { ...vxlan, endpointMode: 'static' } },
    ]);
  });

  it('says what could not be read, and does not call it empty', () => {
    const { specs, notes } = written({ dns: { unread: 'away' }, ntp: rows('ntp.example') }, 'System');
    expect(specs[0]?.spec).toMatchObject({
      ntpServers: ['ntp.example'],
      location: 'north',
      vswitchType: 'none',
    });
    expect(specs[0]?.spec).not.toHaveProperty('dnsServers');
    expect(notes).toEqual(['Name servers could not be read and are missing here: away']);
  });
});
