/** Each scenario from its fault to its recovery: alarms, log, notification API and metrics at every stage. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../kernel/world';
import { createWorld } from '../worlds/create';
import type { FaultKind } from './faults';
import { type ScenarioRequest, startScenario } from './scenarios';
import { alarmsOn, logOf, measured, notified, ptpOf, textOf } from './stage';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let world: World;
beforeEach(() => {
  world = createWorld('standard', 'scenarios', { speed: 1 });
});
afterEach(() => world.clock.stop());

function start(scenario: FaultKind, more: Omit<ScenarioRequest, 'scenario'> = {}) {
  const fault = startScenario(world, { scenario, ...more });
  if (typeof fault === 'string') throw new Error(fault);
  return fault;
}

/** The audit that comes within half a minute has been. */
const audit = () => world.clock.advance(31 * SECOND);
const recover = (host: string) => {
  expect(world.timing.end({ host }).length).toBeGreaterThan(0);
  world.clock.advance(3 * MINUTE);
};

const GNSS = 'interface=enp94s0f0.ptp=GNSS-signal-loss';
const MONITOR = 'gnss-monitor=gnss-mon.device_path=/dev/gnss0.ptp=';

describe('gnss-loss', () => {
  it('is holdover for four hours, then freerun, then over; whoever follows goes along', () => {
    const { host, since } = start('gnss-loss');
    expect(host).toBe('worker-0');
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 7']);
    expect(notified(world, host, '/sync/gnss-status/gnss-sync-status')).toEqual(['HOLDOVER']);
    expect(measured(world, host, 'ts2phc', 'clock_state')).toEqual([2]);
    // 7 is a class that followers stay locked to.
    expect([ptpOf(world, 'worker-1'), ptpOf(world, 'worker-7')[0]]).toEqual([['LOCKED 7'], 'LOCKED 7']);
    audit();
    expect(alarmsOn(world, host)).toEqual([
      `${MONITOR}GNSS-signal-loss: major`,
      'instance=dpll1.ptp=holdover: warning',
      `${GNSS}: minor`,
    ]);
    expect(textOf(world, host, GNSS)).toBe('worker-0 GNSS signal loss state: holdover');
    world.clock.advance(2 * HOUR);
    expect(alarmsOn(world, host)).toContain('instance=dpll1.ptp=holdover: major');
    world.clock.advance(HOUR + 57 * MINUTE);
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 7']);
    expect(alarmsOn(world, host)).toContain('instance=dpll1.ptp=holdover: critical');
    const held = Math.abs(measured(world, host, 'ts2phc', 'offset_ns')[0] ?? 0);
    world.clock.advance(4 * MINUTE);
    expect(ptpOf(world, host)).toEqual(['FREERUN 140']);
    expect(alarmsOn(world, host)).toEqual([
      `${MONITOR}GNSS-signal-loss: major`,
      'instance=dpll1.ptp=no-lock: major',
      `${GNSS}: major`,
    ]);
    expect(textOf(world, host, GNSS)).toBe('worker-0 GNSS signal loss state: holdover-expired');
    expect(Math.abs(measured(world, host, 'ts2phc', 'offset_ns')[0] ?? 0)).toBeGreaterThan(held);
    // 140 is no class to be locked to: the boundary clock holds over, and gives on that it does.
    expect([ptpOf(world, 'worker-1'), ptpOf(world, 'controller-0')]).toEqual([
      ['HOLDOVER 135'],
      ['HOLDOVER 140'],
    ]);
    expect(ptpOf(world, 'worker-2')).toEqual(['LOCKED 135']);
    world.timing.end({ host });
    expect(notified(world, host, '/sync/gnss-status/gnss-sync-status')).toEqual(['ACQUIRING-SYNC']);
    world.clock.advance(3 * MINUTE);
    expect(ptpOf(world, host)).toEqual(['LOCKED 6']);
    expect(notified(world, host, '/sync/gnss-status/gnss-sync-status')).toEqual(['SYNCHRONIZED']);
    expect(ptpOf(world, 'worker-1')).toEqual(['LOCKED 6']);
    expect(alarmsOn(world, host)).toEqual([]);
    const log = logOf(world, host, GNSS, since);
    expect([log[0], log[1], log.at(-1)]).toEqual(['set minor', 'set major', 'clear major']);
    expect(logOf(world, host, 'instance=dpll1.ptp=holdover', since)).toEqual([
      'set warning',
      'set minor',
      'set major',
      'set critical',
      'clear critical',
    ]);
  });

  it('is freerun at once when the lock was younger than five minutes, and never holdover again', () => {
    const { host } = start('gnss-loss', { minutes: 10 });
    world.clock.advance(14 * MINUTE);
    expect(ptpOf(world, host)).toEqual(['LOCKED 6']);
    start('gnss-loss', { host });
    audit();
    expect(ptpOf(world, host)).toEqual(['FREERUN 248']);
    expect(textOf(world, host, GNSS)).toBe('worker-0 GNSS signal loss state: holdover-unstable(freerun)');
    world.clock.advance(HOUR);
    expect(ptpOf(world, host)).toEqual(['FREERUN 248']);
  });
});

