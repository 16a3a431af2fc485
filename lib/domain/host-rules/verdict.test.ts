import { describe, expect, it } from 'vitest';
import type { Host } from '../host';
import { HOST_ACTIONS, type HostAction } from '../host-actions';
import {
  testActive,
  testContext,
  testHost,
  testLocked,
  testStandby,
  testSystem,
  testUnprovisioned,
  testViewer,
} from '../test-facts';
import type { RuleContext } from './context';
import { actionVerdict, addVerdict, listChecks } from './verdict';

const simplex = testContext({
  system: testSystem({ type: 'All-in-one', mode: 'simplex' }),
  hosts: [testActive({ subfunctions: ['controller', 'worker'] })],
});

/** A string stands for the whole answer, a pattern for a part. */
const whole = (expected: string | RegExp): RegExp =>
  typeof expected === 'string' ? new RegExp(`^${expected}$`) : expected;

function say(action: HostAction, host: Host, context: RuleContext = testContext()): string {
  const verdict = actionVerdict(action, host, context);
  return verdict.ok ? 'ok' : verdict.why;
}

describe('the platform’s recorded refusals', () => {
  // What sysinv answered to each request, and the state of the host it was sent to.
  const recorded: [string, HostAction, Host, string | null, RegExp | null][] = [
    [
      'err-133',
      'lock',
      testActive(),
      'controller-0 : Rejected: Can not lock an active controller.',
      /active controller/,
    ],
    [
      'err-134',
      'reboot',
      testActive(),
      "Can not 'Reboot' an 'unlocked' host controller-0; Please 'Lock' first",
      /unlocked\. Lock it first/,
    ],
    [
      'err-135',
      'unlock',
      testActive(),
      "Avoiding 'unlock' action on already 'unlocked' host controller-0",
      /already unlocked/,
    ],
    [
      'err-137',
      'unlock',
      testHost(),
      "Avoiding 'unlock' action on already 'unlocked' host worker-0",
      /already unlocked/,
    ],
    [
      'err-138',
      'reset',
      testHost(),
      "Can not 'Reset' an 'unlocked' host worker-0; Please 'Lock' first",
      /Lock it first/,
    ],
    [
      'err-140',
      'power-off',
      testHost(),
      "Can not 'Power-Off' an 'unlocked' host worker-0; Please 'Lock' first",
      /Lock it first/,
    ],
    [
      'err-141',
      'swact',
      testLocked({ hostname: 'worker-1' }),
      'Swact action not allowed for non controller host worker-1.',
      /worker-1 is not a controller/,
    ],
    [
      'err-143',
      'lock',
      testHost({ hostname: 'storage-0', personality: 'storage', subfunctions: ['storage'] }),
      null,
      null,
    ],
    [
      'err-144',
      'unlock',
      testHost({
        hostname: 'worker-2',
        operational: 'disabled',
        availability: 'failed',
        task: 'Graceful Recovery',
      }),
      "Avoiding 'unlock' action on already 'unlocked' host worker-2",
      /worker-2 is already unlocked/,
    ],
    [
      'err-145',
      'delete',
      testHost(),
      'Unable to complete the action delete because Host worker-0 is in administrative state = unlocked.',
      /worker-0 is unlocked/,
    ],
    [
      'err-146',
      'delete',
      testActive(),
      'Unable to complete the action delete because Host controller-0 is in administrative state = unlocked.',
      /controller-0 is unlocked/,
    ],
  ];

  it.each(recorded)(
    '%s: %s is foreseen as the platform answered',
    (_file, action, host, refusal, foreseen) => {
      const verdict = actionVerdict(action, host, testContext());
      expect(verdict.ok).toBe(refusal === null);
      if (!verdict.ok && foreseen) {
        expect(verdict.why).toMatch(foreseen);
        expect(verdict.cite).toMatch(/^sysinv host\.py /);
        // Our words, never the platform's: those are shown verbatim when they really come.
        expect(verdict.why).not.toBe(refusal);
      }
    },
  );

  it('accepts what the platform accepted in the recorded flows', () => {
    expect(say('lock', testHost())).toBe('ok');
    expect(say('unlock', testLocked({ task: '' }))).toBe('ok');
    expect(say('lock', testStandby())).toBe('ok');
    expect(say('reboot', testLocked())).toBe('ok');
    expect(say('power-off', testLocked())).toBe('ok');
    expect(say('power-on', testLocked({ availability: 'power-off' }))).toBe('ok');
    expect(say('reinstall', testLocked())).toBe('ok');
    expect(say('force-lock', testHost())).toBe('ok');
    expect(say('delete', testLocked())).toBe('ok');
  });
});

