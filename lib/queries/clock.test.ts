import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const clock = async () => await import('./clock');
beforeEach(() => vi.resetModules());

it('is this browser’s time where that may be right, however slow the link', async () => {
  const { noteServerTime, serverSkew } = await clock();
  noteServerTime(5_000, 1_000, 60_000);
  noteServerTime(5_000, 4_990, 5_010);
  expect(serverSkew()).toBe(0);
});

it('follows a clock that cannot be right, no further than the answer proves', async () => {
  const { noteServerTime, serverSkew } = await clock();
  noteServerTime(100_000, 1_000, 3_000);
  expect(serverSkew()).toBe(97_000);
  // A quicker answer says more, a slow one nothing against it.
  noteServerTime(101_000, 2_900, 3_000);
  expect(serverSkew()).toBe(98_000);
  noteServerTime(120_000, 10_000, 40_000);
  expect(serverSkew()).toBe(98_000);
  // The browser's clock was set.
  noteServerTime(200_000, 200_100, 200_200);
  expect(serverSkew()).toBe(-100);
});

it('leaves alone what clocks differ by anyway', async () => {
  const { noteServerTime, serverSkew } = await clock();
  noteServerTime(10_200, 10_000, 10_050);
  noteServerTime(19_900, 20_000, 20_050);
  expect(serverSkew()).toBe(0);
});

describe('a page', () => {
  const OPENED = 1_000_000;
  /** The browser's clock half a minute after the page was opened, whose first byte came after 400 ms. */
  beforeEach(() => {
    vi.spyOn(Date, 'now').mockReturnValue(OPENED + 30_000);
    vi.stubGlobal('performance', { now: () => 30_000, getEntriesByType: () => [{ responseStart: 400 }] });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it.each([
    ['a right clock, code that came late', OPENED + 300, 0],
    ['a clock that is behind', OPENED + 97_300, 96_900],
    ['a clock that is ahead', OPENED - 60_000, -60_000],
  ])('as a document: %s', async (_, stamp, skew) => {
    const { notePageTime, serverSkew } = await clock();
    notePageTime(stamp, true);
    expect(serverSkew()).toBe(skew);
  });

  it.each([
    ['drawn just now', OPENED + 29_900, 0],
    ['kept from before', OPENED - 600_000, 0],
    ['drawn later than now: a clock that is behind', OPENED + 127_000, 97_000],
  ])('by a link: %s', async (_, stamp, skew) => {
    const { notePageTime, serverSkew } = await clock();
    notePageTime(stamp, false);
    expect(serverSkew()).toBe(skew);
  });
});
