/** What stands beside the state: chain, instances, holdover, figures, SyncE, evidence. */
import { describe, expect, it } from 'vitest';
import {
  clockOf,
  HOUR,
  MINUTE,
  NOW,
  testConfig,
  testFault,
  testGrandmaster,
  testInstance,
  testPtpHost,
  testReading,
  testSlave,
  testSource,
} from './test-clocks';

const states = (clock: ReturnType<typeof clockOf>) =>
  clock.chain.map(({ kind, state, firstBroken }) => `${kind} ${state}${firstBroken ? ' !' : ''}`);

describe('the chain', () => {
  it.each([
    [
      'a slave',
      testSlave(),
      [],
      ['grandmaster no-fault', 'ptp4l no-fault', 'phc2sys no-fault', 'system-clock no-fault'],
    ],
    [
      'a slave that lost its master',
      testSlave(),
      [testFault('instance=ptp4l.ptp=no-lock')],
      ['grandmaster no-fault', 'ptp4l freerun !', 'phc2sys no-fault', 'system-clock no-fault'],
    ],
    [
      'a grandmaster on holdover',
      testGrandmaster(),
      [testFault('interface=enp138s0f0.ptp=GNSS-signal-loss', 'GNSS signal loss state: holdover')],
      ['gnss holdover !', 'ts2phc no-fault', 'ptp4l no-fault', 'phc2sys no-fault', 'system-clock no-fault'],
    ],
    [
      'what breaks comes before what is only worse',
      testGrandmaster(),
      [
        testFault('gnss-monitor=gm.device_path=/dev/gnss0.ptp=GNSS-satellite-count'),
        testFault('phc2sys=phc2sys.phc2sys=no-source-clock'),
      ],
      ['gnss degraded', 'ts2phc no-fault', 'ptp4l no-fault', 'phc2sys freerun !', 'system-clock no-fault'],
    ],
    [
      'a fault of an instance that is not configured any more',
      testSlave(),
      [testFault('instance=old.ptp', 'PTP service phc2sys@old.service enabled but not running')],
      [
        'grandmaster no-fault',
        'ptp4l no-fault',
        'phc2sys no-fault',
        'phc2sys freerun !',
        'system-clock no-fault',
      ],
    ],
    [
      'nothing known but the fault',
      null,
      [testFault('instance=dpll.ptp=holdover')],
      ['dpll holdover !', 'system-clock no-fault'],
    ],
  ])('%s', (_, config, alarms, expected) => {
    expect(states(clockOf({ config, alarms }))).toEqual(expected);
  });

  it('names instance, port and what decides', () => {
    const { chain } = clockOf({ alarms: [testFault('instance=ptp4l.ptp=no-lock')] });
    expect(chain.find(({ kind }) => kind === 'ptp4l')).toEqual({
      kind: 'ptp4l',
      instance: 'ptp4l',
      instanceId: 'id-ptp4l',
      interface: 'enp81s0f0',
      state: 'freerun',
      since: NOW - HOUR,
      what: 'Not locked',
      firstBroken: true,
    });
  });
});

describe('the system clock', () => {
  const lost = testFault('instance=ptp4l.ptp=no-lock');
  it.each([
    ['suffers from what is broken above it', [lost], [], 'freerun'],
    ['its own trouble', [testFault('phc2sys=phc2sys.phc2sys=source-clock-low-priority')], [], 'degraded'],
    [
      'what a live source says of it goes before what would follow',
      [lost],
      [testReading({ quantity: 'os-clock', value: 'holdover' })],
      'holdover',
    ],
    ['says nothing when nothing is said', [], [], 'no-fault'],
  ])('%s', (_, alarms, readings, state) => {
    expect(clockOf({ alarms, live: { readings, sources: [] } }).systemClock.state).toBe(state);
  });
});

it('instances have a state and limits of their own', () => {
  const config = testSlave({ global: 'clientOnly=1', monitoring: 'offset_threshold_minor_nsec=500' });
  const { instances } = clockOf({ config, alarms: [testFault('instance=ptp4l.ptp=out-of-tolerance')] });
  expect(instances).toMatchObject([
    {
      name: 'ptp4l',
      service: 'ptp4l',
      state: 'out-of-tolerance',
      limits: { minorNs: 500, own: ['minorNs'] },
    },
    { name: 'phc2sys', state: 'no-fault', limits: { minorNs: 1_000, own: [] } },
  ]);
});

