import { describe, expect, it } from 'vitest';
import type { Host } from './host';
import {
  changedFields,
  describeChanges,
  draftFaults,
  draftOf,
  editCli,
  type HostDraft,
  isAsked,
} from './host-edit';
import { FIELD_SPECS, fieldChoices, fieldVerdict, HOST_FIELDS, type HostField } from './host-fields';
import {
  testActive,
  testContext,
  testHost,
  testLocked,
  testStandby,
  testSystem,
  testUnprovisioned,
} from './test-facts';

const context = testContext();
const draft = (host: Host, changes: Partial<HostDraft> = {}): HostDraft => ({ ...draftOf(host), ...changes });
const sent = (host: Host, changes: Partial<HostDraft>) =>
  Object.fromEntries(
    changedFields(host, draft(host, changes)).map((change) => [change.attribute, change.value]),
  );
const faults = (host: Host, changes: Partial<HostDraft>) => draftFaults(host, draft(host, changes), context);
const cpu = testLocked({ maxCpuConfigurable: true, maxCpuMhzConfigured: 2800 });

describe('which fields can be changed', () => {
  const may = (field: HostField, host: Host, bmType = 'ipmi') => fieldVerdict(field, host, bmType).ok;

  it('identity is fixed once the host has been configured (recorded err-153)', () => {
    for (const field of ['hostname', 'personality', 'subfunctions'] as const) {
      expect(fieldVerdict(field, testHost(), '')).toMatchObject({
        ok: false,
        cite: 'sysinv host.py check_provisioning',
      });
      expect(may(field, testUnprovisioned())).toBe(true);
      expect(may(field, testHost({ provisionState: 'unprovisioned' }))).toBe(false);
    }
    expect(may('hostname', testUnprovisioned({ personality: 'worker' }))).toBe(true);
  });

  it('installation parameters need a locked host (recorded err-159)', () => {
    for (const field of ['bootDevice', 'rootfsDevice', 'installOutput', 'console'] as const) {
      expect(fieldVerdict(field, testHost(), '')).toMatchObject({
        why: 'Lock the host to change installation parameters.',
      });
      expect(may(field, testLocked())).toBe(true);
      // The platform asks for "locked", so a state that nobody gave is not enough.
      expect(may(field, testHost({ administrative: null }))).toBe(false);
    }
  });

  it('the clock may be changed at any time (recorded 200 on an unlocked host), AppArmor may not', () => {
    expect(may('clockSynchronization', testHost())).toBe(true);
    expect([may('appArmor', testHost()), may('appArmor', testLocked())]).toEqual([false, true]);
  });

  it('the management MAC is never editable, the CPU frequency only where the CPU can', () => {
    expect(may('mgmtMac', testUnprovisioned())).toBe(false);
    expect([may('maxCpuMhz', testHost()), may('maxCpuMhz', cpu)]).toEqual([false, true]);
    expect(may('maxCpuMhz', testActive({ maxCpuConfigurable: true }))).toBe(false);
  });

  it('board management without a type has nothing else to fill in', () => {
    for (const type of ['', 'none']) expect(may('bmAddress', testHost(), type)).toBe(false);
    expect(may('bmPassword', testHost(), 'redfish')).toBe(true);
  });

  it('every field has a specification, an attribute of its own, and every refusal a sentence', () => {
    expect(FIELD_SPECS.map((spec) => spec.field)).toEqual([...HOST_FIELDS]);
    expect(new Set(FIELD_SPECS.map((spec) => spec.attribute)).size).toBe(FIELD_SPECS.length);
    for (const { field } of FIELD_SPECS) {
      for (const host of [testHost(), testUnprovisioned()]) {
        const verdict = fieldVerdict(field, host, 'none');
        if (!verdict.ok) expect(verdict.why).toMatch(/\.$/);
      }
    }
  });
});