describe('1pps-loss', () => {
  it('leaves the receiver well and the card without a pulse', () => {
    const { host, since } = start('1pps-loss');
    audit();
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 7']);
    expect(alarmsOn(world, host)).toEqual([
      'instance=dpll1.ptp=holdover: warning',
      'interface=enp94s0f0.ptp=1PPS-signal-loss: major',
    ]);
    recover(host);
    expect([ptpOf(world, host), alarmsOn(world, host)]).toEqual([['LOCKED 6'], []]);
    expect(logOf(world, host, 'interface=enp94s0f0.ptp=1PPS-signal-loss', since)).toEqual([
      'set major',
      'clear major',
    ]);
  });
});

describe.each([
  [
    'satellite-count',
    'GNSS-satellite-count',
    /^worker-0 GNSS satellite count below threshold state: 2 \(threshold 5\)$/,
  ],
  [
    'signal-quality',
    'GNSS-signal-quality-db',
    /^worker-0 GNSS signal quality db below threshold state: min 21\.0 avg 27\.4 \(threshold 30\)$/,
  ],
] as const)('%s', (scenario, form, text) => {
  it('is an alarm of the monitor, and no loss of lock', () => {
    const { host, since } = start(scenario);
    audit();
    expect(alarmsOn(world, host)).toEqual([`${MONITOR}${form}: major`]);
    expect(textOf(world, host, `${MONITOR}${form}`)).toMatch(text);
    expect(ptpOf(world, host)).toEqual(['LOCKED 6']);
    expect(notified(world, host, '/sync/gnss-status/gnss-sync-status')).toEqual(['SYNCHRONIZED']);
    recover(host);
    expect(logOf(world, host, `${MONITOR}${form}`, since)).toEqual(['set major', 'clear major']);
  });
});

describe('grandmaster-loss', () => {
  it('of a boundary clock: class 135, then 165; its followers stay locked to 135 and not to 165', () => {
    const { host, since } = start('grandmaster-loss', { host: 'worker-1' });
    audit();
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 135']);
    expect(notified(world, host, '/sync/sync-status/sync-state')).toEqual(['HOLDOVER']);
    expect(alarmsOn(world, host)).toEqual(['instance=ptp4l-bc.ptp=no-lock: major']);
    expect(textOf(world, host, 'instance=ptp4l-bc.ptp=no-lock')).toBe(
      'worker-1 is not locked to remote PTP Grand Master',
    );
    expect(ptpOf(world, 'worker-2')).toEqual(['LOCKED 135']);
    expect(ptpOf(world, 'controller-0')).toEqual(['LOCKED 6']);
    world.clock.advance(4 * HOUR);
    expect(ptpOf(world, host)).toEqual(['FREERUN 165']);
    expect(ptpOf(world, 'worker-2')).toEqual(['HOLDOVER 165']);
    recover(host);
    expect([ptpOf(world, host), alarmsOn(world, host)]).toEqual([['LOCKED 6'], []]);
    expect(ptpOf(world, 'worker-2')).toEqual(['LOCKED 6']);
    expect(logOf(world, host, 'instance=ptp4l-bc.ptp=no-lock', since)).toEqual(['set major', 'clear major']);
  });

  it('of a slave: class 248, its port listens', () => {
    const { host } = start('grandmaster-loss');
    audit();
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 248']);
    expect(measured(world, host, 'ptp4l', 'interface_role')).toEqual([5]);
    expect(alarmsOn(world, host)).toEqual(['instance=ptp4l-oc.ptp=no-lock: major']);
    recover(host);
    expect([ptpOf(world, host), alarmsOn(world, host)]).toEqual([['LOCKED 6'], []]);
  });

  it('of both sources leaves phc2sys HA without one', () => {
    start('grandmaster-loss', { host: 'worker-7' });
    audit();
    expect(alarmsOn(world, 'worker-7')).toContain('phc2sys=phc2sys-ha.phc2sys=no-source-clock: major');
    expect(notified(world, 'worker-7', '/sync/sync-status/os-clock-sync-state')).toEqual(['FREERUN']);
    recover('worker-7');
    expect(alarmsOn(world, 'worker-7')).toEqual([]);
  });
});