describe('holdover', () => {
  const holding = testFault('interface=enp138s0f0.ptp=GNSS-signal-loss', 'GNSS signal loss state: holdover');
  const at = (since: number, config = testGrandmaster()) =>
    clockOf({ config, alarms: [{ ...holding, raisedAt: since }] }).holdover;

  it.each([
    ['one hour of four', NOW - HOUR, { since: NOW - HOUR, totalMs: 4 * HOUR, leftMs: 3 * HOUR }],
    [
      'over, and the platform has not said so yet',
      NOW - 5 * HOUR,
      { since: NOW - 5 * HOUR, totalMs: 4 * HOUR, leftMs: 0 },
    ],
  ])('%s', (_, since, holdover) => {
    expect(at(since)).toEqual(holdover);
  });

  it('the shortest time of the instances counts', () => {
    const config = testGrandmaster();
    const instances = config.instances.map((one) =>
      one.service === 'ts2phc'
        ? {
            ...one,
            sections: [
              ...one.sections,
              { section: 'monitoring', pairs: [{ name: 'holdover_seconds', value: '7200' }] },
            ],
          }
        : one,
    );
    expect(at(NOW - HOUR, { ...config, instances })).toMatchObject({ totalMs: 2 * HOUR, leftMs: HOUR });
  });

  it('a DPLL of dpll-mgr has no end that anybody tells', () => {
    const reason = 'worker-0 DPLL holdover tier 1 (clockClass 7), reference lost for 12 min';
    const clock = clockOf({ alarms: [testFault('instance=d.ptp=holdover', reason)] });
    expect(clock.holdover).toEqual({ since: NOW - HOUR, totalMs: null, leftMs: null });
    expect(clock.clockClass).toEqual({ value: 7, at: NOW - HOUR, source: 'alarm' });
  });

  it('a live source does not say since when', () => {
    const readings = [testReading({ quantity: 'sync-state', value: 'holdover' })];
    expect(clockOf({ live: { readings, sources: [] } })).toMatchObject({
      state: 'holdover',
      since: null,
      holdover: { since: null, totalMs: 4 * HOUR, leftMs: null },
    });
  });

  it.each<[string, 'holdover' | 'freerun' | 'locked', string | null, string]>([
    ['holdover of that instance', 'holdover', 'ptp4l', 'holdover'],
    ['holdover, without a name', 'holdover', null, 'holdover'],
    ['holdover of another instance', 'holdover', 'other', 'freerun'],
    ['free-run', 'freerun', 'ptp4l', 'freerun'],
    ['a lock, which the alarm denies', 'locked', 'ptp4l', 'freerun'],
  ])('an alarm "not locked" beside a live %s', (_, value, instance, state) => {
    const readings = [testReading({ quantity: 'ptp-lock', value }, { instance })];
    const alarms = [testFault('instance=ptp4l.ptp=no-lock')];
    const clock = clockOf({ alarms, live: { readings, sources: [] } });
    expect(clock.state).toBe(state);
    expect(clock.holdover).toEqual(
      state === 'holdover' ? { since: NOW - HOUR, totalMs: 4 * HOUR, leftMs: 3 * HOUR } : null,
    );
  });

  it('there is none when the clock runs free', () => {
    expect(clockOf({ alarms: [testFault('instance=ptp4l.ptp=no-lock')] }).holdover).toBeNull();
  });
});

