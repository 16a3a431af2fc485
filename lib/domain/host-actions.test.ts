import { describe, expect, it } from 'vitest';
import type { Host } from './host';
import { actionCli, cliHost, shellQuote } from './host-action-cli';
import { actionOutcome, type Outcome } from './host-action-outcome';
import { ACTION_TASKS, actionEffect, actionSteps, actionWarning } from './host-action-words';
import { actionSpec, actionTitle, HOST_ACTIONS, type HostAction, isHostAction } from './host-actions';
import { taskMood } from './task';
import { testActive, testHost, testLocked, testStandby, testSystem, testUnprovisioned } from './test-facts';

describe('the catalogue', () => {
  it('titles are verb and object', () => {
    expect(actionTitle('lock', testHost({ hostname: 'worker-1' }))).toBe('Lock worker-1');
    expect(actionTitle('force-unlock', testUnprovisioned())).toBe('Force unlock 3c:fd:fe:00:0a:00');
  });

  it('force variants are single and typed; the others are not', () => {
    for (const action of HOST_ACTIONS) {
      const spec = actionSpec(action);
      expect(spec.danger === 'force').toBe(action.startsWith('force-'));
      if (spec.danger === 'force') expect([spec.bulk, spec.destructive]).toEqual([false, true]);
      expect(spec.platformWord === null || spec.platformWord === action).toBe(true);
    }
  });

  it('bulk covers what a technician does to many hosts', () => {
    expect(HOST_ACTIONS.filter((action) => actionSpec(action).bulk)).toEqual([
      'lock',
      'unlock',
      'reboot',
      'reset',
      'power-on',
      'power-off',
      'reinstall',
      'delete',
    ]);
  });

  it('knows its own words only', () => {
    expect(isHostAction('force-unsafe-lock')).toBe(true);
    expect(isHostAction('nosuchaction')).toBe(false);
    expect(isHostAction('toString')).toBe(false);
  });

  it.each(HOST_ACTIONS)('%s has an effect in plain words', (action) => {
    for (const system of [testSystem(), testSystem({ mode: 'simplex' }), null]) {
      for (const host of [testHost(), testActive(), testUnprovisioned()]) {
        const effect = actionEffect(action, host, system);
        expect(effect).toMatch(/\.$/);
        expect(effect).not.toMatch(/please|successfully|!|null|undefined/i);
        expect(actionSteps(action, host, system).length > 0).toBe(action !== 'edit' && action !== 'delete');
      }
    }
  });

  it('unlock of a simplex says that the console goes away', () => {
    const simplex = testSystem({ mode: 'simplex' });
    expect(actionEffect('unlock', testActive(), simplex)).toContain(
      'This console goes away while controller-0 reboots',
    );
    expect(actionSteps('unlock', testActive(), simplex)[0]?.title).toBe('This console goes away');
    expect(actionEffect('unlock', testHost(), testSystem())).not.toContain('console');
  });

  it('warnings exist for force variants only, and name what is at stake', () => {
    const storage = testHost({ hostname: 'storage-0', personality: 'storage' });
    for (const action of HOST_ACTIONS) {
      const warning = actionWarning(action, testHost(), testSystem());
      expect(warning !== null).toBe(action.startsWith('force-'));
      if (warning) expect(warning).toMatch(/It is logged and cannot be undone\.$/);
    }
    expect(actionWarning('force-lock', storage, testSystem())).toContain('Storage services on storage-0');
    expect(actionWarning('force-lock', testStandby(), testSystem())).toContain('switch over without control');
    expect(actionWarning('force-lock', testHost(), testSystem())).toContain('has an outage');
    expect(actionWarning('force-unlock', testHost(), testSystem())).toContain('reinstall or a disk wipe');
  });
});