describe('choices', () => {
  const values = (field: HostField, given = context, present = '') =>
    fieldChoices(field, given, present).map((choice) => choice.value);

  it('personalities follow the system', () => {
    expect(values('personality')).toEqual(['worker', 'storage']);
    expect(values('personality', testContext({ hosts: [testActive()] }))).toEqual([
      'controller',
      'worker',
      'storage',
    ]);
    const aio = (mode: string) =>
      testContext({ system: testSystem({ type: 'All-in-one', mode }), hosts: [testActive()] });
    expect(values('personality', aio('duplex'))).toEqual(['controller', 'worker']);
    expect(values('personality', aio('simplex'))).toEqual(['controller']);
  });

  it('board management takes what the platform takes (recorded err-154)', () => {
    expect(values('bmType')).toEqual(['none', 'dynamic', 'ipmi', 'redfish']);
  });

  it('keeps a present value that it does not know', () => {
    expect(values('installOutput', context, 'serial')).toEqual(['serial', 'text', 'graphical']);
    expect(values('location', context, 'rack 1')).toEqual([]);
  });
});

describe('what is sent', () => {
  it('nothing when nothing changed, for any host', () => {
    for (const host of [
      testHost(),
      testActive(),
      testStandby(),
      testUnprovisioned(),
      cpu,
      testHost({ serialDcd: null, location: null }),
    ]) {
      expect(changedFields(host, draftOf(host))).toEqual([]);
      expect(draftFaults(host, draftOf(host), context)).toEqual({});
    }
  });

  it('only what changed, trimmed', () => {
    expect(
      sent(testHost(), { location: ' rack-9/u3 ', clockSynchronization: 'ptp', serialDcd: true }),
    ).toEqual({
      location: 'rack-9/u3',
      clock_synchronization: 'ptp',
      ttys_dcd: true,
    });
    expect(sent(testHost(), { location: ' rack-1/u5 ' })).toEqual({});
  });

  it('nothing that the state does not permit, even if the draft has it', () => {
    expect(
      sent(testHost(), {
        rootfsDevice: '/dev/sdz',
        hostname: 'x',
        mgmtMac: '00:00:00:00:00:01',
        appArmor: 'enabled',
      }),
    ).toEqual({});
    expect(sent(testLocked(), { rootfsDevice: '/dev/sdz' })).toEqual({ rootfs_device: '/dev/sdz' });
  });

  it('a new password takes the user name along, as the platform asks', () => {
    expect(sent(testHost(), { bmPassword: 's3cret' })).toEqual({
      bm_username: 'bmcadmin',
      bm_password: 's3cret',
    });
  });

  it('switching board management off sends the type alone', () => {
    expect(sent(testHost(), { bmType: 'none', bmAddress: '10.0.0.1', bmPassword: 'x' })).toEqual({
      bm_type: 'none',
    });
  });

  it('the default frequency has a word of its own, and the allowed maximum is the default', () => {
    expect(sent(cpu, { maxCpuMhz: '' })).toEqual({ max_cpu_mhz_configured: 'max_cpu_mhz_allowed' });
    expect(sent(cpu, { maxCpuMhz: '02600' })).toEqual({ max_cpu_mhz_configured: '2600' });
    expect(draftOf(testLocked({ maxCpuMhzConfigured: 3500 })).maxCpuMhz).toBe('');
  });

  it('provisions a discovered node as recorded: personality and name', () => {
    expect(sent(testUnprovisioned(), { personality: 'worker', hostname: 'worker-4' })).toEqual({
      personality: 'worker',
      hostname: 'worker-4',
    });
    // A controller gets its name from the platform.
    expect(sent(testUnprovisioned(), { personality: 'controller', hostname: 'mine' })).toEqual({
      personality: 'controller',
    });
    expect(
      isAsked('subfunctions', testUnprovisioned(), draft(testUnprovisioned(), { personality: 'storage' })),
    ).toBe(false);
  });
});