describe('figures', () => {
  const reading = (process: string | null, value: number, instance: string | null = null) =>
    testReading({ quantity: 'offset', value }, { process, instance });

  it('shows the offset of ptp4l, furthest out, signed, and that of the system clock apart', () => {
    const readings = [reading('phc2sys', 40), reading('ptp4l', -14, 'a'), reading('ptp4l', 9, 'b')];
    expect(clockOf({ live: { readings, sources: [] } })).toMatchObject({
      state: 'no-fault',
      offset: { ns: -14, signed: true, source: 'live', instance: 'a' },
      systemOffset: { ns: 40 },
    });
  });

  it.each([
    [1_000, 'locked'],
    [-1_001, 'out-of-tolerance'],
  ])('an offset of %d ns on a locked clock, limit 1 000: %s', (ns, state) => {
    const readings = [testReading({ quantity: 'sync-state', value: 'locked' }), reading('ptp4l', ns)];
    expect(clockOf({ live: { readings, sources: [] } }).state).toBe(state);
  });

  it("is the alarm's figure where no source gives one", () => {
    const text =
      'out of tolerance by 1.384 microsecs (configured threshold: minor:1000 nsec, major:1000000 nsec)';
    expect(clockOf({ alarms: [testFault('instance=ptp4l.ptp=out-of-tolerance', text)] }).offset).toEqual({
      ...{ ns: 1_384, signed: false, atLeast: false, at: null },
      ...{ source: 'alarm', instance: 'ptp4l' },
    });
  });

  it('a stale reading gives neither offset nor class nor state', () => {
    const at = NOW - 2 * MINUTE;
    const readings = [
      testReading({ quantity: 'offset', value: 5 }, { at }),
      testReading({ quantity: 'clock-class', value: 6 }, { at }),
      testReading({ quantity: 'sync-state', value: 'locked' }, { at }),
    ];
    const clock = clockOf({ live: { readings, sources: [testSource()] } });
    expect(clock).toMatchObject({ state: 'unknown', offset: null, clockClass: null });
    expect(clock.evidence.filter(({ stale }) => stale).map(({ what, state }) => [what, state])).toEqual([
      ['clock-class 6', null],
      ['sync-state LOCKED', null],
    ]);
  });

  it('takes the bound of staleness from who asks', () => {
    const readings = [testReading({ quantity: 'sync-state', value: 'locked' }, { at: NOW - 2 * MINUTE })];
    const live = { readings, sources: [] };
    expect(clockOf({ live, staleAfterMs: 3 * MINUTE }).state).toBe('locked');
  });
});

describe('a lock without the sum of a node', () => {
  const two = testConfig([
    testInstance('ptp4l', ['worker-0'], {}, 'a'),
    testInstance('ptp4l', ['worker-0'], {}, 'b'),
  ]);
  const lock = (instance: string | null) =>
    testReading({ quantity: 'ptp-lock', value: 'locked' }, { instance });
  const system = testReading({ quantity: 'os-clock', value: 'locked' });
  const receiver = testReading({ quantity: 'gnss', value: 'SYNCHRONIZED' });
  const noPtp4l = testConfig([
    testInstance('ts2phc', ['worker-0'], { global: 'ts2phc.nmea_serialport=/dev/gnss0' }),
  ]);
  it.each([
    ['every instance locked', two, [lock('a'), lock('b')], 'locked'],
    ['one of two is not enough', two, [lock('a')], 'no-fault'],
    ['a source that names none', two, [lock(null)], 'locked'],
    ['the system clock alone proves nothing', two, [system], 'no-fault'],
    ['receiver and system clock, no ptp4l', noPtp4l, [receiver, system], 'locked'],
    ['the receiver alone', noPtp4l, [receiver], 'no-fault'],
    ['a class proves nothing', two, [testReading({ quantity: 'clock-class', value: 6 })], 'no-fault'],
  ])('%s', (_, config, readings, state) => {
    expect(clockOf({ config, live: { readings, sources: [] } }).state).toBe(state);
  });

  it('a host that follows NTP is locked when its system clock is', () => {
    const hosts = [testPtpHost('worker-0', { clockSynchronization: 'ntp' })];
    expect(clockOf({ hosts, config: testConfig([]), live: { readings: [system], sources: [] } }).state).toBe(
      'locked',
    );
  });
});

describe('a receiver that a live source reports', () => {
  const failing = testReading({ quantity: 'gnss', value: 'FAILURE-NOFIX' });
  it.each([
    ['alone', [failing], [], 'freerun'],
    [
      'beside the word of the node',
      [failing, testReading({ quantity: 'sync-state', value: 'locked' })],
      [],
      'degraded',
    ],
    [
      'beside the holdover of its PLL',
      [failing],
      [testFault('interface=e.ptp=GNSS-signal-loss', 'GNSS signal loss state: holdover')],
      'holdover',
    ],
    [
      'in a word that nobody documents',
      [testReading({ quantity: 'gnss', value: 'WARMING' })],
      [],
      'no-fault',
    ],
  ])('%s', (_, readings, alarms, state) => {
    expect(clockOf({ config: testGrandmaster(), alarms, live: { readings, sources: [] } }).state).toBe(state);
  });
});