describe('the equivalent command', () => {
  const commands: [HostAction, string][] = [
    ['lock', 'system host-lock worker-0'],
    ['force-lock', 'system host-lock -f worker-0'],
    ['force-unsafe-lock', 'system host-lock -f -u worker-0'],
    ['unlock', 'system host-unlock worker-0'],
    ['force-unlock', 'system host-unlock -f worker-0'],
    ['swact', 'system host-swact worker-0'],
    ['force-swact', 'system host-swact -f worker-0'],
    ['reboot', 'system host-reboot worker-0'],
    ['reset', 'system host-reset worker-0'],
    ['power-on', 'system host-power-on worker-0'],
    ['power-off', 'system host-power-off worker-0'],
    ['reinstall', 'system host-reinstall worker-0'],
    ['delete', 'system host-delete worker-0'],
  ];
  it.each(commands)('%s', (action, command) => expect(actionCli(action, testHost())).toBe(command));

  it('quotes what a shell would take apart', () => {
    expect(cliHost(testHost({ hostname: '<script>alert(1)</script>' }))).toBe(`'<script>alert(1)</script>'`);
    expect(cliHost(testHost({ hostname: '=cmd' }))).toBe(`'=cmd'`);
    expect(cliHost(testHost({ hostname: '$(reboot)' }))).toBe(`'$(reboot)'`);
    expect(cliHost(testHost({ hostname: "it's; rm -rf /" }))).toBe(`'it'\\''s; rm -rf /'`);
    expect(shellQuote('')).toBe(`''`);
    expect(shellQuote('a\nb')).toBe(`'a\nb'`);
    expect(shellQuote('rack-1/u5')).toBe('rack-1/u5');
  });

  it('uses the id where a name is missing or would be read as an option', () => {
    expect(actionCli('delete', testUnprovisioned())).toBe('system host-delete 12');
    expect(actionCli('delete', testUnprovisioned({ number: null }))).toBe('system host-delete u0');
    expect(cliHost(testHost({ hostname: '-f' }))).toBe('5');
  });
});

describe('tasks', () => {
  it.each([
    [null, 'none'],
    ['', 'none'],
    ['Locking', 'working'],
    ['Force Lock Reset in Progress', 'working'],
    ['Swact: Complete', 'working'],
    ['Boot Failed, rebooting', 'retrying'],
    ['Configuration Timeout, re-enabling', 'retrying'],
    ['Reset Failed, retrying (2 of 5)', 'retrying'],
    ['Initialization Failed, recovering', 'retrying'],
    ['Configuration failure, threshold reached, Lock/Unlock to retry', 'failed'],
    ["Reboot Failed, try again when host is 'online'", 'failed'],
    ['Power-On Failed - BMC is not provisioned', 'failed'],
    ['Swact: No active services', 'failed'],
    ['Swact: Did Not Complete', 'failed'],
  ] as const)('%s is %s', (task, mood) => expect(taskMood(task)).toBe(mood));

  it('every action but edit and delete names its tasks', () => {
    for (const tasks of Object.values(ACTION_TASKS)) {
      expect(tasks.length).toBeGreaterThan(0);
      for (const task of tasks) expect(taskMood(task)).toBe('working');
    }
  });
});

