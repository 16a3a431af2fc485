import { describe, expect, it } from 'vitest';
import type { PtpConfig } from './ptp-config';
import { ownerlessRows, unreadableRows } from './ptp-odd-rows';
import { testConfig, testInstance, testInterface } from './test-clocks';

const instance = testInstance('ptp4l', ['worker-0']);
const face = testInterface(instance, ['worker-0/data0']);
const of = (changes: Partial<PtpConfig>): PtpConfig => ({ ...testConfig([instance], [face]), ...changes });
const parameter = (owners: string[]) => ({
  ...{ id: 'p1', section: 'global', name: 'domainNumber', value: '24', owners },
});
const odd = (id: string | null) => ({ kind: 'instance' as const, id, name: null, why: 'hostnames: odd' });

it('names each row that cannot be read by kind and name, and has a key for each', () => {
  const rows = unreadableRows([
    { kind: 'instance', id: 'u1', name: 'ptp-bc', why: 'hostnames: Invalid input' },
    { kind: 'parameter', id: null, name: null, why: 'body: Invalid input' },
    { kind: 'parameter', id: null, name: null, why: 'body: Invalid input' },
    { kind: 'neighbour', id: 'u2', name: null, why: 'host_uuid: Required' },
  ]);
  expect(rows).toMatchObject([
    { what: 'PTP instance', name: 'ptp-bc', why: 'hostnames: Invalid input' },
    { what: 'PTP parameter', name: null },
    { what: 'PTP parameter', name: null },
    { what: 'LLDP neighbour', name: 'u2' },
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
});

describe('rows that belong to nothing', () => {
  it('are none where every owner is there', () => {
    expect(ownerlessRows(of({ parameters: [parameter([instance.id, face.id])] }))).toEqual([]);
  });
  it('are interfaces whose instance is gone, and parameters of what is gone', () => {
    const config = of({ instances: [], parameters: [parameter([instance.id])] });
    expect(ownerlessRows(config)).toMatchObject([
      { what: 'PTP interface', name: 'ptp4l-if', why: 'Its instance does not exist: ptp4l' },
      { what: 'PTP parameter', name: 'domainNumber', why: 'Its owner does not exist: id-ptp4l' },
    ]);
    expect(ownerlessRows(of({ parameters: [parameter(['a', 'b', face.id])] }))).toMatchObject([
      { why: '2 of its owners are not there' },
    ]);
  });
  it('are not said to be gone where the row that they belong to cannot be read', () => {
    const words = [{ why: 'Its instance cannot be read' }];
    expect(ownerlessRows(of({ instances: [], unreadable: [odd(instance.id)] }))).toMatchObject(words);
    expect(ownerlessRows(of({ instances: [], unreadable: [odd(null)] }))).toMatchObject(words);
    expect(ownerlessRows(of({ instances: [], unreadable: [odd('another')] }))).toMatchObject([
      { why: 'Its instance does not exist: ptp4l' },
    ]);
  });
  it('are places without a host', () => {
    const config = of({ interfaces: [{ ...face, members: [{ host: '', interface: 'data0' }] }] });
    expect(ownerlessRows(config)).toMatchObject([{ why: 'No host is named for data0' }]);
  });
});
