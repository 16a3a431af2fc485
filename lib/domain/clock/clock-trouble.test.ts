import { describe, expect, it } from 'vitest';
import { findings } from '../attention';
import { hostTrouble, needsLook } from '../host-trouble';
import { testAlarm } from '../test-facts';
import { clockRows } from './clock-row';
import { clockAttention } from './clock-trouble';
import { deriveClocks } from './derive';
import type { ClockInputs } from './host-clock';
import { HOUR, MINUTE, NOW, testInputs, testPtpHost, testReading, testSource } from './test-clocks';

const NO_TREE = { roots: [], unplaced: [], ntp: [], none: [] };
const duration = (ms: number) => `${ms / MINUTE} m`;
const attention = (changes: Partial<ClockInputs> = {}) => {
  const inputs = testInputs(changes);
  return clockAttention(clockRows(deriveClocks(inputs), NO_TREE), inputs.alarms ?? [], duration);
};
const host = testPtpHost('worker-0');
const trouble = (changes: Partial<ClockInputs> = {}) => attention(changes).byHost.get(host.id) ?? null;
const noLock = (changes = {}) =>
  testAlarm({
    ...{ id: 'no-lock', alarmId: '100.119', severity: 'major', raisedAt: NOW - HOUR },
    ...{ entity: 'host=worker-0.instance=ptp4l.ptp=no-lock', reason: 'worker-0 is not locked.' },
    ...changes,
  });

describe('what is wrong with a clock', () => {
  it('is nothing while no alarm stands, and nothing that a host or fault management already says', () => {
    expect(trouble()).toBeNull();
    expect(trouble({ hosts: [testPtpHost('worker-0', { administrative: 'locked' })] })).toBeNull();
    expect(trouble({ hosts: [testPtpHost('worker-0', { availability: 'failed' })] })).toBeNull();
    expect(trouble({ fmTrouble: 'FM is down' })).toBeNull();
    expect(trouble({ config: null })).toBeNull();
  });

  it('is freerun in the platform’s words, and counts although its alarm is suppressed', () => {
    const said = trouble({ alarms: [noLock({ suppressed: true })] });
    expect(said).toMatchObject({
      rank: 'freerun',
      glyph: { family: 'clock', state: 'freerun' },
      headline: 'worker-0 clock runs free. worker-0 is not locked',
      alarms: ['no-lock'],
      hidden: true,
    });
    expect(needsLook('freerun')).toBe(true);
  });

  it('is a reading that is expected and missing', () => {
    const live = { readings: [], sources: [testSource({ trouble: 'timeout' })] };
    expect(trouble({ live })).toMatchObject({ rank: 'unknown', glyph: { state: 'unknown' } });
  });

  it.each([
    [3 * HOUR, 'out-of-tolerance', false],
    [HOUR, 'holdover', true],
    [0, 'holdover', true],
    [null, 'holdover', true],
  ] as const)('is a holdover with %s ms left: %s', (leftMs, rank, asks) => {
    const inputs = testInputs({
      live: {
        readings: [testReading({ quantity: 'ptp-lock', value: 'holdover' })],
        sources: [testSource()],
      },
    });
    const clocks = deriveClocks(inputs).map((clock) => ({
      ...clock,
      holdover: { since: null, totalMs: 4 * HOUR, leftMs },
    }));
    const found = clockAttention(clockRows(clocks, NO_TREE), [], duration).byHost.get(host.id);
    expect(found?.rank).toBe(rank);
    expect(found && needsLook(found.rank)).toBe(asks);
    expect(found?.headline).toContain(
      leftMs === null
        ? 'worker-0 clock is in holdover'
        : leftMs === 0
          ? 'its time is up'
          : `${leftMs / MINUTE} m left`,
    );
  });

  it('is one finding when a source is silent for many', () => {
    const hosts = [0, 1, 2, 3, 4].map((n) => testPtpHost(`worker-${n}`));
    const names = hosts.flatMap(({ hostname }) => (hostname === null ? [] : [hostname]));
    const config = testInputs().config;
    const all = config && {
      ...config,
      instances: config.instances.map((instance) => ({ ...instance, hosts: names })),
    };
    const clocks = attention({
      ...{ hosts, config: all },
      live: { readings: [], sources: [testSource({ hosts: names, trouble: 'timeout' })] },
    });
    expect(clocks).toEqual({ byHost: new Map(), silent: 5 });
    const read = { hosts: { hosts, unreadable: [] }, alarms: { alarms: [], unreadable: [], capped: false } };
    expect(findings({ ...read, clocks }).map(({ headline, rank }) => [rank, headline])).toEqual([
      ['unknown', '5 clocks give no reading: their live source is silent'],
    ]);
  });
});

describe('the trouble with a host', () => {
  const alarm = noLock();
  const clock = trouble({ alarms: [alarm] });

  it('says a clock’s alarm once, as urgent as the worse of both', () => {
    expect(hostTrouble(host, [alarm], clock)).toMatchObject({
      rank: 'freerun',
      glyph: { family: 'clock', state: 'freerun' },
    });
    expect(hostTrouble(host, [{ ...alarm, severity: 'critical' }], clock)).toMatchObject({
      rank: 'critical',
      glyph: { family: 'clock', state: 'freerun' },
    });
  });

  it('is worse than its clock where it failed, and its clock where it is only degraded', () => {
    const failed = { ...host, availability: 'failed', operational: 'disabled' };
    expect(hostTrouble(failed, [alarm], clock)?.rank).toBe('failed');
    expect(hostTrouble({ ...host, availability: 'degraded' }, [], clock)?.rank).toBe('freerun');
  });
});
