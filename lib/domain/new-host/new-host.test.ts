import { describe, expect, it } from 'vitest';
import { testActive, testHost, testStandby, testSystem, testUnprovisioned, testViewer } from '../test-facts';
import {
  type AddDraft,
  draftText,
  EMPTY_HOST,
  isBegun,
  type NewHost,
  readDraft,
  waitingNodes,
} from './draft';
import { furthestStep, macOwner, newHostFaults, stepFaults, stepOfRefusal } from './faults';
import { addCli, newHostValues } from './order';
import { type AddContext, addVerdict, nextName, roleOptions, roomVerdict } from './roles';

const MAC = '3c:fd:fe:aa:01:11';
const node = testUnprovisioned({ id: 'n', number: 17, mgmtMac: MAC });
const other = { address: null, type: null, userName: null };
const hosts = [
  testActive({ mgmtMac: '3c:fd:fe:00:01:00', boardManagement: other }),
  testStandby({ mgmtMac: '3c:fd:fe:00:02:00', boardManagement: other }),
  testHost(),
  node,
];
const standard = testSystem({ type: 'Standard', mode: 'duplex' });
const context = (changes: Partial<AddContext> = {}): AddContext => ({
  ...{ viewer: testViewer('configurator'), system: standard, hosts, backends: ['ceph'], ...changes },
});
const worker: NewHost = { ...EMPTY_HOST, mac: '3CFD.FEAA.0111', role: 'worker', hostname: 'worker-1' };
const board: NewHost = { ...worker, bmType: 'redfish', bmAddress: '10.10.10.9', bmUserName: 'root' };
const faultsOf = (changes: Partial<NewHost>, password = '', more: Partial<AddContext> = {}) =>
  newHostFaults({ ...board, ...changes }, password, context(more));

describe('roles', () => {
  const whys = (changes: Partial<AddContext>) =>
    Object.fromEntries(roleOptions(context(changes)).map(({ value, why }) => [value, why === null]));
  it.each<[string, Partial<AddContext>, Record<string, boolean>]>([
    ['a standard cloud with Ceph', {}, { worker: true, storage: true, controller: false, edgeworker: true }],
    [
      'one controller',
      { hosts: [testActive()] },
      { worker: true, storage: true, controller: true, edgeworker: true },
    ],
    [
      'Rook',
      { backends: ['ceph-rook'] },
      { worker: true, storage: false, controller: false, edgeworker: true },
    ],
    [
      'backends not known',
      { backends: null },
      { worker: true, storage: true, controller: false, edgeworker: true },
    ],
    [
      'an all-in-one duplex',
      { system: testSystem({ type: 'All-in-one', mode: 'duplex' }) },
      { worker: true, storage: false, controller: false, edgeworker: true },
    ],
    [
      'a simplex',
      { system: testSystem({ type: 'All-in-one', mode: 'simplex' }), hosts: [testActive()] },
      { worker: false, storage: false, controller: false, edgeworker: false },
    ],
  ])('%s', (_, changes, expected) => expect(whys(changes)).toEqual(expected));

  it('names what the platform names, and suggests the rest', () => {
    expect(nextName('controller', [testActive()])).toBe('controller-1');
    expect(nextName('controller', [testStandby()])).toBe('controller-0');
    expect(nextName('worker', hosts)).toBe('worker-1');
    const storage = (n: number) =>
      testHost({ id: `s${n}`, hostname: `storage-${n}`, personality: 'storage' });
    expect(nextName('storage', [storage(0), storage(1)])).toBe('storage-2');
    expect(nextName('storage', [storage(2), storage(1)])).toBe('storage-0');
    expect(nextName('', hosts)).toBe('');
  });

  it('are for who may add: an operator may change a node that was heard of, and add no other', () => {
    expect(addVerdict(testViewer('operator'), true).ok).toBe(true);
    expect(addVerdict(testViewer('operator'), false).ok).toBe(false);
    expect(addVerdict(testViewer('reader'), true).ok).toBe(false);
    expect(roomVerdict({ system: null }).ok).toBe(true);
  });
});

