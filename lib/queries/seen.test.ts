import { describe, expect, it } from 'vitest';
import type { ReadAnswer } from '@/lib/domain/reading';
import type { Failure } from '@/lib/domain/result';
import { patchOf } from '@/lib/domain/row-patch';
import { addAnswer, isStale, type Seen } from './seen';

const down: Failure = { kind: 'unavailable', message: 'sysinv does not answer.' };
const hosts = ['worker-0'];
const first: ReadAnswer<string[]> = {
  value: { data: hosts, version: 'v1', asOf: 1_000 },
  nextInMs: 5_000,
  paceMs: 5_000,
};

describe('addAnswer', () => {
  it('takes a first value', () => {
    expect(addAnswer(undefined, first, 1_100)).toMatchObject({
      data: hosts,
      version: 'v1',
      asOf: 1_000,
      nextAt: 6_100,
      misses: 0,
    });
  });

  it('keeps the identity of an unchanged value and moves its date', () => {
    const seen = addAnswer(
      addAnswer(undefined, first, 1_100),
      { value: { unchanged: true, asOf: 6_000 }, nextInMs: 5_000, paceMs: 5_000 },
      6_100,
    );
    expect(seen.data).toBe(hosts);
    expect(seen).toMatchObject({ version: 'v1', asOf: 6_000 });
  });

  it('makes the newer value of the one it holds and what changed', () => {
    const row = (n: number, state: string) => ({ id: `worker-${n}`, state });
    const list = { hosts: Array.from({ length: 10 }, (_, n) => row(n, 'available')) };
    const newer = { hosts: list.hosts.with(4, row(4, 'failed')) };
    const patch = patchOf('v1', list, newer);
    if (!patch) throw new Error('a patch was expected');
    const before = addAnswer(
      undefined,
      { value: { data: list, version: 'v1', asOf: 1_000 }, nextInMs: 5_000, paceMs: 5_000 },
      1_100,
    );
    const answer = { value: { patch, version: 'v2', asOf: 6_000 }, nextInMs: 5_000, paceMs: 5_000 };
    const seen = addAnswer(before, answer, 6_100);
    expect(seen).toMatchObject({ data: newer, version: 'v2', asOf: 6_000, nextAt: 11_100 });
    expect(seen.data?.hosts[0]).toBe(list.hosts[0]);
    // Of a version that is no longer held: the old value stays with its old date, and the whole is asked for at once.
    const late = addAnswer({ ...before, version: 'v0' }, answer, 6_100);
    expect(late).toMatchObject({ data: list, asOf: 1_000, nextAt: 0 });
    expect(late.version).toBeUndefined();
  });

  it('keeps the last good value beside an error, and its old date', () => {
    const seen = addAnswer(
      addAnswer(undefined, first, 1_100),
      { error: down, nextInMs: 1_000, paceMs: 5_000 },
      6_100,
    );
    expect(seen).toMatchObject({ data: hosts, asOf: 1_000, error: down, misses: 1 });
  });

  it('waits longer with each miss, at most about half a minute, and forgets it when an answer comes', () => {
    let seen: Seen<string[]> | undefined = addAnswer(undefined, first, 0);
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      seen = addAnswer(seen, { error: down, nextInMs: 250, paceMs: 5_000 }, 0);
      waits.push(seen.nextAt);
    }
    expect(waits[4]).toBeGreaterThan(waits[0] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(37_500);
    const back = addAnswer(seen, first, 0);
    expect(back.misses).toBe(0);
    expect(back.error).toBeUndefined();
  });
});

describe('isStale', () => {
  const seen = addAnswer(undefined, first, 1_100);
  it.each([
    ['right after', 1_200, false],
    ['one interval late', 7_000, false],
    ['older than two intervals', 15_000, true],
  ])('%s', (_, now, expected) => {
    expect(isStale(seen, now)).toBe(expected);
  });

  it('is stale as soon as a try failed', () => {
    expect(isStale({ ...seen, error: down }, 1_200)).toBe(true);
  });
});