describe('lock', () => {
  it('refuses a locked host, but a second force lock is the platform’s to judge', () => {
    expect(say('lock', testLocked())).toBe('worker-0 is already locked.');
    expect(say('force-lock', testLocked())).toBe('ok');
    expect(listChecks('force-lock', testLocked(), testContext())[0]?.outcome).toBe('warn');
  });

  it.each(['lock', 'force-lock', 'force-unsafe-lock'] as const)(
    '%s never takes the active controller of a duplex',
    (action) => {
      expect(say(action, testActive())).toBe(
        'controller-0 is the active controller. Swact to controller-1 first.',
      );
    },
  );

  it('offers the swact as the way out', () => {
    const blocker = listChecks('lock', testActive(), testContext()).find(
      (check) => check.outcome === 'block',
    );
    expect(blocker?.wayOut).toEqual({
      kind: 'action',
      action: 'swact',
      hostId: 'c0',
      label: 'Swact controller-0',
    });
  });

  it('lets a simplex lock itself', () => {
    expect(say('lock', testActive(), simplex)).toBe('ok');
  });

  it('does not block on an unread system', () => {
    expect(say('lock', testActive(), testContext({ system: null }))).toBe('ok');
    const outcomes = listChecks('lock', testActive(), testContext({ system: null })).map(
      (check) => check.outcome,
    );
    expect(outcomes).toContain('unknown');
  });

  it('waits for a device image update, unless forced', () => {
    const host = testHost({ deviceImageUpdate: 'in-progress' });
    expect(say('lock', host)).toMatch(/updating a device image/);
    expect(say('force-lock', host)).toBe('ok');
    expect(say('lock', testHost({ deviceImageUpdate: 'completed' }))).toBe('ok');
  });

  it('only warns of a running task: the platform does not look at it', () => {
    expect(say('lock', testHost({ task: 'Enabling' }))).toBe('ok');
  });
});

describe('unlock', () => {
  const cases: [string, Partial<Host>, string | RegExp, string | RegExp][] = [
    ['ready', {}, 'ok', 'ok'],
    [
      'installation failed',
      { install: { state: 'failed', done: null, total: null } },
      /Reinstall it/,
      /Reinstall it/,
    ],
    ['powered off', { availability: 'power-off' }, /powered off/, /powered off/],
    ['offline', { availability: 'offline' }, /offline, not online/, 'ok'],
    ['availability never said', { availability: null }, 'ok', 'ok'],
    ['no management MAC', { mgmtMac: null }, /Not set: management MAC/, /Not set: management MAC/],
    ['reinstalling', { inventoryState: 'reinstalling' }, /being reinstalled/, /being reinstalled/],
    ['not inventoried', { inventoryState: null }, /not been inventoried/, /not been inventoried/],
    ['not configured', { provisionState: null }, /not configured/, /not configured/],
    ['administrative state never said', { administrative: null }, 'ok', 'ok'],
  ];
  it.each(cases)('%s', (_name, changes, ordinary, forced) => {
    expect(say('unlock', testLocked(changes))).toMatch(whole(ordinary));
    expect(say('force-unlock', testLocked(changes))).toMatch(whole(forced));
  });

  it('does not ask a storage host to be configured as a worker', () => {
    const storage = testLocked({ personality: 'storage', subfunctions: ['storage'], provisionState: null });
    expect(say('unlock', storage)).toBe('ok');
  });

  it('names a lock that is still under way', () => {
    expect(say('unlock', testHost({ lastAction: 'lock', task: 'Locking' }))).toMatch(/being locked/);
    // `ihost_action` stays set afterwards and proves nothing by itself.
    expect(say('unlock', testHost({ lastAction: 'lock' }))).toMatch(/already unlocked/);
  });

  it('says what a discovered node lacks', () => {
    expect(say('unlock', testUnprovisioned())).toBe(
      '3c:fd:fe:00:0a:00 is not provisioned. Not set: hostname, personality, subfunctions.',
    );
  });
});

describe('swact', () => {
  const withPeer = (changes: Partial<Host>): RuleContext =>
    testContext({ hosts: [testActive(), testStandby(changes)] });
  const cases: [string, Partial<Host>, string | RegExp][] = [
    ['healthy standby', {}, 'ok'],
    ['disabled', { operational: 'disabled' }, /controller-1 is disabled/],
    ['operational never said', { operational: null }, 'ok'],
    ['degraded: alarms decide', { availability: 'degraded' }, 'ok'],
    [
      'worker function disabled',
      { subfunctions: ['controller', 'worker'], subfunctionOperational: 'disabled' },
      /worker function/,
    ],
    ['second state of a plain controller', { subfunctionOperational: 'disabled' }, 'ok'],
    ['being locked', { task: 'Locking' }, /being locked/],
    ['being force locked', { task: 'Force Locking' }, /being locked/],
    ['other task', { task: 'Enabling' }, 'ok'],
    ['device image', { deviceImageUpdate: 'in-progress' }, /device image/],
    ['configuration out of date', { configTarget: 'x' }, /out of date/],
    ['no target', { configTarget: null }, 'ok'],
  ];
  it.each(cases)('%s', (_name, changes, expected) => {
    expect(say('swact', testActive(), withPeer(changes))).toMatch(whole(expected));
    expect(say('force-swact', testActive(), withPeer(changes))).toBe('ok');
  });

  it('refuses a locked controller and a simplex', () => {
    expect(say('swact', testStandby({ administrative: 'locked' }))).toMatch(/runs no services/);
    expect(say('swact', testActive(), simplex)).toMatch(/simplex/);
  });

  it('does not mind the configuration of the active controller', () => {
    const context = testContext({ hosts: [testActive({ configTarget: 'x' }), testStandby()] });
    expect(say('swact', testStandby(), context)).toBe('ok');
  });

  it('warns when there is nobody to take over', () => {
    const checks = listChecks('swact', testActive(), testContext({ hosts: [testActive()] }));
    expect(checks.at(-1)).toMatchObject({ id: 'swact.peer', outcome: 'warn' });
  });

  it('turns the blockers into warnings when forced', () => {
    const checks = listChecks('force-swact', testActive(), withPeer({ operational: 'disabled' }));
    expect(checks.map((check) => [check.id, check.outcome])).toEqual([
      ['swact.none', 'pass'],
      ['swact.peer-enabled', 'warn'],
    ]);
  });
});

