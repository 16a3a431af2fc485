import { describe, expect, it } from 'vitest';
import type { Host } from '../host';
import { testHost, testLocked, testUnprovisioned } from '../test-facts';
import { type ProvisionFacts, provisionOf } from './steps';
import { type Watched, watch } from './watch';

const MINUTE = 60_000;
const T0 = Date.parse('2026-11-30T14:00:00Z');
const minute = (n: number) => T0 + n * MINUTE;

const event = (n: number, what: string, id = '200.022') => ({
  ...({ eventLogId: id, entity: `host=worker-0.${what}`, state: 'log', at: minute(n) } as const),
});
const facts = (now: number, more: Partial<ProvisionFacts> = {}): ProvisionFacts => ({
  ...{ events: [], trail: null, watched: null, readiness: null, now: minute(now) },
  ...more,
});
const READY = { blockers: [], untold: 2, pending: 0 };
const fresh = (more: Partial<Host> = {}): Host =>
  testLocked({
    ...{ provisionState: null, inventoryState: null, availability: 'offline', createdAt: T0 },
    ...{ install: { state: null, done: null, total: null } },
    ...more,
  });
/** Each step in a word, for what is not "still to come". */
const told = ({ steps }: ReturnType<typeof provisionOf>) =>
  steps
    .filter(({ state }) => state !== 'todo')
    .map(({ stage, state, began }) => [stage, state, began && (began.at - T0) / MINUTE, began?.how]);
const readings = (...hosts: [number, Host][]): Watched => {
  const seen = hosts.reduce<Watched | null>((before, [n, host]) => watch(before, host, minute(n)), null);
  if (!seen) throw new Error('no reading');
  return seen;
};