describe('faults', () => {
  const cases: [string, Host, Partial<HostDraft>, Partial<Record<HostField, string>>][] = [
    [
      'bad name',
      testUnprovisioned(),
      { personality: 'worker', hostname: 'a b' },
      { hostname: 'Only letters, numbers, underscores, dots and hyphens' },
    ],
    [
      'markup',
      testUnprovisioned(),
      { personality: 'worker', hostname: '<script>' },
      { hostname: 'Only letters, numbers, underscores, dots and hyphens' },
    ],
    ['no name', testUnprovisioned(), { personality: 'worker' }, { hostname: 'A worker needs a name' }],
    [
      'long name',
      testUnprovisioned(),
      { personality: 'worker', hostname: 'w'.repeat(256) },
      { hostname: 'At most 255 characters' },
    ],
    [
      'kept name',
      testUnprovisioned(),
      { personality: 'worker', hostname: 'storage-9' },
      { hostname: 'This name is kept for controllers and storage hosts' },
    ],
    [
      'taken name',
      testUnprovisioned(),
      { personality: 'worker', hostname: 'worker-0' },
      { hostname: 'Another host has this name' },
    ],
    ['good name', testUnprovisioned(), { personality: 'worker', hostname: 'edge_1.site-2' }, {}],
    ['controllers are not asked', testUnprovisioned(), { personality: 'storage' }, {}],
    ['address', testHost(), { bmAddress: '10.10.11.999' }, { bmAddress: 'An IPv4 or IPv6 address' }],
    ['no address', testHost(), { bmAddress: ' ' }, { bmAddress: 'Board management needs an address' }],
    ['IPv6', testHost(), { bmAddress: 'fd00::14' }, {}],
    [
      'user too long',
      testHost(),
      { bmUserName: 'a'.repeat(17), bmPassword: 'x' },
      { bmUserName: 'At most 16 characters' },
    ],
    [
      'user without password',
      testHost(),
      { bmUserName: 'root' },
      { bmPassword: 'Another user needs its password' },
    ],
    ['blank in password', testHost(), { bmPassword: 'a b' }, { bmPassword: 'No blanks' }],
    [
      'from none to ipmi',
      testHost({ boardManagement: { type: 'none', address: null, userName: null } }),
      { bmType: 'ipmi' },
      { bmAddress: 'Board management needs an address', bmUserName: 'Board management needs a user' },
    ],
    ['off again', testHost(), { bmType: 'none' }, {}],
    ['bogus type', testHost(), { bmType: 'bogus' }, { bmType: 'Choose one of the list' }],
    ['frequency', cpu, { maxCpuMhz: '3501' }, { maxCpuMhz: 'Between 1 and 3500' }],
    ['frequency 0', cpu, { maxCpuMhz: '0' }, { maxCpuMhz: 'Between 1 and 3500' }],
    ['frequency text', cpu, { maxCpuMhz: '2.5 GHz' }, { maxCpuMhz: 'Between 1 and 3500' }],
    ['default frequency', cpu, { maxCpuMhz: '' }, {}],
    ['no boot device', testLocked(), { bootDevice: '' }, { bootDevice: 'A device is needed' }],
    ['long console', testLocked(), { console: 'c'.repeat(300) }, { console: 'At most 255 characters' }],
    [
      'what did not change is not judged',
      testHost({ boardManagement: { type: 'ipmi', address: 'odd', userName: null } }),
      { location: 'x' },
      {},
    ],
  ];
  it.each(cases)('%s', (_name, host, changes, expected) => expect(faults(host, changes)).toEqual(expected));
});

describe('the command and the summary', () => {
  const changes = { location: "Rack 4, o'hare", bmPassword: 'hunter2', clockSynchronization: 'ptp' };

  it('the command quotes and masks', () => {
    expect(editCli(testHost(), changedFields(testHost(), draft(testHost(), changes)))).toBe(
      `system host-update worker-0 location='{"locn":"Rack 4, o'\\''hare"}' clock_synchronization=ptp bm_username=bmcadmin bm_password='<password>'`,
    );
  });

  it('no secret in anything that is shown', () => {
    const described = describeChanges(testHost(), draft(testHost(), changes));
    expect(described).toEqual([
      { field: 'location', label: 'Location', was: 'rack-1/u5', is: "Rack 4, o'hare" },
      { field: 'clockSynchronization', label: 'Clock synchronization', was: 'ntp', is: 'ptp' },
      { field: 'bmPassword', label: 'Board management password', was: '', is: 'set anew' },
    ]);
    expect(JSON.stringify([described, draftOf(testHost())])).not.toContain('hunter2');
    expect(describeChanges(cpu, draft(cpu, { maxCpuMhz: '' }))).toMatchObject([
      { was: '2800', is: 'default' },
    ]);
  });
});
