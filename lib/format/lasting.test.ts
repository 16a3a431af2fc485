import { expect, it } from 'vitest';
import type { Lasting } from '@/lib/domain/event-lasting';
import { lastingSeconds, lastingWords } from './lasting';

it.each<[Lasting, boolean, string, number | null]>([
  [{ kind: 'stood', ms: 1_800_900 }, true, 'cleared after 30 m', 1_800],
  [{ kind: 'stood', ms: 1_800_900 }, false, 'stood 30 m', 1_800],
  [{ kind: 'over', ms: 10_800_000 }, false, 'stood over 3 h', 10_800],
  [{ kind: 'stands', since: 1_000 }, true, 'still stands, 1 m', 61],
  // The platform's clock may be ahead of ours.
  [{ kind: 'stands', since: 99_000 }, true, 'still stands, 0 s', 0],
  [{ kind: 'gone' }, true, 'stands no more', null],
  [{ kind: 'unknown' }, true, 'Unknown', null],
])('%j beside a raise %s: %s', (lasting, raise, words, seconds) => {
  expect(lastingWords(lasting, raise, 62_000)).toBe(words);
  expect(lastingSeconds(lasting, 62_000)).toBe(seconds);
});
