// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { WriteOutcome } from '@/lib/domain/write-outcome';

const asked = vi.hoisted(() => vi.fn());
vi.mock('@/lib/actions/write-outcome', () => ({ outcomeOf: asked }));
const { findOut, lostOf } = await import('./lost-answer');

const LOST = { kind: 'unavailable', service: 'console', message: 'gone', lost: 'id-1' } as const;
const REFUSED = { kind: 'refused', service: 'sysinv', status: 400, message: 'no' } as const;
const SILENT = { kind: 'unavailable', service: 'sysinv', status: 0, message: 'no answer' } as const;
const answers = (...list: (Result<WriteOutcome> | Error)[]) => {
  for (const one of list) {
    if (one instanceof Error) asked.mockRejectedValueOnce(one);
    else asked.mockResolvedValueOnce(one);
  }
};
const answered = (failure: typeof REFUSED | typeof SILENT | null) =>
  ok({ state: 'answered', failure } as const);
const find = (readAgain = vi.fn(async () => true)) =>
  findOut({ failure: LOST, at: 1 }, readAgain, new AbortController().signal);

beforeEach(() => {
  asked.mockReset();
  vi.useFakeTimers();
});

it('only an answer that is missing or cannot be read leaves anything open', () => {
  expect(lostOf(LOST, 5)).toEqual({ failure: LOST, at: 5 });
  expect(lostOf({ kind: 'unreadable', message: '' }, 5)).not.toBeNull();
  expect(lostOf(REFUSED, 5)).toBeNull();
});

it.each([
  [answered(null), { kind: 'accepted' }],
  [answered(REFUSED), { kind: 'refused', failure: REFUSED }],
  [answered(SILENT), { kind: 'unknown', failure: SILENT }],
  [ok({ state: 'unheard' } as const), { kind: 'unheard' }],
])('the console says %j', async (answer, found) => {
  answers(answer);
  expect(await find()).toEqual(found);
  expect(asked).toHaveBeenCalledWith('id-1');
});

it('asks on while there is no link, no session, or the write is still under way, and then reads until it can', async () => {
  answers(
    new TypeError('Failed to fetch'),
    fail({ kind: 'unauthenticated', message: '' }),
    ok({ state: 'under-way' }),
    answered(null),
  );
  const readAgain = vi.fn(async () => true);
  readAgain.mockResolvedValueOnce(false);
  const found = find(readAgain);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await found).toEqual({ kind: 'accepted' });
  expect(asked).toHaveBeenCalledTimes(4);
  expect(readAgain).toHaveBeenCalledTimes(2);
});

it('does not wait any longer once the link is back', async () => {
  answers(new TypeError('Failed to fetch'), answered(null));
  const found = find();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(await found).toEqual({ kind: 'accepted' });
});

it('asks nobody when it was the platform that was silent, and ends when nobody looks', async () => {
  const signal = new AbortController().signal;
  expect(await findOut({ failure: SILENT, at: 1 }, async () => true, signal)).toEqual({
    kind: 'unknown',
    failure: SILENT,
  });
  expect(asked).not.toHaveBeenCalled();
  const ending = new AbortController();
  answers(new TypeError('Failed to fetch'));
  const left = findOut({ failure: LOST, at: 1 }, async () => true, ending.signal);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveBeenCalled();
  ending.abort();
  expect(await left).toBeUndefined();
});
