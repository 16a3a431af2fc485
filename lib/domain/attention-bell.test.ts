import { describe, expect, it } from 'vitest';
import type { Alarm, Severity } from './alarm';
import {
  type AttentionTaste,
  type Bell,
  notices,
  QUIET,
  REPEAT_MS,
  readTaste,
  ring,
  ringsAgainAt,
  STILL,
  withSeverity,
} from './attention-bell';

const alarm = (id: string, severity: Severity = 'critical'): Alarm => ({
  id,
  alarmId: '200.004',
  severity,
  entity: 'host=worker-1',
  entityType: null,
  reason: 'worker-1 failed',
  repair: null,
  probableCause: null,
  type: null,
  raisedAt: 0,
  managementAffecting: false,
  degradeAffecting: false,
  serviceAffecting: null,
  suppressed: false,
});
const ALL: AttentionTaste = {
  sound: ['critical', 'major', 'minor', 'warning'],
  notify: ['critical', 'major', 'minor', 'warning'],
};
const never = () => false;
const always = () => true;

describe('a sound', () => {
  it.each<[string, Severity[], AttentionTaste, Severity | null]>([
    ['off by default', ['critical'], QUIET, null],
    ['one for the worst', ['critical', 'major', 'warning'], ALL, 'critical'],
    ['of a severity that is on', ['critical', 'minor'], { ...QUIET, sound: ['minor'] }, 'minor'],
    ['none for a severity that is off', ['warning'], { ...QUIET, sound: ['critical'] }, null],
    ['none without news', [], ALL, null],
  ])('%s', (_, severities, taste, play) => {
    const news = severities.map((severity, index) => alarm(String(index), severity));
    expect(ring(STILL, news, never, taste, 0).play).toBe(play);
  });

  /** Ticks of one second: when it sounded. */
  function sounds(
    seconds: number,
    open: (now: number) => boolean,
    taste = ALL,
    first = [alarm('a')],
  ): number[] {
    let bell: Bell = STILL;
    const heard: number[] = [];
    for (let now = 0; now <= seconds * 1_000; now += 1_000) {
      const step = ring(bell, now === 0 ? first : [], () => open(now), taste, now);
      bell = step.bell;
      if (step.play) heard.push(now / 1_000);
    }
    return heard;
  }

  it('of a critical alarm repeats until it is marked as seen', () => {
    const every = REPEAT_MS / 1_000;
    expect(sounds(35, always)).toEqual([0, every, 2 * every, 3 * every]);
    expect(sounds(35, (now) => now < 15_000)).toEqual([0, every]);
  });

  it('of any other is heard once', () => {
    expect(sounds(35, always, ALL, [alarm('a', 'major')])).toEqual([0]);
  });

  it('ends when it is turned off', () => {
    const ringing = ring(STILL, [alarm('a')], always, ALL, 0).bell;
    expect(ringsAgainAt(ringing)).toBe(REPEAT_MS);
    const off = ring(ringing, [], always, { ...ALL, sound: ['major'] }, REPEAT_MS);
    expect(off.play).toBeNull();
    expect(ringsAgainAt(off.bell)).toBeNull();
  });

  it('of another alarm puts the repetition off', () => {
    let { bell } = ring(STILL, [alarm('a')], always, ALL, 0);
    bell = ring(bell, [alarm('b', 'minor')], always, ALL, 9_000).bell;
    expect(ring(bell, [], always, ALL, REPEAT_MS).play).toBeNull();
    expect(ring(bell, [], always, ALL, 9_000 + REPEAT_MS).play).toBe('critical');
  });

  it('rings on while one of several is unseen', () => {
    const { bell } = ring(STILL, [alarm('a'), alarm('b')], always, ALL, 0);
    const later = ring(bell, [], (id) => id === 'b', ALL, REPEAT_MS);
    expect(later.play).toBe('critical');
    expect([...later.bell.ringing]).toEqual(['b']);
  });
});

describe('messages of the desktop', () => {
  it('are none by default, and one for each of a few', () => {
    expect(notices([alarm('a')], QUIET)).toEqual([]);
    expect(notices([alarm('a/b'), alarm('c', 'minor')], { ...QUIET, notify: ['critical'] })).toEqual([
      {
        tag: 'a/b',
        title: 'Critical 200.004',
        body: 'worker-1 failed\nhost=worker-1',
        href: '/alarms?open=a%2Fb',
      },
    ]);
  });

  it('are one for a flood', () => {
    const flood = [alarm('c'), ...Array.from({ length: 40 }, (_, n) => alarm(`m${n}`, 'major'))];
    expect(notices(flood, ALL)).toEqual([
      { tag: 'flood', title: '41 new alarms', body: '1 critical, 40 major', href: '/alarms' },
    ]);
  });
});

describe('what a browser has stored', () => {
  it.each([
    [null, QUIET],
    ['', QUIET],
    ['{', QUIET],
    ['"critical"', QUIET],
    ['{"sound":"critical"}', QUIET],
    [
      '{"sound":["minor","loud","critical"],"notify":[1,"major"]}',
      { sound: ['critical', 'minor'], notify: ['major'] },
    ],
  ])('%s', (text, taste) => {
    expect(readTaste(text)).toEqual(taste);
  });

  it('is turned on and off by severity, worst first', () => {
    expect(withSeverity(['minor'], 'critical', true)).toEqual(['critical', 'minor']);
    expect(withSeverity(['critical', 'minor'], 'critical', false)).toEqual(['minor']);
  });
});
