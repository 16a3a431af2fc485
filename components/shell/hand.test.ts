import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHand, LONGEST_MS, REST_MS } from './hand';

describe('a hand', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is at work from the first movement until it has been still for a while', () => {
    const notify = vi.fn();
    const hand = createHand(notify);
    expect(hand.busy()).toBe(false);
    for (let n = 0; n < 5; n += 1) {
      hand.acts(false);
      expect(hand.busy()).toBe(true);
      vi.advanceTimersByTime(REST_MS - 100);
    }
    // Looked at once in a while: never too early, and never twice as late.
    vi.advanceTimersByTime(50);
    expect(hand.busy()).toBe(true);
    vi.advanceTimersByTime(REST_MS);
    expect(hand.busy()).toBe(false);
    expect(notify).toHaveBeenCalledTimes(2);
  });

  it('is at work while it is down, and a moment longer', () => {
    const hand = createHand(() => {});
    hand.acts(true);
    vi.advanceTimersByTime(5_000);
    expect(hand.busy()).toBe(true);
    hand.acts(false);
    vi.advanceTimersByTime(REST_MS / 2);
    expect(hand.busy()).toBe(true);
    vi.advanceTimersByTime(2 * REST_MS);
    expect(hand.busy()).toBe(false);
  });

  it('holds nothing up for ever: neither by shaking nor by a release that nobody heard', () => {
    for (const down of [false, true]) {
      const hand = createHand(() => {});
      let longest = 0;
      for (let ms = 0; ms < 2 * LONGEST_MS; ms += 100) {
        hand.acts(down);
        if (hand.busy()) longest = ms;
        vi.advanceTimersByTime(100);
      }
      expect(hand.busy()).toBe(false);
      expect(longest).toBeGreaterThanOrEqual(LONGEST_MS - 100);
      expect(longest).toBeLessThan(LONGEST_MS + 2 * REST_MS);
      hand.acts(false);
      vi.advanceTimersByTime(2 * REST_MS);
      hand.acts(false);
      expect(hand.busy()).toBe(true);
    }
  });
});
