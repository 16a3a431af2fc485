import { describe, expect, it } from 'vitest';
import type { Alarm, Severity } from './alarm';
import { DEAF, type Ear, heardElsewhere, LONG_SILENCE_MS, listen } from './attention-news';

const alarm = (id: string, severity: Severity = 'critical', over: Partial<Alarm> = {}): Alarm => ({
  id,
  alarmId: '200.004',
  severity,
  entity: 'host=worker-1',
  entityType: null,
  reason: 'It is so.',
  repair: null,
  probableCause: null,
  type: null,
  raisedAt: 1_000,
  managementAffecting: false,
  degradeAffecting: false,
  serviceAffecting: null,
  suppressed: false,
  ...over,
});
const bothers = ({ suppressed }: Alarm): boolean => !suppressed;
const POLL = 30_000;

/** Listens to readings one poll apart; the ids that were news in each. */
function hear(...readings: Alarm[][]): string[][] {
  let ear: Ear = DEAF;
  return readings.map((alarms, index) => {
    const heard = listen(ear, alarms, bothers, index * POLL);
    ear = heard.ear;
    return heard.news.map(({ id }) => id);
  });
}

describe('news', () => {
  it('is nothing that stood when the page was loaded, and every new alarm once', () => {
    expect(hear([alarm('a')], [alarm('a')], [alarm('a'), alarm('b')], [alarm('a'), alarm('b')])).toEqual([
      [],
      [],
      ['b'],
      [],
    ]);
  });

  it('comes also into an empty cloud', () => {
    expect(hear([], [alarm('a', 'warning')])).toEqual([[], ['a']]);
  });

  it('is told worst first', () => {
    expect(hear([], [alarm('w', 'warning'), alarm('c'), alarm('m', 'major')])).toEqual([[], ['c', 'm', 'w']]);
  });

  it('is an alarm that was raised again under a new uuid, not one that was written over', () => {
    const again = alarm('a', 'critical', { raisedAt: 9_000, reason: 'It is 84.1 % now.' });
    expect(hear([], [alarm('a')], [again], [], [alarm('b')])).toEqual([[], ['a'], [], [], ['b']]);
  });

  it('is an alarm that got worse, not one that got better and back', () => {
    expect(
      hear([alarm('a', 'minor')], [alarm('a', 'major')], [alarm('a', 'minor')], [alarm('a', 'major')]),
    ).toEqual([[], ['a'], [], []]);
  });

  it('is nothing that was missing from one reading only', () => {
    expect(hear([alarm('a')], [], [alarm('a')])).toEqual([[], [], []]);
  });

  it('is nothing suppressed, nor what comes back into view when that is undone', () => {
    const hidden = alarm('a', 'critical', { suppressed: true });
    expect(hear([], [hidden], [alarm('a')])).toEqual([[], [], []]);
  });
});

describe('after a silence', () => {
  const before = listen(DEAF, [alarm('old')], bothers, 0).ear;

  it.each([
    ['a short one tells what came meanwhile, and nothing old', LONG_SILENCE_MS, ['new']],
    ['a long one is a new start', LONG_SILENCE_MS + 1, []],
  ])('%s', (_, asOf, told) => {
    const heard = listen(before, [alarm('old'), alarm('new')], bothers, asOf);
    expect(heard.news.map(({ id }) => id)).toEqual(told);
    // Either way everything is known now.
    expect(listen(heard.ear, [alarm('old'), alarm('new')], bothers, asOf + POLL).news).toEqual([]);
  });
});

describe('two tabs', () => {
  it('do not tell what the other has told, unless it got worse since', () => {
    const ear = heardElsewhere(listen(DEAF, [], bothers, 0).ear, [{ id: 'a', severity: 'major' }], POLL);
    expect(listen(ear, [alarm('a', 'major')], bothers, POLL).news).toEqual([]);
    expect(listen(ear, [alarm('a', 'critical')], bothers, POLL).news).toHaveLength(1);
  });

  it('that has read nothing yet learns nothing: its first reading is all old anyway', () => {
    expect(heardElsewhere(DEAF, [{ id: 'a', severity: 'major' }], POLL)).toBe(DEAF);
  });
});
