import { describe, expect, it } from 'vitest';
import type { AlarmMarkEntry } from './alarm-mark';
import { raisesSaid } from './alarm-raises';

const now = { id: 'a', raisedAt: 900 };
const entry = (raisedAt: number, deed: AlarmMarkEntry['deed'], at: number, id = 'a'): AlarmMarkEntry => ({
  id: `${raisedAt} ${at}`,
  alarm: { id, raisedAt },
  by: deed === 'cleared' ? '' : 'ann',
  at,
  deed,
  text: '',
  until: null,
});
/** As the store gives it: newest first. */
const history = {
  entries: [
    entry(900, 'note', 950),
    entry(500, 'cleared', 600),
    entry(500, 'note', 560),
    entry(500, 'seen', 550),
    entry(100, 'cleared', 200, 'b'),
    entry(100, 'note', 150, 'b'),
    entry(50, 'cleared', 60, 'c'),
  ],
  more: false,
};

describe('what was said of an alarm, raise by raise', () => {
  it('leaves out what stands, and raises of which nobody said anything', () => {
    expect(
      raisesSaid(history, now).map(({ alarm, clearedBy, said }) => [
        alarm.raisedAt,
        clearedBy,
        said.map(({ deed }) => deed),
      ]),
    ).toEqual([
      [500, 600, ['seen', 'note']],
      [100, 200, ['note']],
    ]);
  });

  it('has them all once the alarm is gone, the last one first, even before its clear was noticed', () => {
    const raises = raisesSaid(history, null);
    expect(raises.map(({ alarm }) => alarm.raisedAt)).toEqual([900, 500, 100]);
    expect(raises[0]?.clearedBy).toBeNull();
  });

  it('tells raises under one uuid apart', () => {
    expect(raisesSaid(history, { id: 'a', raisedAt: 500 }).map(({ alarm }) => alarm.raisedAt)).toEqual([
      900, 100,
    ]);
  });
});