describe('the way of a host', () => {
  it('of a host that was just added says since when, and nothing of what comes', () => {
    const way = provisionOf(fresh(), facts(2));
    expect(told(way)).toEqual([
      ['identified', 'done', 0, 'row'],
      ['power', 'now', 0, 'row'],
    ]);
    expect(way.trouble).toBeNull();
  });

  it('knows the steps of an installation from what was seen, and says that it saw them', () => {
    const installing = fresh({ install: { state: 'installing', done: 12, total: 20 } });
    const booting = fresh({ install: { state: 'booting', done: null, total: null } });
    const watched = readings([1, fresh()], [4, installing], [9, booting]);
    const way = provisionOf(booting, facts(10, { watched }));
    expect(told(way).slice(1)).toEqual([
      ['power', 'done', 0, 'row'],
      ['installing', 'done', 4, 'seen'],
      ['booting', 'now', 9, 'seen'],
    ]);
    expect(way.steps.find(({ stage }) => stage === 'installing')?.ended?.at).toBe(minute(9));
    // Whoever comes later has seen none of it, and is told so.
    const late = provisionOf(booting, facts(10, { watched: readings([10, booting]) }));
    expect(told(late).slice(2)).toEqual([
      ['installing', 'done', null, undefined],
      ['booting', 'now', 10, 'open'],
    ]);
  });

  it('counts packages', () => {
    const way = provisionOf(fresh({ install: { state: 'installing', done: 12, total: 20 } }), facts(5));
    expect(way.here).toMatchObject({ stage: 'installing', state: 'now', progress: { done: 12, total: 20 } });
  });

  it('takes from the log what maintenance wrote there, and from the trail who asked', () => {
    const events = [
      event(0, 'event=add', '200.020'),
      event(12, 'status=online'),
      event(20, 'command=unlock', '200.021'),
      event(20.2, 'status=offline'),
      event(26, 'status=online'),
      event(28, 'state=enabled'),
    ];
    const trail = [
      { action: 'host.unlock', target: 'worker-0', outcome: 'ok', at: minute(19.9), who: 'ingrid' },
    ];
    const way = provisionOf(testHost({ createdAt: T0 }), facts(30, { events, trail }));
    expect(told(way)).toEqual([
      ['identified', 'done', 0, 'log'],
      ['power', 'done', 0, 'log'],
      ['installing', 'done', null, undefined],
      ['booting', 'done', null, undefined],
      ['online', 'done', 12, 'log'],
      ['inventoried', 'done', 12, 'log'],
      ['configured', 'done', null, undefined],
      ['ready', 'done', null, undefined],
      ['unlocked', 'done', 19.9, 'trail'],
      ['rebooting', 'done', 20.2, 'log'],
      ['enabling', 'done', 26, 'log'],
      ['available', 'done', 28, 'log'],
    ]);
    expect(way.steps.find(({ stage }) => stage === 'unlocked')?.began?.who).toBe('ingrid');
    expect(way.steps.find(({ stage }) => stage === 'enabling')?.ended?.at).toBe(minute(28));
  });

  it('says nothing of when, where the log could not be read', () => {
    const way = provisionOf(testHost({ createdAt: null }), facts(30, { events: null }));
    expect(way.steps.every(({ began }) => began === null)).toBe(true);
  });

  it('of a host that is installed anew begins with that', () => {
    const events = [
      event(0, 'status=online'),
      event(100, 'command=reinstall', '200.021'),
      event(100.2, 'status=offline'),
    ];
    const away = testLocked({
      ...{ availability: 'offline', inventoryState: 'reinstalling', createdAt: T0 - 1_000 * MINUTE },
      install: { state: 'installing', done: 3, total: 20 },
    });
    const way = provisionOf(away, facts(103, { events }));
    expect(way.again).toBe(true);
    expect(way.origin?.at).toBe(minute(100));
    expect(way.here.stage).toBe('installing');
    expect(way.steps.find(({ stage }) => stage === 'online')?.began).toBeNull();
    // Still up, before it goes down: what is online is the old system.
    const up = testLocked({ inventoryState: 'reinstalling', createdAt: T0 - 1_000 * MINUTE });
    expect(provisionOf(up, facts(100, { events: events.slice(0, 2) })).here.stage).toBe('power');
    expect(provisionOf(up, facts(120, { events: [...events, event(110, 'status=online')] })).here.stage).toBe(
      'inventoried',
    );
  });

  it('is ready once nothing keeps it from being unlocked', () => {
    const host = fresh({
      availability: 'online',
      inventoryState: 'inventoried',
      provisionState: 'unprovisioned',
    });
    const at = (readiness: ProvisionFacts['readiness']) => provisionOf(host, facts(15, { readiness })).here;
    expect(at(null)).toMatchObject({ stage: 'configured', state: 'waits' });
    expect(at({ ...READY, pending: 3 })).toMatchObject({
      stage: 'configured',
      text: expect.stringMatching(/^Reading/),
    });
    const blockers = [{ title: 'No data interface' }, { title: 'Too little memory' }];
    expect(at({ ...READY, blockers }).text).toBe(
      '2 things to do before it can be unlocked: No data interface, and 1 more.',
    );
    expect(at(READY)).toMatchObject({
      stage: 'ready',
      text: expect.stringMatching(/2 checks cannot be told/),
    });
  });

  it('of a discovered node waits for its name', () => {
    expect(provisionOf(testUnprovisioned(), facts(1)).here).toMatchObject({
      stage: 'identified',
      state: 'waits',
    });
  });
});

