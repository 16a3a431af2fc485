import { describe, expect, it } from 'vitest';
import { type Capacity, type Claim, capacityOf, usedShare } from './capacity';

/** Numbers that are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Case = { seed: number; size: number | null; free: number | null; claims: Claim[] };

/** Sizes as platforms say them, and as broken ones do: not at all, negative, far too much. */
function arbitrary(seed: number): Case {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const odd = (bytes: number) => (random() < 0.08 ? null : random() < 0.04 ? -bytes : bytes);
  const size = odd(upTo(2 ** 42));
  const whole = Math.abs(size ?? 2 ** 40);
  const free = random() < 0.1 ? null : odd(upTo(random() < 0.1 ? whole * 3 : whole));
  const claims = Array.from({ length: upTo(6) }, (_, n) => ({
    key: `claim ${n}`,
    bytes: odd(upTo(random() < 0.1 ? whole * 2 : Math.floor(whole / 4))),
    pending: random() < 0.3,
  }));
  return { seed, size, free, claims };
}

const CASES = Array.from({ length: 3000 }, (_, seed) => arbitrary(seed));
const of = ({ size, free, claims }: Case): Capacity => capacityOf(size, free, claims);
const total = (parts: readonly { bytes: number }[]) => parts.reduce((all, { bytes }) => all + bytes, 0);

describe('whatever the platform says', () => {
  it('the parts of a bar add up to the whole, none of them negative or empty', () => {
    for (const one of CASES) {
      const { bar } = of(one);
      if (!bar) continue;
      expect([one.seed, total(bar.parts)]).toEqual([one.seed, bar.totalBytes]);
      expect(bar.parts.every(({ bytes }) => bytes > 0 && bytes <= bar.totalBytes)).toBe(true);
    }
  });

  it('used and free add up to the size, or neither is known', () => {
    for (const one of CASES) {
      const { usedBytes, freeBytes } = of(one);
      expect([one.seed, usedBytes === null]).toEqual([one.seed, freeBytes === null]);
      if (usedBytes !== null && freeBytes !== null)
        expect([one.seed, usedBytes + freeBytes]).toEqual([one.seed, one.size]);
    }
  });

  it('the share is between none and all', () => {
    for (const one of CASES) {
      const share = usedShare(of(one));
      if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
    }
  });

  it('what is free in the bar is what is free in the figures', () => {
    for (const one of CASES) {
      const { bar, freeBytes } = of(one);
      const free = total((bar?.parts ?? []).filter(({ kind }) => kind === 'free'));
      expect([one.seed, free]).toEqual([one.seed, freeBytes ?? 0]);
    }
  });

  it('a size that is not said has no bar, and free space that is not said is unknown, never free', () => {
    for (const one of CASES) {
      const { bar, freeBytes, otherBytes } = of(one);
      if (one.size === null) expect(bar).toBeNull();
      if (one.free === null || one.size === null) {
        expect([freeBytes, otherBytes]).toEqual([null, null]);
        expect(bar?.parts.some(({ kind }) => kind === 'free' || kind === 'other') ?? false).toBe(false);
      }
    }
  });

  it('a claim is drawn as large as it is, or what is wrong is said', () => {
    for (const one of CASES) {
      const { bar, odds } = of(one);
      if (!bar || odds.some(({ odd }) => odd === 'claims')) continue;
      for (const { key, bytes } of one.claims) {
        if (bytes === null || bytes <= 0) continue;
        expect([one.seed, key, bar.parts.find((part) => part.key === key)?.bytes]).toEqual([
          one.seed,
          key,
          bytes,
        ]);
      }
    }
  });

  it('counts in one unit: a thousand times as much is drawn the same', () => {
    for (const one of CASES) {
      const times = (bytes: number | null) => (bytes === null ? null : bytes * 1024);
      const larger = capacityOf(
        times(one.size),
        times(one.free),
        one.claims.map((claim) => ({ ...claim, bytes: times(claim.bytes) })),
      );
      expect(larger.bar?.parts).toEqual(
        of(one).bar?.parts.map((part) => ({ ...part, bytes: part.bytes * 1024 })),
      );
    }
  });
});

describe('a disk of 100', () => {
  const claim = (bytes: number | null, pending = false): Claim => ({ key: `${bytes}`, bytes, pending });
  const parts = ({ bar }: Capacity) => bar?.parts.map(({ kind, bytes }) => `${kind} ${bytes}`);

  it.each<[string, Capacity, string[]]>([
    ['with a partition', capacityOf(100, 40, [claim(50)]), ['named 50', 'other 10', 'free 40']],
    ['empty', capacityOf(100, 100, []), ['free 100']],
    ['free space not said', capacityOf(100, null, [claim(30)]), ['named 30', 'unknown 70']],
    ['more free than there is', capacityOf(100, 140, [claim(30)]), ['named 30', 'unknown 70']],
    ['partitions larger than what is taken', capacityOf(100, 40, [claim(80)]), ['other 60', 'free 40']],
    [
      'a partition to come, left out of the free',
      capacityOf(100, 40, [claim(50), claim(10, true)]),
      [...['named 50', 'pending 10', 'free 40']],
    ],
    [
      'a partition to come, asked for just now',
      capacityOf(100, 50, [claim(50), claim(10, true)]),
      [...['named 50', 'pending 10', 'free 40']],
    ],
    [
      'more to come than there is room',
      capacityOf(100, 10, [claim(90), claim(30, true)]),
      [...['named 90', 'pending 10']],
    ],
    ['a partition without a size', capacityOf(100, 40, [claim(null)]), ['other 60', 'free 40']],
  ])('%s', (_, capacity, expected) => {
    expect(parts(capacity)).toEqual(expected);
  });

  it('says what does not add up', () => {
    expect(capacityOf(100, 140, []).odds).toEqual([{ odd: 'free', freeBytes: 140, totalBytes: 100 }]);
    expect(capacityOf(100, 40, [claim(80)]).odds).toEqual([
      { odd: 'claims', claimedBytes: 80, takenBytes: 60 },
    ]);
    expect(capacityOf(100, 40, [claim(60)]).odds).toEqual([]);
  });

  it('does not claim that the rest is other things while a claim has no size', () => {
    expect(capacityOf(100, 40, [claim(null)]).otherBytes).toBeNull();
    expect(capacityOf(100, 40, [claim(20)]).otherBytes).toBe(40);
  });
});
