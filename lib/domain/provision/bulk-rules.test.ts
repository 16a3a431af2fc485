import { describe, expect, it } from 'vitest';
import type { Host } from '../host';
import { testHost as someHost, testSystem as someSystem, testViewer } from '../test-facts';
import type { BulkContext } from './bulk-fault';
import { type BulkValues, newRow } from './bulk-row';
import { bulkFaults, bulkVerdict } from './bulk-rules';

const HOSTS: readonly Host[] = [
  someHost({ hostname: 'controller-0', personality: 'controller', mgmtMac: '3c:fd:fe:00:00:00' }),
  someHost({ hostname: 'controller-1', personality: 'controller', mgmtMac: '3c:fd:fe:00:01:00' }),
  someHost({
    ...{ hostname: 'worker-0', personality: 'worker', mgmtMac: '3c:fd:fe:00:04:00' },
    boardManagement: { type: 'ipmi', address: '10.10.30.10', userName: 'bmc' },
  }),
  someHost({ hostname: null, personality: null, mgmtMac: '3c:fd:fe:00:99:00' }),
];
const context = (changes: Partial<BulkContext> = {}): BulkContext => ({
  ...{ viewer: testViewer(), system: someSystem(), hosts: HOSTS, oamFamily: 'IPv4', ceph: true },
  ...changes,
});
const RIGHT: Partial<BulkValues> = {
  ...{ personality: 'worker', hostname: 'worker-20', mgmtMac: '3C-FD-FE-AA-00-01', subfunctions: 'worker' },
  ...{
    bmType: 'redfish',
    bmAddress: '10.10.30.120',
    bmUserName: 'root',
    bmPassword: 'secret',
    powerOn: 'yes',
  },
};
const told = (values: Partial<BulkValues>, changes: Partial<BulkContext> = {}) =>
  bulkFaults([newRow('a', { ...RIGHT, ...values })], context(changes)).map(
    ({ field, weight, message }) => `${weight} ${field}: ${message}`,
  );

describe('a row of a bulk add', () => {
  it('is right', () => expect(told({})).toEqual([]));

  it.each<[Partial<BulkValues>, string]>([
    [{ personality: '' }, 'block personality: Choose a role'],
    [{ personality: 'wroker' }, 'block personality: Controller, worker or storage'],
    [{ personality: 'controller', hostname: '' }, 'block personality: Both controllers are there already'],
    [{ hostname: '' }, 'block hostname: A worker needs a name'],
    [{ hostname: 'a b' }, 'block hostname: Only letters, numbers, underscores, dots and hyphens'],
    [{ hostname: 'storage-9' }, 'block hostname: This name is kept for controllers and storage hosts'],
    [{ hostname: 'x'.repeat(256) }, 'block hostname: At most 255 characters'],
    [{ hostname: 'worker-0' }, 'block hostname: A host has this name'],
    [
      { personality: 'storage', hostname: 'box' },
      'block hostname: storage- and a number; leave it empty, the platform gives it',
    ],
    [{ mgmtMac: '' }, 'block mgmtMac: Needed: the MAC address of its management interface'],
    [{ mgmtMac: '3c:fd:fe' }, 'block mgmtMac: A MAC address, such as 3c:fd:fe:00:04:00'],
    [{ mgmtMac: '3cfd.fe00.0400' }, 'block mgmtMac: worker-0 has this address'],
    [{ mgmtMac: '3cfdfe009900' }, 'warn mgmtMac: Discovered already: this row says what it becomes'],
    [{ bmType: 'ilo' }, 'block bmType: One of none, dynamic, ipmi, redfish'],
    [{ bmAddress: '' }, 'block bmAddress: Board management needs an address'],
    [{ bmAddress: '10.10.30' }, 'block bmAddress: An IPv4 or IPv6 address'],
    [{ bmAddress: 'fd00::1' }, 'block bmAddress: IPv4, as the OAM network is'],
    [{ bmAddress: '10.10.30.10' }, 'block bmAddress: The board of worker-0 has it'],
    [{ bmUserName: '' }, 'block bmUserName: Board management needs a user'],
    [{ bmUserName: 'a b' }, 'block bmUserName: No blanks'],
    [{ bmUserName: 'x'.repeat(17) }, 'block bmUserName: At most 16 characters'],
    [{ bmPassword: 'a b' }, 'block bmPassword: No blanks'],
    [{ installOutput: 'loud' }, 'block installOutput: One of text, graphical'],
    [{ hwSettle: 'soon' }, 'block hwSettle: A whole number of seconds'],
    [{ location: 'rack\u0007' }, 'block location: Holds a character that an XML file cannot'],
    [{ console: 'x'.repeat(256) }, 'block console: At most 255 characters'],
  ])('%j', (values, fault) => expect(told(values)).toEqual([fault]));

  it('of a storage host depends on the system', () => {
    const storage = { personality: 'storage', hostname: '' };
    expect(told(storage)).toEqual([]);
    expect(told(storage, { ceph: false })).toEqual([
      'block personality: Storage hosts need Ceph, which this cloud does not have',
    ]);
    expect(told(storage, { system: someSystem({ type: 'All-in-one' }) })).toEqual([
      'block personality: An all-in-one system has no storage hosts',
    ]);
  });

  it('without board management is told that it stays off, and is not judged by what it does not have', () => {
    expect(told({ bmType: 'none', bmAddress: '', bmUserName: '', bmPassword: '' })).toEqual([
      'warn powerOn: Stays off: it needs board management',
    ]);
  });

  it('is like no other row', () => {
    const rows = [newRow('a', RIGHT), newRow('b', { ...RIGHT, mgmtMac: '3cfdfeaa0001' }), newRow('c')];
    expect(
      bulkFaults(rows, context()).map(({ row, field, message }) => `${row} ${field} ${message}`),
    ).toEqual([
      'a hostname The same as row 2',
      'a mgmtMac The same as row 2',
      'a bmAddress The same as row 2',
      'b hostname The same as row 1',
      'b mgmtMac The same as row 1',
      'b bmAddress The same as row 1',
    ]);
    const [first = newRow('a')] = rows;
    expect(bulkFaults([{ ...first, leftOut: true }, ...rows.slice(1)], context())).toEqual([]);
  });

  it('whose password was lost is not sent without it unseen', () => {
    const row = { ...newRow('a', { ...RIGHT, bmPassword: '' }), lostPassword: true };
    expect(bulkFaults([row], context()).map(({ field }) => field)).toEqual(['bmPassword']);
  });
});

describe('a bulk add', () => {
  it.each<[Partial<BulkContext>, RegExp | null]>([
    [{}, null],
    [{ system: someSystem({ mode: 'simplex' }) }, /one host/],
    [{ viewer: testViewer('reader') }, /reader/i],
    [{ hosts: HOSTS.map((host) => ({ ...host, operational: 'disabled' })) }, /No controller is unlocked/],
    [{ hosts: [], system: null }, null],
  ])('may be refused from the start %#', (changes, why) => {
    const verdict = bulkVerdict(context(changes));
    if (why === null) expect(verdict).toEqual({ ok: true });
    else expect(verdict).toMatchObject({ ok: false, why: expect.stringMatching(why) });
  });
});