describe('what is wrong', () => {
  it.each<[string, Partial<NewHost>, string, RegExp]>([
    ['no address', { mac: ' ' }, 'mac', /Choose a node/],
    ['no MAC', { mac: '3c-fd' }, 'mac', /any notation/],
    ['a taken MAC in another notation', { mac: '3C-FD-FE-00-04-00' }, 'mac', /^worker-0 has this address/],
    ['no role', { role: '' }, 'role', /Choose what/],
    ['a role that cannot be', { role: 'controller' }, 'role', /both controllers/],
    ['a strange role', { role: 'x' }, 'role', /of the list/],
    ['no name', { hostname: '' }, 'hostname', /needs a name/],
    ['a taken name', { hostname: 'worker-0' }, 'hostname', /Another host/],
    ['a kept name', { hostname: 'storage-9' }, 'hostname', /kept for/],
    ['blanks in a name', { hostname: 'a b' }, 'hostname', /Only letters/],
    ['no board address', { bmAddress: '' }, 'bmAddress', /needs an address/],
    ['a taken board address', { bmAddress: '10.10.11.14' }, 'bmAddress', /has this address/],
    ['a board by name', { bmAddress: 'bmc' }, 'bmAddress', /IPv4 or IPv6/],
    ['no board user', { bmUserName: '' }, 'bmUserName', /needs a user/],
    ['a long board user', { bmUserName: 'seventeen-letters' }, 'bmUserName', /At most 16/],
    ['blanks in a device', { rootfsDevice: 'sda b' }, 'rootfsDevice', /A device/],
    ['a settle time in words', { hwSettle: 'long' }, 'hwSettle', /Whole seconds/],
  ])('%s', (_, changes, field, words) => {
    expect(faultsOf(changes)).toMatchObject({ [field]: expect.stringMatching(words) });
  });

  it('is nothing of what is in order, and nothing of a board that is not managed', () => {
    expect(faultsOf({})).toEqual({});
    expect(faultsOf({}, 'a b')).toEqual({ bmPassword: 'No blanks' });
    expect(faultsOf({ bmType: 'none', bmAddress: 'x', bmUserName: '' }, 'a b')).toEqual({});
    expect(faultsOf({ role: 'storage', hostname: '' })).toEqual({});
  });

  it('ends the way at its step', () => {
    expect(furthestStep(faultsOf({ role: '', bmAddress: '' }))).toBe('role');
    expect(furthestStep(faultsOf({ bmAddress: '' }))).toBe('board');
    expect(furthestStep(faultsOf({}))).toBe('review');
    expect(stepFaults(faultsOf({ role: '', bmAddress: '' }), 'board')).toEqual({
      bmAddress: expect.any(String),
    });
  });

  it.each([
    ['Host-add Rejected: Host with mgmt_mac 3c:fd:fe:00:04:00 already exists', 'identify'],
    [
      "Host with personality=controller can only have a hostname from ['controller-0', 'controller-1']",
      'role',
    ],
    ['Host-add Rejected: Hostname already exists', 'role'],
    ['w: Rejected: Board Management controller IP Address is not valid.', 'board'],
    ['Host-add Rejected: bm_ip 10.10.10.9 already exists', 'board'],
    ['Host must be locked before updating installation parameters. (rootfs_device)', 'install'],
    ['Something else', null],
  ])('%s is about %s', (message, step) => expect(stepOfRefusal(message)).toBe(step));
});

describe('what is sent', () => {
  it('is what was said, with the address as the platform writes it', () => {
    expect(newHostValues({ ...board, profile: 'lowlatency', location: ' r1 ' })).toEqual({
      mgmt_mac: MAC,
      personality: 'worker',
      hostname: 'worker-1',
      subfunctions: 'worker,lowlatency',
      location: 'r1',
      bm_type: 'redfish',
      bm_ip: '10.10.10.9',
      bm_username: 'root',
      install_output: 'text',
    });
    expect(newHostValues({ ...board, role: 'storage', bmType: 'none', profile: 'lowlatency' })).toEqual({
      mgmt_mac: MAC,
      personality: 'storage',
      bm_type: 'none',
      install_output: 'text',
    });
  });

  it('is said as the command that does the same', () => {
    expect(addCli({ ...worker, profile: 'lowlatency' }, true, undefined)).toBe(
      `system host-add --mgmt_mac ${MAC} --personality worker --hostname worker-1 --subfunctions lowlatency --bm_type none --install_output text --bm_password '<password>'`,
    );
    expect(addCli({ ...worker, location: 'rack 1' }, false, node)).toBe(
      `system host-update 17 personality=worker hostname=worker-1 location='{"locn":"rack 1"}' bm_type=none install_output=text`,
    );
  });

  it('goes to the node that was heard of, in any notation', () => {
    expect(macOwner('3c fd fe aa 01 11', hosts)).toBe(node);
    expect(macOwner('', hosts)).toBeUndefined();
    expect(waitingNodes(hosts)).toEqual([node]);
  });
});

describe('a draft', () => {
  const draft: AddDraft = {
    ...{ host: worker, passwordGiven: true, step: 'board', sent: { submission: 's', at: 1 }, savedAt: 2 },
  };
  it('is read as it was kept', () => {
    expect(readDraft(draftText(draft))).toEqual(draft);
    expect(isBegun(draft)).toBe(true);
    expect(isBegun({ host: EMPTY_HOST })).toBe(false);
  });
  it.each([null, '', '{', '[]', '{"version":2,"host":{}}', '{"version":1,"host":[]}'])(
    '%j is none',
    (text) => {
      expect(readDraft(text)).toBeNull();
    },
  );
  it('takes nothing that it does not know', () => {
    const kept = readDraft(
      '{"version":1,"host":{"mac":7,"role":"worker","bmPassword":"x"},"step":"x","sent":{}}',
    );
    expect(kept).toEqual({
      ...{
        host: { ...EMPTY_HOST, role: 'worker' },
        passwordGiven: false,
        step: 'identify',
        sent: null,
        savedAt: 0,
      },
    });
  });
});