describe('of several that are as bad the one nearest to the source of time is named', () => {
  const monitor = testFault(
    'gnss-monitor=m.device_path=/dev/gnss0.ptp=GNSS-signal-loss',
    'GNSS signal loss state: no fix',
  );
  const signal = (condition: string) =>
    testFault('interface=enp138s0f0.ptp=GNSS-signal-loss', `GNSS signal loss state: ${condition}`);
  it.each([
    [
      'the signal before the PLL in holdover',
      [testFault('instance=dpll.ptp=holdover', 'DPLL in holdover, tier 1'), signal('holdover'), monitor],
      'holdover',
      'GNSS signal: holdover',
    ],
    [
      'the signal before the PLL that has lost its lock',
      [testFault('instance=dpll.ptp=no-lock'), signal('holdover-expired'), monitor],
      'freerun',
      'GNSS signal: holdover-expired',
    ],
    [
      'the pulse before the PLL in holdover',
      [
        testFault('instance=dpll.ptp=holdover', 'DPLL in holdover, tier 0'),
        testFault('interface=enp138s0f0.ptp=1PPS-signal-loss', '1PPS signal loss state: invalid'),
      ],
      'holdover',
      '1PPS signal: invalid',
    ],
    ['the PLL alone', [testFault('instance=dpll.ptp=holdover')], 'holdover', 'DPLL holdover'],
    ['the monitor alone', [monitor], 'freerun', 'GNSS signal: no fix'],
    [
      'ptp4l before phc2sys',
      [testFault('phc2sys=phc2sys.phc2sys=no-source-clock'), testFault('instance=ptp4l.ptp=no-lock')],
      'freerun',
      'Not locked',
    ],
  ])('%s', (_, alarms, state, note) => {
    expect(clockOf({ config: testGrandmaster(), alarms })).toMatchObject({ state, note });
  });
});

describe('SyncE, apart', () => {
  const synce4l = testConfig([...testSlave().instances, testInstance('synce4l', ['worker-0'])]);
  it.each([
    ['not there', testSlave(), [], null],
    ['configured, no alarm', synce4l, [], { state: 'no-fault', since: null, what: null, quality: null }],
    [
      'source lost',
      synce4l,
      [testFault('interface=e.synce=source-loss', 'DPLL in holdover')],
      { state: 'holdover', since: NOW - HOUR, what: 'SyncE source lost: holdover', quality: null },
    ],
    [
      'source lost, and nothing holds',
      synce4l,
      [testFault('interface=e.synce=source-loss', 'the DPLL is in freerun')],
      { state: 'freerun', since: NOW - HOUR, what: 'SyncE source lost: freerun', quality: null },
    ],
    [
      'its process is gone',
      synce4l,
      [testFault('instance=synce1.synce=not-running')],
      { state: 'degraded', since: NOW - HOUR, what: 'SyncE service not running', quality: null },
    ],
  ])('%s', (_, config, alarms, synce) => {
    const clock = clockOf({ config, alarms });
    expect(clock.synce).toEqual(synce);
    expect(clock.state).toBe('no-fault');
  });

  it('takes lock and quality of a live source', () => {
    const readings = [
      testReading({ quantity: 'synce-lock', value: 'locked' }),
      testReading({ quantity: 'synce-quality', value: 2 }),
    ];
    expect(clockOf({ live: { readings, sources: [] } }).synce).toEqual({
      state: 'locked',
      since: null,
      what: null,
      quality: 2,
    });
  });
});

it('lists evidence worst first, of alarms and readings alike, and where it comes from', () => {
  const clock = clockOf({
    alarms: [
      testFault('instance=ptp4l.ptp=out-of-tolerance', '', { suppressed: true, severity: 'minor' }),
      testFault('phc2sys=phc2sys.phc2sys=no-source-clock'),
    ],
    live: { readings: [testReading({ quantity: 'sync-state', value: 'locked' })], sources: [] },
  });
  expect(
    clock.evidence.map(({ source, sourceName, state, suppressed }) => [
      source,
      sourceName,
      state,
      suppressed,
    ]),
  ).toEqual([
    ['alarm', 'Fault management', 'freerun', false],
    ['alarm', 'Fault management', 'out-of-tolerance', true],
    ['live', 'ran', 'locked', false],
  ]);
  expect(clock.evidence[1]?.refers).toEqual({
    ...{ alarm: 'instance=ptp4l.ptp=out-of-tolerance', alarmId: '100.119', severity: 'minor' },
    ...{ instance: 'ptp4l', interface: null },
  });
});