describe('grandmaster-failover', () => {
  it('moves phc2sys to the second source, and back', () => {
    const { host, since } = start('grandmaster-failover');
    expect(host).toBe('worker-7');
    audit();
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 248', 'LOCKED 6']);
    expect(notified(world, host, '/sync/sync-status/sync-state')).toEqual(['LOCKED']);
    const failover = 'phc2sys=phc2sys-ha.interface=enp59s0f0.phc2sys=source-failover';
    expect(alarmsOn(world, host)).toEqual([
      'instance=ptp4l-oc.ptp=no-lock: major',
      `${failover}: warning`,
      'phc2sys=phc2sys-ha.interface=enp94s0f0.phc2sys=source-clock-no-prc-lock: major',
      'phc2sys=phc2sys-ha.phc2sys=source-clock-low-priority: minor',
    ]);
    recover(host);
    expect([ptpOf(world, host), alarmsOn(world, host)]).toEqual([['LOCKED 6', 'LOCKED 6'], []]);
    expect(logOf(world, host, failover, since)).toEqual(['set warning', 'clear warning']);
  });
});

describe('out-of-tolerance', () => {
  it('is minor over a microsecond, major over a millisecond, and the alarm says what the metric says', () => {
    const { host, since } = start('out-of-tolerance');
    const entity = 'instance=ptp4l-oc.ptp=out-of-tolerance';
    world.clock.advance(90 * SECOND);
    expect(alarmsOn(world, host)).toEqual([`${entity}: minor`]);
    expect(ptpOf(world, host)).toEqual(['LOCKED 6']);
    world.clock.advance(13 * MINUTE);
    expect(alarmsOn(world, host)).toEqual([`${entity}: major`]);
    const [offset = 0] = measured(world, host, 'ptp4l', 'offset_ns');
    const said = Number(/by ([\d.]+) millisecs/.exec(textOf(world, host, entity) ?? '')?.[1]);
    expect(Math.abs(offset / 1e6 - said)).toBeLessThan(0.11 * said);
    // Over the notification service's limit it is no lock any more.
    expect(ptpOf(world, host)).toEqual(['HOLDOVER 6']);
    recover(host);
    expect([ptpOf(world, host), alarmsOn(world, host)]).toEqual([['LOCKED 6'], []]);
    const log = logOf(world, host, entity, since);
    // On the way back it is minor again.
    expect([log[0], log.includes('set major'), log.at(-1)]).toEqual(['set minor', true, 'clear minor']);
  });
});

describe('ptp4l-crash', () => {
  it('is freerun at once, without measurements, and whoever follows has lost its grandmaster', () => {
    const { host, since } = start('ptp4l-crash', { host: 'worker-1' });
    audit();
    expect(ptpOf(world, host)).toEqual(['FREERUN 248']);
    expect(measured(world, host, 'ptp4l', 'offset_ns')).toEqual([]);
    expect(measured(world, host, 'ptp4l', 'process_status')).toEqual([0]);
    expect(alarmsOn(world, host)).toEqual(['instance=ptp4l-bc.ptp: major']);
    expect(textOf(world, host, 'instance=ptp4l-bc.ptp')).toBe(
      'worker-1 PTP service ptp4l@ptp4l-bc.service enabled but not running',
    );
    expect(alarmsOn(world, 'worker-7')).toContain('instance=ptp4l-oc.ptp=no-lock: major');
    recover(host);
    expect([ptpOf(world, host), alarmsOn(world, host), alarmsOn(world, 'worker-7')]).toEqual([
      ['LOCKED 6'],
      [],
      [],
    ]);
    expect(logOf(world, host, 'instance=ptp4l-bc.ptp', since)).toEqual(['set major', 'clear major']);
  });
});

