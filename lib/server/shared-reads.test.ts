import { describe, expect, it, vi } from 'vitest';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import type { Session } from './session-types';
import { SharedReads, type Source } from './shared-reads';

const refusedToken: Failure = { kind: 'unauthenticated', message: 'no' };
const down: Failure = { kind: 'unavailable', message: 'sysinv does not answer.' };

function session(id: string, roles: string[] = ['admin'], issuedAt = 0): Session {
  return {
    id,
    token: `token-${id}`,
    userId: `user-${id}`,
    projectId: 'p1',
    viewer: { userName: id, domainName: 'Default', projectName: 'admin', roles },
    issuedAt,
    endsAt: 10_000_000,
  };
}

function setUp(validate: (session: Session) => Promise<Result<unknown>> = async () => ok(null)) {
  let now = 1_000;
  const refused: string[] = [];
  const validated: string[] = [];
  const outcomes: string[] = [];
  const reads = new SharedReads({
    now: () => now,
    validate: (who) => {
      validated.push(who.id);
      return validate(who);
    },
    onRefused: (who) => refused.push(who.id),
    onRead: (_view, outcome) => outcomes.push(outcome),
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { reads, refused, validated, outcomes, pass };
}

function source<T>(load: Source<T>['load'], freshForMs = 5_000, key = 'hosts {}'): Source<T> {
  return { key, load, freshForMs: () => freshForMs };
}

describe('SharedReads', () => {
  it('asks the platform once for everyone who asks at the same time, and again only when due', async () => {
    const { reads, outcomes, pass } = setUp();
    const load = vi.fn(async () => ok('hosts'));
    const all = await Promise.all(['a', 'b', 'c'].map((id) => reads.read(session(id), source(load))));
    expect(all.map((reading) => reading.value?.data)).toEqual(['hosts', 'hosts', 'hosts']);
    await reads.read(session('d'), source(load));
    expect(load).toHaveBeenCalledTimes(1);
    expect(outcomes).toEqual(['miss', 'join', 'join', 'hit']);
    pass(5_001);
    await reads.read(session('a'), source(load));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps the last values before the newest for those who hold them, in their access class alone', async () => {
    const { reads, pass } = setUp();
    const answers = [1, 2, 2, 3, 4, 5].map((n) => ({ hosts: [n] }));
    const load = async () => ok(answers.shift() ?? { hosts: [] });
    const versions: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      versions.push((await reads.read(session('a'), source(load))).value?.version ?? '');
      pass(5_001);
    }
    const held = (version: string | undefined, who = session('b')) =>
      reads.earlier(who, 'hosts {}', version ?? '')?.data;
    expect(versions.map((version) => held(version))).toEqual([
      undefined,
      { hosts: [2] },
      { hosts: [2] },
      { hosts: [3] },
      { hosts: [4] },
      undefined,
    ]);
    expect(held(versions[3], session('c', ['reader']))).toBeUndefined();
    expect(reads.earlier(session('a'), 'alarms {}', versions[3] ?? '')).toBeUndefined();
  });

  it('lets a value take over from the one before it, never from another class, nor from a failure', async () => {
    const { reads, pass } = setUp();
    const answers: Result<number[]>[] = [ok([1]), fail(down), ok([2]), ok([2])];
    const told: unknown[] = [];
    const kept: Source<number[]> = {
      ...source(async () => answers.shift() ?? ok([9])),
      keep: (data, before, now) => {
        told.push([before?.data, before?.asOf, now]);
        return [...(before?.data ?? []), ...data].slice(-3);
      },
    };
    const values: unknown[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      values.push((await reads.read(session('a'), kept)).value?.data);
      pass(5_001);
    }
    expect(values).toEqual([[1], [1], [1, 2], [1, 2, 2]]);
    expect((await reads.read(session('c', ['reader']), kept)).value?.data).toEqual([9]);
    expect(told).toEqual([
      [undefined, undefined, 1_000],
      [[1], 1_000, 11_002],
      [[1, 2], 11_002, 16_003],
      [undefined, undefined, 21_004],
    ]);
  });

  it('reads anew for whoever asks by hand, but not oftener than once a second however many do', async () => {
    const { reads, pass } = setUp();
    const load = vi.fn(async () => ok('hosts'));
    await reads.read(session('a'), source(load));
    pass(999);
    await reads.read(session('a'), source(load), true);
    expect(load).toHaveBeenCalledTimes(1);
    pass(1);
    await Promise.all(['a', 'b', 'c'].map((id) => reads.read(session(id), source(load), true)));
    expect(load).toHaveBeenCalledTimes(2);
    await reads.read(session('d'), source(load), true);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('tries a failed reading again for whoever asks by hand, whatever the backing off', async () => {
    const { reads, pass } = setUp();
    let away = true;
    const load = vi.fn(async () => (away ? fail(down) : ok('hosts')));
    for (const _ of [1, 2, 3, 4, 5]) {
      await reads.read(session('a'), source(load));
      pass(40_000);
    }
    await reads.read(session('a'), source(load));
    const tries = load.mock.calls.length;
    away = false;
    pass(1_500);
    expect((await reads.read(session('a'), source(load))).error).toBeDefined();
    expect(load).toHaveBeenCalledTimes(tries);
    const reading = await reads.read(session('a'), source(load), true);
    expect(reading.value?.data).toBe('hosts');
    expect(reading.error).toBeUndefined();
  });

  it('costs the platform the same for one viewer and for two hundred', async () => {
    const requestsOf = async (viewers: number) => {
      const { reads, pass } = setUp();
      const load = vi.fn(async () => ok('hosts'));
      const people = Array.from({ length: viewers }, (_, i) => session(`v${i}`));
      for (let second = 0; second < 60; second += 1) {
        await Promise.all(people.map((person) => reads.read(person, source(load))));
        pass(1_000);
      }
      return load.mock.calls.length;
    };
    expect(await requestsOf(200)).toBe(await requestsOf(1));
  });

  it('makes readings of a class due together, whenever they were taken, at no more requests', async () => {
    const { reads, pass } = setUp();
    const who = session('a');
    const loads = Array.from({ length: 4 }, () => vi.fn(async () => ok('x')));
    const views = loads.map((load, n) => ({
      source: source(load, [5_000, 15_000, 15_000, 60_000][n], `view-${n}`),
      nextInMs: 0,
    }));
    // The page is opened, and its parts ask one after the other.
    for (const view of views) {
      view.nextInMs = (await reads.read(who, view.source)).nextInMs;
      for (const other of views) other.nextInMs -= 900;
      pass(900);
    }
    // Then for two minutes, as a tab does: those that are due, in one poll.
    let [polls, slowPolls, left] = [0, 0, 120_000];
    for (const load of loads) load.mockClear();
    for (;;) {
      const wait = Math.min(...views.map(({ nextInMs }) => nextInMs));
      left -= wait;
      if (left < 0) break;
      pass(wait);
      for (const view of views) view.nextInMs -= wait;
      const due = views.filter(({ nextInMs }) => nextInMs <= 0);
      for (const view of due) view.nextInMs = (await reads.read(who, view.source)).nextInMs;
      polls += 1;
      if (due.length > 1) slowPolls += 1;
    }
    expect([polls, slowPolls]).toEqual([24, 8]);
    expect(loads.map((load) => load.mock.calls.length)).toEqual([24, 8, 8, 2]);
  });

  it('leaves a reading alone that was taken out of turn just before it would be due, and keeps the turn', async () => {
    const { reads, pass } = setUp();
    const load = vi.fn(async () => ok('hosts'));
    await reads.read(session('a'), source(load));
    pass(4_000);
    expect((await reads.read(session('a'), source(load), true)).nextInMs).toBe(6_000);
    pass(1_000);
    reads.invalidate(['hosts']);
    expect((await reads.read(session('b'), source(load))).nextInMs).toBe(5_000);
    pass(2_500);
    expect((await reads.read(session('a'), source(load), true)).nextInMs).toBe(2_500);
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('gives each class a turn of its own', async () => {
    const { reads, pass } = setUp();
    const one = source(async () => ok('x'));
    await reads.read(session('a', ['admin']), one);
    pass(1_700);
    await reads.read(session('r', ['reader']), one);
    pass(4_000);
    const [admin, reader] = [session('a', ['admin']), session('r', ['reader'])];
    expect((await reads.read(admin, one)).nextInMs).toBe(4_300);
    expect((await reads.read(reader, one)).nextInMs).toBe(1_000);
  });

  it('never serves one class from the readings of another', async () => {
    const { reads } = setUp();
    const load = vi.fn(async (carrier: Session) => ok(carrier.viewer.roles.join()));
    const admin = await reads.read(session('a', ['admin']), source(load));
    const reader = await reads.read(session('r', ['reader']), source(load));
    expect([admin.value?.data, reader.value?.data]).toEqual(['admin', 'reader']);
  });

  it('shares a class whatever the order of its roles', async () => {
    const { reads } = setUp();
    const load = vi.fn(async () => ok('x'));
    await reads.read(session('a', ['admin', 'reader']), source(load));
    await reads.read(session('b', ['reader', 'admin']), source(load));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('carries the token that was proven longest ago, so that every session is proven in turn', async () => {
    const { reads, pass } = setUp();
    const carried: string[] = [];
    const load = async (carrier: Session) => {
      carried.push(carrier.id);
      return ok('x');
    };
    const people = ['a', 'b', 'c'].map((id) => session(id));
    for (let turn = 0; turn < 6; turn += 1) {
      for (const person of people) await reads.read(person, source(load));
      pass(5_001);
    }
    expect(new Set(carried)).toEqual(new Set(['a', 'b', 'c']));
  });

  it('drops a refused token from the class and goes on with the next; the refused one is told', async () => {
    const { reads, refused } = setUp(async (who) => (who.id === 'bad' ? fail(refusedToken) : ok(null)));
    const load = async (carrier: Session) => (carrier.id === 'bad' ? fail(refusedToken) : ok('x'));
    const [bad, good] = await Promise.all([
      reads.read(session('bad'), source(load)),
      reads.read(session('good', ['admin'], 500), source(load)),
    ]);
    expect(good.value?.data).toBe('x');
    expect(bad.value).toBeUndefined();
    expect(bad.error?.kind).toBe('unauthenticated');
    expect(refused).toContain('bad');
  });

  it('does not serve a session from the cache that has not been proven for ten minutes', async () => {
    const { reads, validated, pass } = setUp(async (who) =>
      who.id === 'old' ? fail(refusedToken) : ok(null),
    );
    const old = session('old', ['admin'], 1_000);
    const fresh = session('fresh', ['admin'], 1_000);
    const long = source(async () => ok('x'), 3_600_000);
    await reads.read(fresh, long);
    expect((await reads.read(old, long)).value?.data).toBe('x');
    pass(11 * 60_000);
    const later = await reads.read(old, long);
    expect(validated).toContain('old');
    expect(later).toMatchObject({ error: { kind: 'unauthenticated' } });
    expect(later.value).toBeUndefined();
  });

  it('keeps the last good value beside the reason why a newer one is missing, and backs off', async () => {
    const { reads, pass } = setUp();
    let answer: Result<string> = ok('first');
    const load = vi.fn(async () => answer);
    const who = session('a');
    const good = await reads.read(who, source(load));
    answer = fail(down);
    pass(5_001);
    const stale = await reads.read(who, source(load));
    expect(stale.value).toEqual(good.value);
    expect(stale.error).toEqual(down);
    await reads.read(who, source(load));
    expect(load).toHaveBeenCalledTimes(2);
    answer = ok('second');
    pass(2_000);
    const back = await reads.read(who, source(load));
    expect(back).toMatchObject({ value: { data: 'second' } });
    expect(back.error).toBeUndefined();
  });

  it('keeps the version, and the identity, of a value that did not change', async () => {
    const { reads, pass } = setUp();
    const who = session('a');
    const load = async () => ok({ hosts: ['worker-0'] });
    const first = await reads.read(who, source(load));
    pass(5_001);
    const second = await reads.read(who, source(load));
    expect(second.value?.version).toBe(first.value?.version);
    expect(second.value?.data).toBe(first.value?.data);
    expect(second.value?.asOf).toBeGreaterThan(first.value?.asOf ?? 0);
  });

  it('takes a new reading after a write, even when one was under way', async () => {
    const { reads } = setUp();
    const who = session('a');
    let release: (value: Result<string>) => void = () => {};
    const slow = new Promise<Result<string>>((resolve) => {
      release = resolve;
    });
    const load = vi
      .fn<Source<string>['load']>()
      .mockReturnValueOnce(slow)
      .mockResolvedValue(ok('after the write'));
    const before = reads.read(who, source(load));
    reads.invalidate(['host']);
    const after = reads.read(who, source(load));
    release(ok('before the write'));
    expect((await after).value?.data).toBe('after the write');
    await before;
    expect((await reads.read(who, source(load))).value?.data).toBe('after the write');
  });
});