describe('power, reinstall, delete', () => {
  it.each(['reboot', 'reset', 'power-on', 'power-off', 'reinstall'] as const)(
    '%s is not for an unlocked host nor a simplex',
    (action) => {
      expect(say(action, testHost())).not.toBe('ok');
      expect(say(action, testLocked(), simplex)).toMatch(/simplex/i);
      expect(say(action, testLocked(), testContext({ system: null }))).toBe('ok');
      expect(say(action, testLocked({ administrative: null }))).toBe('ok');
    },
  );

  it.each(['reset', 'power-on', 'power-off'] as const)(
    '%s without board management is accepted by the platform: a warning',
    (action) => {
      for (const type of ['none', null]) {
        const host = testLocked({ boardManagement: { type, address: null, userName: null } });
        expect(say(action, host)).toBe('ok');
        const warning = listChecks(action, host, testContext()).find((check) => check.outcome === 'warn');
        expect(warning?.title).toBe('Cannot work: worker-0 has no board management');
        expect(warning?.cite).toMatch(/^metal /);
      }
      expect(listChecks(action, testLocked(), testContext()).map((check) => check.outcome)).not.toContain(
        'warn',
      );
    },
  );

  it('reinstall needs a way to the host; the word "none" passes the platform’s test', () => {
    const offline = (type: string | null): Host =>
      testLocked({ availability: 'offline', boardManagement: { type, address: null, userName: null } });
    expect(say('reinstall', offline('ipmi'))).toBe('ok');
    expect(say('reinstall', offline(null))).toMatch(/no board management/);
    expect(say('reinstall', offline('none'))).toBe('ok');
    expect(listChecks('reinstall', offline('none'), testContext()).at(-1)?.outcome).toBe('warn');
  });

  it('controller-0 of a simplex stays', () => {
    expect(say('delete', testActive({ administrative: 'locked' }), simplex)).toMatch(/cannot be deleted/);
    expect(say('delete', testUnprovisioned())).toBe('ok');
  });
});

describe('rights come first', () => {
  it.each(HOST_ACTIONS)('%s is not for a reader', (action) => {
    expect(say(action, testHost(), testContext({ viewer: testViewer('reader') }))).toMatch(
      /^Your role is reader\. .+ needs .*configurator or admin\.$/,
    );
  });

  it('an operator acts but does not delete or add', () => {
    const context = testContext({ viewer: testViewer('operator', 'member', 'reader') });
    expect(say('lock', testHost(), context)).toBe('ok');
    expect(say('edit', testHost(), context)).toBe('ok');
    expect(say('delete', testLocked(), context)).toBe(
      'Your role is operator. Deleting needs configurator or admin.',
    );
    expect(addVerdict(context)).toMatchObject({
      ok: false,
      why: expect.stringContaining('Adding a host needs'),
    });
  });
});

describe('add', () => {
  it('not on a simplex, unless it has no controller yet', () => {
    expect(addVerdict(testContext()).ok).toBe(true);
    expect(addVerdict(simplex).ok).toBe(false);
    expect(addVerdict({ ...simplex, hosts: [] }).ok).toBe(true);
    expect(addVerdict(testContext({ system: null })).ok).toBe(true);
  });
});

it('every answer names the platform’s check and no host makes a rule throw', () => {
  const empty = testHost({
    hostname: null,
    personality: null,
    subfunctions: [],
    administrative: null,
    operational: null,
    availability: null,
    subfunctionOperational: null,
    inventoryState: null,
    provisionState: null,
    mgmtMac: null,
    configTarget: null,
    configApplied: null,
    install: { state: null, done: null, total: null },
    boardManagement: { type: null, address: null, userName: null },
  });
  const contexts = [testContext(), simplex, testContext({ system: null, hosts: [] })];
  for (const host of [empty, testUnprovisioned(), testActive(), testHost(), testLocked()]) {
    for (const context of contexts) {
      for (const action of HOST_ACTIONS) {
        for (const check of listChecks(action, host, context)) {
          expect(check.cite).toMatch(/^(sysinv|metal) .+\.(py|cpp) /);
          expect(check.title).not.toMatch(/[.!]$|null|undefined/);
          expect(check.detail ?? 'x.').not.toMatch(/null|undefined|please/i);
        }
      }
    }
  }
});