describe('trouble', () => {
  const installing = (more: Partial<Host['install']>, host: Partial<Host> = {}) =>
    fresh({ ...host, install: { state: 'installing', done: 12, total: 20, ...more } });
  const bare = { boardManagement: { type: 'none', address: null, userName: null } };
  it.each<[string, Host, Partial<ProvisionFacts>, string, string | null, readonly string[]]>([
    ['two minutes without news', installing({ quietMinutes: 2 }), {}, 'now', null, []],
    [
      'a hang',
      installing({ quietMinutes: 6 }),
      {},
      'late',
      'Last heard 6 m ago, at package 12 of 20.',
      ['reset', 'reinstall', 'edit'],
    ],
    [
      'a boot that hangs',
      installing({ state: 'booting', done: null, total: null, quietMinutes: 9 }),
      ...([{}, 'late', 'Last heard 9 m ago, while it boots.', ['reset', 'reinstall', 'edit']] as const),
    ],
    [
      'a failed package',
      installing({ state: 'failed' }),
      {},
      'failed',
      'The installation failed at package 12 of 20.',
      ['reset', 'reinstall', 'edit'],
    ],
    [
      'one that the platform gave up',
      installing({ state: 'failed', quietMinutes: 15 }, bare),
      ...([
        {},
        'failed',
        'The installation failed at package 12 of 20: the platform heard nothing for 15 m and gave up.',
        ['edit'],
      ] as const),
    ],
    [
      'a failure nobody saw coming',
      installing({ state: 'failed', done: null, total: null }),
      ...([
        {},
        'failed',
        'The installation failed; at which step the platform does not say.',
        ['reset', 'reinstall', 'edit'],
      ] as const),
    ],
    [
      'a failure to boot that was seen',
      installing({ state: 'failed', done: null, total: null }),
      {
        watched: readings(
          [1, installing({ state: 'booting', done: null, total: null })],
          [9, installing({ state: 'failed', done: null, total: null })],
        ),
      },
      ...(['failed', 'It was installed and did not boot.', ['reset', 'reinstall', 'edit']] as const),
    ],
    [
      'a failure to boot that is not noted yet',
      installing({ state: 'failed', done: null, total: null }),
      { watched: readings([1, installing({ state: 'booting', done: null, total: null })]) },
      ...(['failed', 'It was installed and did not boot.', ['reset', 'reinstall', 'edit']] as const),
    ],
    ['a host that was added', fresh(), { now: minute(10) }, 'now', null, []],
    [
      'no boot',
      fresh(),
      { now: minute(16) },
      'late',
      'It has not booted from the network.',
      ['power-on', 'reset', 'edit'],
    ],
    [
      'no boot, without a board',
      fresh(bare),
      { now: minute(16) },
      'late',
      'It has not booted from the network.',
      ['edit', 'delete'],
    ],
    [
      'a board that cannot',
      fresh({ task: 'Power-On Failed' }),
      {},
      'failed',
      'Power-On Failed.',
      ['edit', 'power-on', 'reset'],
    ],
    [
      'power off',
      fresh({ availability: 'power-off' }),
      {},
      'waits',
      'worker-0 is powered off.',
      ['power-on'],
    ],
    [
      'gone after the installation',
      fresh({ install: { state: 'completed', done: null, total: null } }),
      ...([
        {},
        'waits',
        'worker-0 is installed and does not answer.',
        ['reset', 'power-on', 'reinstall'],
      ] as const),
    ],
    [
      'no inventory',
      fresh({ availability: 'online' }),
      { now: minute(30), events: [event(12, 'status=online')] },
      ...([
        'late',
        'worker-0 is online and has not said what hardware it has.',
        ['reboot', 'reinstall'],
      ] as const),
    ],
    [
      'no inventory yet',
      fresh({ availability: 'online' }),
      { now: minute(14), events: [event(12, 'status=online')] },
      ...(['now', null, []] as const),
    ],
    [
      'an unlock in vain',
      testHost({
        operational: 'disabled',
        availability: 'failed',
        task: 'Configuration failure, threshold reached, Lock/Unlock to retry',
      }),
      {},
      ...([
        'failed',
        'Configuration failure, threshold reached, Lock/Unlock to retry.',
        ['lock', 'force-lock'],
      ] as const),
    ],
    [
      'a reboot without end',
      testHost({ operational: 'disabled', availability: 'offline', task: 'Booting' }),
      { now: minute(30), events: [event(10, 'command=unlock', '200.021'), event(11, 'status=offline')] },
      ...(['late', 'The reboot takes longer than usual.', ['lock', 'force-lock']] as const),
    ],
  ])('%s', (_, host, more, state, title, ways) => {
    const way = provisionOf(host, facts(1, more));
    expect(way.here.state).toBe(state);
    expect(way.trouble?.title ?? null).toBe(title);
    expect(way.trouble?.ways ?? []).toEqual(ways);
  });

  it('is never told of a wait whose beginning nobody saw', () => {
    const host = fresh({ createdAt: null, availability: 'online' });
    const watched = readings([0, host], [90, host]);
    expect(provisionOf(host, facts(90, { watched })).here.state).toBe('now');
  });
});