describe('when an action is over', () => {
  const done: Outcome = { state: 'done' };
  const going: Outcome = { state: 'under-way', retrying: false };
  const failed = (why: string): Outcome => ({ state: 'failed', why });
  const aio = { personality: 'controller', subfunctions: ['controller', 'worker'] };
  const cases: [string, HostAction, Host | null, Outcome][] = [
    // The states recorded during a lock and an unlock of worker-0, in order.
    ['lock t=0', 'lock', testHost({ task: 'Locking' }), going],
    ['lock, services off', 'lock', testHost({ task: 'Locking', vimProgress: 'services-disabled' }), going],
    ['lock, state before task', 'lock', testLocked({ task: 'Locking' }), going],
    ['lock t=6', 'lock', testLocked({ task: '' }), done],
    ['unlock t=0', 'unlock', testLocked({ task: 'Unlocking' }), going],
    [
      'unlock t=2',
      'unlock',
      testHost({ operational: 'disabled', availability: 'offline', task: 'Unlocking' }),
      going,
    ],
    [
      'unlock t=5',
      'unlock',
      testHost({ operational: 'disabled', availability: 'intest', task: 'Enabling' }),
      going,
    ],
    ['unlock, enabled before task', 'unlock', testHost({ task: 'Enabling' }), going],
    ['unlock t=8', 'unlock', testHost({ task: '' }), done],
    ['unlock into degraded', 'unlock', testHost({ availability: 'degraded' }), done],
    [
      'unlock, between two tasks',
      'unlock',
      testHost({ operational: 'disabled', availability: 'offline' }),
      going,
    ],
    [
      'unlock of an all-in-one waits for its worker',
      'unlock',
      testHost({ ...aio, subfunctionOperational: 'disabled' }),
      going,
    ],
    ['second state of a plain worker', 'unlock', testHost({ subfunctionOperational: 'disabled' }), done],
    [
      'lock refused by VIM',
      'lock',
      testHost({ vimProgress: 'services-disable-failed' }),
      failed('The platform could not disable the services of the host.'),
    ],
    [
      'lock ended unlocked',
      'force-lock',
      testHost(),
      failed('The lock ended and the host is still unlocked.'),
    ],
    ['unlock ended locked', 'unlock', testLocked(), failed('The unlock ended and the host is still locked.')],
    [
      'unlock failed, maintenance tries on',
      'unlock',
      testHost({
        operational: 'disabled',
        availability: 'failed',
        task: 'Configuration Failed, re-enabling',
      }),
      { state: 'under-way', retrying: true },
    ],
    [
      'unlock failed',
      'unlock',
      testHost({ operational: 'disabled', availability: 'failed' }),
      failed('The host was unlocked and failed to come into service.'),
    ],
    ['swact', 'swact', testActive({ task: 'Swact: In-Progress' }), going],
    [
      'swact done, text still standing',
      'swact',
      testActive({ activity: 'standby', task: 'Swact: Complete' }),
      done,
    ],
    ['swact without effect', 'swact', testActive(), failed('The swact ended and the host is still active.')],
    ['swact timed out', 'swact', testActive({ task: 'Swact: Timeout' }), failed('Swact: Timeout.')],
    ['reboot', 'reboot', testLocked({ availability: 'offline', task: 'Rebooting' }), going],
    ['reboot done', 'reboot', testLocked(), done],
    ['power off', 'power-off', testLocked({ availability: 'power-off', task: '' }), done],
    ['power off still on', 'power-off', testLocked({ availability: 'online', task: 'Powering-off' }), going],
    ['power on', 'power-on', testLocked({ task: 'Powering-on' }), going],
    [
      'reset without BMC',
      'reset',
      testLocked({ task: 'Reset Failed - BMC is not provisioned' }),
      failed('Reset Failed - BMC is not provisioned.'),
    ],
    ['reinstall until inventoried', 'reinstall', testLocked({ inventoryState: 'reinstalling' }), going],
    ['reinstall done', 'reinstall', testLocked(), done],
    [
      'reinstall failed',
      'reinstall',
      testLocked({ availability: 'offline', install: { state: 'failed', done: null, total: null } }),
      failed('The installation failed.'),
    ],
    ['delete', 'delete', testLocked(), going],
    ['deleted', 'delete', null, done],
    ['gone while locking', 'lock', null, failed('The host is no longer in the list.')],
    ['edit', 'edit', testHost({ task: 'Locking' }), done],
  ];
  it.each(cases)('%s', (_name, action, host, outcome) =>
    expect(actionOutcome(action, host)).toEqual(outcome),
  );

  it('remembers a failure whose text has gone since', () => {
    expect(actionOutcome('reboot', testLocked(), 'Reboot Failed')).toEqual(failed('Reboot Failed.'));
    expect(actionOutcome('reboot', testLocked(), 'Rebooting')).toEqual(done);
  });
});
