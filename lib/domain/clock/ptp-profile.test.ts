import { expect, it } from 'vitest';
import { ptpProfile } from './ptp-profile';
import { testInstance } from './test-clocks';

const profile = (sections: Record<string, string>, service = 'ptp4l') =>
  ptpProfile(testInstance(service, [], sections));

it('says which profile parameters look like, and why', () => {
  const global = 'network_transport=L2 domainNumber=24 dataset_comparison=G.8275.x';
  expect(profile({ global })).toEqual({
    name: 'G.8275.1',
    why: ['dataset_comparison is G.8275.x', 'network_transport is L2', 'domain 24 is one of 24 to 43'],
  });
  const table = { unicast_master_table_1: 'table_id=1' };
  expect(profile({ global: 'network_transport=UDPv4 domainNumber=44', ...table })).toEqual({
    name: 'G.8275.2',
    why: ['network_transport is UDPv4', 'domain 44 is one of 44 to 63', 'a unicast master table'],
  });
});

it.each([
  ['nothing is set', {}],
  ['one hint is not enough', { global: 'domainNumber=24' }],
  [
    'IP contradicts G.8275.1',
    { global: 'network_transport=UDPv6 domainNumber=24 dataset_comparison=G.8275.x' },
  ],
  ['Ethernet contradicts G.8275.2', { global: 'network_transport=L2 domainNumber=44' }],
  ['the default comparison is no hint', { global: 'domainNumber=30 dataset_comparison=ieee1588' }],
  ['a domain that is no number', { global: 'domainNumber=x network_transport=L2' }],
])('says nothing where %s', (_, sections) => {
  expect(profile(sections)).toBeNull();
});

it('is about ptp4l: phc2sys has a domain only to find it', () => {
  expect(profile({ global: 'domainNumber=24 dataset_comparison=G.8275.x' }, 'phc2sys')).toBeNull();
});

it('goes by the last value, as linuxptp does', () => {
  const global = 'network_transport=UDPv4 network_transport=L2 domainNumber=24';
  expect(profile({ global })?.name).toBe('G.8275.1');
});
