/** A platform at rest, what hangs on several facts at once, and how a sheet reads. */
import { describe, expect, it } from 'vitest';
import type { Host } from './host';
import { HOST_ACTIONS, type HostAction } from './host-actions';
import type { HostFacts } from './host-facts';
import type { RuleContext } from './host-rules/context';
import { preflight } from './preflight';
import { fail } from './result';
import {
  testActive,
  testAlarm,
  testContext,
  testHost,
  testLocked,
  testStandby,
  testSystem,
  testUnprovisioned,
  testViewer,
} from './test-facts';
import { facts, outcomes, SIMPLEX, STANDARD, storage } from './test-preflight';

describe('nothing blocks a platform at rest', () => {
  it.each<[HostAction, Host]>([
    ['lock', testHost()],
    ['lock', testStandby()],
    ['lock', storage('storage-0')],
    ['force-lock', testHost()],
    ['force-unsafe-lock', storage('storage-0')],
    ['unlock', testLocked()],
    [
      'unlock',
      testStandby({
        ...testLocked(),
        id: 'c1',
        hostname: 'controller-1',
        personality: 'controller',
        activity: null,
      }),
    ],
    [
      'unlock',
      storage('storage-1', { administrative: 'locked', operational: 'disabled', availability: 'online' }),
    ],
    ['force-unlock', testLocked()],
    ['swact', testActive()],
    ['force-swact', testActive()],
    ['reboot', testLocked()],
    ['reset', testLocked()],
    ['power-on', testLocked({ availability: 'power-off' })],
    ['power-off', testLocked()],
    ['reinstall', testLocked()],
    ['delete', testLocked()],
    ['edit', testHost()],
  ])('%s', (action, host) => {
    const sheet = preflight(action, facts(action, host));
    expect(sheet.checks.filter((check) => check.outcome === 'block')).toEqual([]);
    expect([sheet.blocked, sheet.refusal]).toEqual([false, null]);
  });
});

describe('degraded standby', () => {
  const context = testContext({ hosts: [testActive(), testStandby({ availability: 'degraded' })] });
  const swact = (alarms: HostFacts['alarms']) =>
    outcomes('swact', facts('swact', testActive(), { alarms }, context))['swact.peer-degraded'];
  const bad = testAlarm({
    entity: 'host=controller-1.filesystem=/var/log',
    alarmId: '100.104',
    degradeAffecting: true,
  });

  it('counts only what degrades it and is not about redundancy', () => {
    expect(swact([bad])).toBe('block');
    expect(swact([{ ...bad, suppressed: true }])).toBe('block');
    expect(swact([{ ...bad, degradeAffecting: false }])).toBe('pass');
    expect(swact([{ ...bad, alarmId: '400.001' }])).toBe('pass');
    expect(swact([{ ...bad, entity: 'host=controller-0' }])).toBe('pass');
  });

  it('cannot tell without the alarms, and does not block', () => {
    const given = {
      ...facts('swact', testActive(), {}, context),
      alarms: fail({ kind: 'unavailable', message: 'fm does not answer.' }),
    };
    const sheet = preflight('swact', given);
    expect(sheet.checks.find((check) => check.id === 'swact.peer-degraded')).toMatchObject({
      outcome: 'unknown',
      title: 'Cannot tell: why controller-1 is degraded',
      detail: 'fm does not answer. The platform decides.',
      source: 'fm',
    });
    expect(sheet.blocked).toBe(false);
  });
});

