import { describe, expect, it } from 'vitest';
import { testAlarm, testUnprovisioned } from '../test-facts';
import type { ClockState } from './clock-state';
import { deriveClocks } from './derive';
import type { ClockInputs, UnknownCause } from './host-clock';
import type { PtpOddRow } from './ptp-config';
import {
  clockOf,
  HOUR,
  MINUTE,
  NOW,
  testConfig,
  testFault,
  testGrandmaster,
  testInputs,
  testInstance,
  testInterface,
  testPort,
  testPtpHost,
  testReading,
  testSlave,
  testSource,
} from './test-clocks';

const odd = (kind: PtpOddRow['kind']): PtpOddRow => ({ kind, id: 'odd', name: null, why: 'hostnames: odd' });
const locked = testReading({ quantity: 'sync-state', value: 'locked' });

describe('the state of a host', () => {
  it.each<[string, Partial<ClockInputs>, ClockState]>([
    ['no alarm stands: that is all it says', {}, 'no-fault'],
    ['not locked', { alarms: [testFault('instance=ptp4l.ptp=no-lock')] }, 'freerun'],
    ['ptp4l does not run', { alarms: [testFault('instance=ptp4l.ptp')] }, 'freerun'],
    [
      'phc2sys without a source',
      { alarms: [testFault('phc2sys=phc2sys.phc2sys=no-source-clock')] },
      'freerun',
    ],
    ['out of tolerance', { alarms: [testFault('instance=ptp4l.ptp=out-of-tolerance')] }, 'out-of-tolerance'],
    [
      'no pulse, and the PLL holds over',
      {
        alarms: [
          testFault('interface=enp138s0f0.ptp=1PPS-signal-loss', '1PPS signal loss state: invalid'),
          testFault('instance=dpll.ptp=holdover'),
        ],
      },
      'holdover',
    ],
    [
      'no pulse',
      { config: testGrandmaster(), alarms: [testFault('interface=enp138s0f0.ptp=1PPS-signal-loss')] },
      'freerun',
    ],
    ['DPLL in holdover', { alarms: [testFault('instance=dpll.ptp=holdover')] }, 'holdover'],
    ['wrong timestamping', { alarms: [testFault('ptp=eth0.unsupported=hardware-timestamping')] }, 'degraded'],
    ['a form that nobody knows', { alarms: [testFault('ptp=new-thing')] }, 'degraded'],
    [
      'of several the worst',
      {
        alarms: [
          testFault('instance=ptp4l.ptp=out-of-tolerance'),
          testFault('instance=ptp4l.ptp=no-lock'),
          testFault('phc2sys=phc2sys.phc2sys=source-clock-low-priority'),
        ],
      },
      'freerun',
    ],
    [
      'a suppressed alarm counts',
      { alarms: [testFault('instance=ptp4l.ptp=no-lock', '', { suppressed: true })] },
      'freerun',
    ],
    ['SyncE is frequency', { alarms: [testFault('interface=eth0.synce=source-loss')] }, 'no-fault'],
    [
      'an alarm of another host',
      { alarms: [testFault('x', '', { entity: 'host=worker-01.instance=p.ptp=no-lock' })] },
      'no-fault',
    ],
    ['a live source says locked', { live: { readings: [locked], sources: [] } }, 'locked'],
    [
      'live and alarm disagree: the worse',
      {
        alarms: [testFault('instance=ptp4l.ptp=out-of-tolerance')],
        live: { readings: [locked], sources: [] },
      },
      'out-of-tolerance',
    ],
    [
      'live is the worse of the two',
      {
        alarms: [testFault('instance=ptp4l.ptp=out-of-tolerance')],
        live: { readings: [testReading({ quantity: 'sync-state', value: 'freerun' })], sources: [] },
      },
      'freerun',
    ],
    [
      'NTP',
      { hosts: [testPtpHost('worker-0', { clockSynchronization: 'ntp' })], config: testConfig([]) },
      'ntp',
    ],
    [
      'NTP without a server that answers',
      {
        hosts: [testPtpHost('worker-0', { clockSynchronization: 'ntp' })],
        config: testConfig([]),
        alarms: [testFault('ntp', '', { alarmId: '100.114' })],
      },
      'freerun',
    ],
    [
      'NTP with one server away',
      {
        hosts: [testPtpHost('worker-0', { clockSynchronization: 'ntp' })],
        config: testConfig([]),
        alarms: [testFault('ntp=10.0.0.1', '', { alarmId: '100.114' })],
      },
      'degraded',
    ],
    ['set to PTP, nothing assigned', { config: testConfig([]) }, 'not-configured'],
    [
      'set to PTP, nothing assigned, and an alarm stands all the same',
      { config: testConfig([]), alarms: [testFault('instance=ptp4l.ptp=no-lock')] },
      'freerun',
    ],
    [
      'set to NTP, no servers',
      {
        hosts: [testPtpHost('worker-0', { clockSynchronization: 'ntp' })],
        config: testConfig([]),
        ntp: { id: 'n', servers: [] },
      },
      'not-configured',
    ],
    ['a node without a name', { hosts: [testUnprovisioned()] }, 'not-configured'],
  ])('%s', (_, inputs, state) => {
    expect(clockOf(inputs)).toMatchObject({ state, unknown: null });
  });

  it('says since when, by the earliest of the alarms that decide', () => {
    const alarms = [
      testFault('instance=ptp4l.ptp=no-lock', '', { raisedAt: NOW - MINUTE }),
      testFault('instance=ptp4l.ptp', '', { raisedAt: NOW - HOUR }),
      testFault('instance=ptp4l.ptp=out-of-tolerance', '', { raisedAt: NOW - 5 * HOUR }),
    ];
    expect(clockOf({ alarms })).toMatchObject({ state: 'freerun', since: NOW - HOUR });
  });
});