describe('unsupported-timestamping', () => {
  it.each(['hardware', 'software', 'legacy'] as const)(
    'of mode %s is an alarm of the port',
    (timestamping) => {
      const { host, since } = start('unsupported-timestamping', { timestamping });
      audit();
      const entity = `ptp=enp24s0f0.unsupported=${timestamping}-timestamping`;
      expect([ptpOf(world, host), alarmsOn(world, host)]).toEqual([['FREERUN 248'], [`${entity}: major`]]);
      expect(textOf(world, host, entity)?.toLowerCase()).toBe(
        `controller-0 'enp24s0f0' does not support precision time protocol (ptp) ${timestamping} timestamping`,
      );
      recover(host);
      expect(logOf(world, host, entity, since)).toEqual(['set major', 'clear major']);
      expect(ptpOf(world, host)).toEqual(['LOCKED 6']);
    },
  );
});

describe('synce', () => {
  it('loses its source: holdover for its own time, then freerun; the time stays locked', () => {
    const { host, since } = start('synce-source-loss');
    audit();
    const entity = 'interface=enp94s0f0.synce=source-loss';
    expect(alarmsOn(world, host)).toEqual([`${entity}: major`]);
    expect(notified(world, host, '/sync/synce-status/lock-state')).toEqual(['HOLDOVER']);
    expect(notified(world, host, '/sync/synce-status/clock-quality')).toEqual(['15']);
    expect(ptpOf(world, host)).toEqual(['LOCKED 6']);
    world.clock.advance(6 * MINUTE);
    expect(alarmsOn(world, host)).toEqual([`${entity}: critical`]);
    expect(notified(world, host, '/sync/synce-status/lock-state')).toEqual(['FREERUN']);
    recover(host);
    expect(notified(world, host, '/sync/synce-status/clock-quality')).toEqual(['2']);
    expect(logOf(world, host, entity, since)).toEqual(['set major', 'set critical', 'clear critical']);
  });

  it('or its process', () => {
    const { host } = start('synce4l-crash');
    audit();
    expect(alarmsOn(world, host)).toEqual(['instance=synce1.synce=not-running: major']);
    recover(host);
    expect(alarmsOn(world, host)).toEqual([]);
  });
});

describe('ntp-loss', () => {
  it('is one server within five minutes, all of them after ten, and over within five', () => {
    const { host, since } = start('ntp-loss');
    expect(host).toBe('storage-1');
    world.clock.advance(5 * MINUTE + SECOND);
    expect(alarmsOn(world, host)).toEqual(['ntp=10.10.20.7: minor']);
    world.clock.advance(10 * MINUTE);
    expect(alarmsOn(world, host)).toEqual([
      'ntp: major',
      'ntp=10.10.20.7: minor',
      'ntp=10.10.20.8: minor',
      'ntp=10.10.20.9: minor',
    ]);
    world.timing.end({ host });
    world.clock.advance(5 * MINUTE + SECOND);
    expect(alarmsOn(world, host)).toEqual([]);
    expect(logOf(world, host, 'ntp', since)).toEqual(['set major', 'clear major']);
  });
});

describe.each([
  ['forced-source', 'phc2sys=phc2sys-ha.phc2sys=forced-clock-selection'],
  ['tspll-mismatch', 'interface=enp24s0f0.ptp=tspll-cfg-mismatch'],
] as const)('%s', (scenario, entity) => {
  it('is an alarm of the configuration, and no loss of lock', () => {
    const { host, since } = start(scenario);
    audit();
    expect(alarmsOn(world, host)).toEqual([`${entity}: major`]);
    expect(ptpOf(world, host)[0]).toBe('LOCKED 6');
    recover(host);
    expect(logOf(world, host, entity, since)).toEqual(['set major', 'clear major']);
  });
});