describe('storage', () => {
  const context = (changes: Partial<Host>): RuleContext =>
    testContext({
      hosts: [testActive(), testStandby(), storage('storage-0'), storage('storage-1', changes)],
    });

  it('the last copy: only Ceph knows whether the pools are empty', () => {
    const down = { administrative: 'locked', operational: 'disabled' };
    expect(outcomes('lock', facts('lock', storage('storage-0'), {}, context({})))['lock.replicas']).toBe(
      'pass',
    );
    expect(outcomes('lock', facts('lock', storage('storage-0'), {}, context(down)))['lock.replicas']).toBe(
      'unknown',
    );
    expect(
      outcomes('lock', facts('lock', storage('storage-0'), {}, context({ peerGroup: 'group-1' })))[
        'lock.replicas'
      ],
    ).toBe('unknown');
  });

  it('controllers stay while all storage hosts are locked, save by force unsafe lock', () => {
    const locked = { administrative: 'locked', operational: 'disabled' };
    const all = testContext({
      hosts: [testActive(), testStandby(), storage('storage-0', locked), storage('storage-1', locked)],
    });
    const blocked = (action: HostAction) => preflight(action, facts(action, testStandby(), {}, all)).blocked;
    expect([blocked('lock'), blocked('force-lock'), blocked('force-unsafe-lock')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('an all-in-one has a floating monitor: no refusal over monitors', () => {
    const aio = { ...STANDARD, system: testSystem({ type: 'All-in-one' }) };
    expect(
      outcomes('lock', facts('lock', testStandby(), { monitors: [{ hostname: 'controller-1' }] }, aio))[
        'lock.monitors'
      ],
    ).toBeUndefined();
  });
});

describe('the sheet', () => {
  it('shows blockers first and what cannot be told last', () => {
    const sheet = preflight('lock', facts('lock', testActive({ task: 'Enabling' })));
    const order = sheet.checks.map((check) => check.outcome);
    expect(order).toEqual(
      [...order].sort(
        (a, b) =>
          ['block', 'warn', 'pass', 'unknown'].indexOf(a) - ['block', 'warn', 'pass', 'unknown'].indexOf(b),
      ),
    );
    expect(order[0]).toBe('block');
    expect(sheet.refusal).toBe('Right now the platform would refuse, for 1 reason.');
    expect(sheet.title).toBe('Lock controller-0');
    expect(sheet.cli).toBe('system host-lock controller-0');
    expect(sheet.force).toBe('force-lock');
    expect(sheet.typedName).toBeNull();
  });

  it('force: the name is typed, the warning stands, ordinary checks are left out', () => {
    const sheet = preflight('force-lock', facts('force-lock', testHost({ hostname: 'worker-1' })));
    expect(sheet.typedName).toBe('worker-1');
    expect(sheet.warning).toContain('It is logged and cannot be undone.');
    expect(sheet.checks.some((check) => check.id === 'lock.backup')).toBe(false);
    expect(preflight('force-unlock', facts('force-unlock', testUnprovisioned())).typedName).toBe(
      '3c:fd:fe:00:0a:00',
    );
  });

  it('a reader is blocked by the role, in words', () => {
    const sheet = preflight(
      'lock',
      facts('lock', testHost(), {}, { ...STANDARD, viewer: testViewer('reader') }),
    );
    expect(sheet.checks[0]).toMatchObject({
      id: 'role.role',
      outcome: 'block',
      title: expect.stringMatching(/^Your role is reader\./),
    });
  });

  it('nothing read: nothing passes by default, nothing blocks, everything is said', () => {
    for (const action of HOST_ACTIONS) {
      for (const host of [testLocked(), testStandby(), storage('storage-0')]) {
        const bare = preflight(action, { host, context: STANDARD });
        const full = preflight(action, facts(action, host));
        const listOnly = new Set(full.checks.map((check) => check.id));
        for (const check of bare.checks) {
          if (check.outcome === 'unknown') expect(check.title).toMatch(/^Cannot tell: /);
          if (check.outcome === 'block') expect(listOnly).toContain(check.id);
        }
      }
    }
    const unlock = preflight('unlock', { host: testLocked(), context: STANDARD });
    expect(unlock.checks.filter((check) => check.outcome === 'unknown').map((check) => check.id)).toEqual(
      expect.arrayContaining([
        'unlock.apps',
        'unlock.rootca',
        'unlock.cgts-vg',
        'unlock.interfaces',
        'unlock.partitions',
        'unlock.deploy',
      ]),
    );
  });

  it('on a simplex an uploading application counts, and the console goes away', () => {
    const host = testActive({
      ...testLocked(),
      id: 'c0',
      hostname: 'controller-0',
      personality: 'controller',
      subfunctions: ['controller', 'worker'],
      activity: 'active',
    });
    const sheet = preflight(
      'unlock',
      facts('unlock', host, { apps: [{ name: 'a', status: 'uploading' }] }, SIMPLEX),
    );
    expect(sheet.checks[0]).toMatchObject({ id: 'unlock.apps', outcome: 'block' });
    expect(sheet.affects[0]).toMatchObject({
      kind: 'console',
      title: 'This console goes away while controller-0 reboots',
    });
  });

  it('words: no full stop in titles, no empty source, no please', () => {
    for (const action of HOST_ACTIONS) {
      for (const host of [
        testHost(),
        testLocked(),
        testStandby(),
        storage('storage-0'),
        testUnprovisioned(),
      ]) {
        const sheet = preflight(action, facts(action, host));
        const ids = sheet.checks.map((check) => check.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { title, detail, cite } of sheet.checks) {
          expect(title).not.toMatch(/[.!]$|undefined|null/);
          expect(detail ?? '').not.toMatch(/undefined|null|please|\.\./i);
          expect(cite.length).toBeGreaterThan(5);
        }
        for (const { title } of sheet.affects) expect(title).not.toMatch(/[.!]$|undefined|null/);
      }
    }
  });
});
