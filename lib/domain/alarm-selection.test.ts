import { describe, expect, it } from 'vitest';
import { outcomeWords, selectionOutcome } from './alarm-selection';
import { type Failure, fail, ok } from './result';

const alarm = { id: 'a', raisedAt: 1 };
const marked = { alarm, answer: ok(null) };
const gone = { alarm, answer: fail({ kind: 'not-found', message: 'gone' }) };
const away: Failure = { kind: 'unavailable', service: 'store', message: 'away' };
const refused = { alarm, answer: fail(away) };

describe('a selection that was marked as seen', () => {
  it.each([
    [
      'all',
      { answers: [marked, marked], refusal: null },
      2,
      '2 alarms marked as seen',
      'Kept in Roost',
      null,
    ],
    [
      'one that cleared',
      { answers: [marked, gone], refusal: null },
      2,
      '1 alarm marked as seen',
      '1 cleared meanwhile',
      null,
    ],
    [
      'none of it',
      { answers: [], refusal: away },
      2,
      '0 alarms marked as seen',
      '2 could not be',
      '2 alarms were not marked as seen',
    ],
    [
      'the second part not',
      { answers: [marked, gone], refusal: away },
      3,
      '1 alarm marked as seen',
      '1 cleared meanwhile, 1 could not be',
      '1 alarm was not marked as seen',
    ],
    [
      'one of them not',
      { answers: [marked, refused], refusal: null },
      2,
      '1 alarm marked as seen',
      '1 could not be',
      '1 alarm was not marked as seen',
    ],
    [
      'the only one not',
      { answers: [refused], refusal: null },
      1,
      '0 alarms marked as seen',
      '1 could not be',
      'The alarm was not marked as seen',
    ],
  ] as const)('%s', (_, answer, chosen, title, detail, what) => {
    const outcome = selectionOutcome(answer, chosen);
    expect(outcomeWords(outcome, chosen)).toEqual({ title, detail });
    expect(outcome.failure?.what ?? null).toBe(what);
    if (what) expect(outcome.failure?.error).toBe(away);
  });
});