describe('why nothing can be said', () => {
  const host = (changes: Parameters<typeof testPtpHost>[1]) => [testPtpHost('worker-0', changes)];
  const standing = [testFault('instance=ptp4l.ptp=no-lock')];
  it.each<[UnknownCause, string, Partial<ClockInputs>]>([
    ['locked', 'Host is locked', { hosts: host({ administrative: 'locked', availability: 'online' }) }],
    ['locked', 'Host is locked', { hosts: host({ administrative: 'locked', availability: 'failed' }) }],
    ['offline', 'Host is offline', { hosts: host({ availability: 'offline' }) }],
    ['offline', 'Host is offline', { hosts: host({ availability: 'power-off' }) }],
    ['failed', 'Host failed', { hosts: host({ availability: 'failed' }) }],
    ['in-test', 'Host in test', { hosts: host({ availability: 'intest' }) }],
    ['host-unread', 'The platform does not say how the host is', { hosts: host({ availability: null }) }],
    ['failed', 'Host failed', { hosts: host({ availability: 'failed' }), alarms: standing }],
    [
      'failed',
      'Host failed',
      { hosts: host({ availability: 'failed' }), live: { readings: [locked], sources: [] } },
    ],
    [
      'host-unread',
      'The platform does not say what the host follows',
      { hosts: host({ clockSynchronization: null }), config: testConfig([]) },
    ],
    ['alarms-unread', 'Alarms were not read yet', { alarms: null }],
    ['alarms-unread', 'Fault management does not answer', { fmTrouble: 'fm answers with 503' }],
    [
      'alarms-unread',
      'Alarms were not read yet',
      { hosts: host({ clockSynchronization: 'ntp' }), config: testConfig([]), alarms: null },
    ],
    ['config-unread', 'The PTP configuration could not be read', { config: null }],
    [
      'config-unread',
      'A PTP instance that cannot be read may be its',
      { config: { ...testConfig([]), unreadable: [odd('instance')] } },
    ],
    [
      'virtual',
      'Looks virtual: the platform raises no PTP alarm there',
      { ports: [testPort('worker-0/data0/eth0', 'virtio_net')] },
    ],
    ['live-lost', 'No reading from ran', { live: { readings: [], sources: [testSource()] } }],
    [
      'live-lost',
      'No reading from ran',
      { live: { readings: [{ ...locked, at: NOW - 10 * MINUTE }], sources: [testSource({ hosts: null })] } },
    ],
  ])('%s: %s', (unknown, note, inputs) => {
    expect(clockOf(inputs)).toMatchObject({ state: 'unknown', unknown, note });
  });

  it('dates a failure by the alarm of maintenance, and keeps what was said before as no evidence', () => {
    const failed = testAlarm({ id: 'f', alarmId: '200.004', entity: 'host=worker-0', raisedAt: NOW - HOUR });
    const clock = clockOf({ hosts: host({ availability: 'failed' }), alarms: [failed, ...standing] });
    expect(clock.since).toBe(NOW - HOUR);
    expect(clock.evidence.map(({ what, stale }) => [what, stale])).toEqual([
      ['Host failed', false],
      ['Not locked', true],
    ]);
    expect(clock.chain.every(({ state }) => state === 'unknown')).toBe(true);
  });

  it.each([
    ['an alarm that is known', { alarms: standing, fmTrouble: 'gone' }, 'freerun'],
    ['a live lock', { alarms: null, live: { readings: [locked], sources: [] } }, 'locked'],
    [
      'an alarm on a host that looks virtual',
      { alarms: standing, ports: [testPort('worker-0/data0/eth0', 'virtio_net')] },
      'freerun',
    ],
    ['an alarm without a configuration', { alarms: standing, config: null }, 'freerun'],
  ])('evidence goes before the lack of it: %s', (_, inputs, state) => {
    expect(clockOf(inputs).state).toBe(state);
  });

  it('an odd row that is no instance, or one beside its own instance, takes no word away', () => {
    const config = { ...testConfig([]), unreadable: [odd('parameter'), odd('interface')] };
    expect(clockOf({ config }).state).toBe('not-configured');
    expect(clockOf({ config: { ...testSlave(), unreadable: [odd('instance')] } }).state).toBe('no-fault');
    const ntp = host({ clockSynchronization: 'ntp' });
    const without = { ...testConfig([]), unreadable: [odd('instance')] };
    expect(clockOf({ hosts: ntp, config: without }).state).toBe('ntp');
  });

  it('a real card beside a virtual one is no virtual host', () => {
    const ports = [testPort('worker-0/data0/eth0', 'virtio_net'), testPort('worker-0/data0/eth1', 'ice')];
    expect(clockOf({ ports }).state).toBe('no-fault');
  });
});

describe('a lost satellite signal', () => {
  const config = testGrandmaster();
  const lost = (state: string) =>
    testFault('interface=enp138s0f0.ptp=GNSS-signal-loss', `worker-0 GNSS signal loss state: ${state}`);
  const receiver = testFault(
    'gnss-monitor=gm.device_path=/dev/gnss0.ptp=GNSS-signal-loss',
    'GNSS signal loss state: unlocked',
  );
  const second = testInstance('ptp4l', ['worker-0'], { global: 'clientOnly=1' }, 'backup');
  const other = testConfig(
    [...config.instances, second],
    [...config.interfaces, testInterface(second, ['worker-0/data0'])],
  );
  it.each([
    ['the oscillator holds', [lost('holdover')], config, 'holdover'],
    ['it was not locked long enough', [lost('holdover-unstable(freerun)')], config, 'freerun'],
    ['its time is up', [lost('holdover-expired')], config, 'freerun'],
    ['unlocked, the only source', [lost('unlocked')], config, 'freerun'],
    ['unlocked, and a ptp4l that only takes time', [lost('unlocked')], other, 'degraded'],
    [
      'that one is lost as well',
      [lost('unlocked'), testFault('instance=backup.ptp=no-lock')],
      other,
      'freerun',
    ],
    ['the receiver alone says so', [receiver], config, 'freerun'],
    ['receiver and PLL: the PLL knows better', [receiver, lost('holdover')], config, 'holdover'],
  ])('%s', (_, alarms, given, state) => {
    expect(clockOf({ alarms, config: given }).state).toBe(state);
  });
});

describe('many hosts', () => {
  it('looks at each alarm and each reading a few times, however many hosts there are', () => {
    const names = Array.from({ length: 1_000 }, (_, n) => `worker-${n}`);
    let looks = 0;
    const counted = <T extends object>(row: T): T =>
      new Proxy(row, {
        get(target, key) {
          looks += 1;
          return Reflect.get(target, key);
        },
      });
    const inputs = testInputs({
      hosts: names.map((name) => testPtpHost(name)),
      config: testConfig([testInstance('ptp4l', names), testInstance('phc2sys', names)]),
      alarms: names.map((name) =>
        counted(testFault('', '', { entity: `host=${name}.instance=ptp4l.ptp=no-lock` })),
      ),
      live: {
        readings: names.map((host) =>
          counted(testReading({ quantity: 'sync-state', value: 'locked' }, { host })),
        ),
        sources: [testSource({ hosts: names })],
      },
    });
    expect(deriveClocks(inputs).filter(({ state }) => state === 'freerun')).toHaveLength(1_000);
    expect(looks).toBeLessThan(100 * names.length);
  });

  it('keeps the order of the hosts, and needs no configuration to do so', () => {
    const hosts = ['b', 'a', 'c'].map((name) => testPtpHost(name));
    const clocks = deriveClocks(testInputs({ hosts, config: testSlave() }));
    expect(clocks.map(({ host, state }) => [host, state])).toEqual([
      ['b', 'not-configured'],
      ['a', 'not-configured'],
      ['c', 'not-configured'],
    ]);
  });
});
