import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock } from './clock';

describe('Clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('keeps the time of day of the wall, whatever its speed', () => {
    const clock = new Clock(60);
    vi.advanceTimersByTime(5000);
    expect(clock.now()).toBe(1_005_000);
  });

  it('runs waits faster by its speed', () => {
    const clock = new Clock(10);
    const done = vi.fn();
    clock.after(60_000, done);
    vi.advanceTimersByTime(5900);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(done).toHaveBeenCalledOnce();
  });

  it('runs what falls due in order when it is advanced, at the time it was due', () => {
    const clock = new Clock(1);
    const seen: [string, number][] = [];
    clock.after(2000, () => seen.push(['second', clock.now()]));
    clock.after(1000, () => {
      seen.push(['first', clock.now()]);
      clock.after(500, () => seen.push(['between', clock.now()]));
    });
    clock.advance(3000);
    expect(seen).toEqual([
      ['first', 1_001_000],
      ['between', 1_001_500],
      ['second', 1_002_000],
    ]);
    expect(clock.now()).toBe(1_003_000);
  });

  it('keeps the share of a wait that is left when the speed changes', () => {
    const clock = new Clock(1);
    const done = vi.fn();
    clock.after(10_000, done);
    vi.advanceTimersByTime(5000);
    clock.setSpeed(5);
    vi.advanceTimersByTime(900);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(done).toHaveBeenCalledOnce();
  });

  it('runs neither what was cancelled nor anything after a stop', () => {
    const clock = new Clock(1);
    const [cancelled, stopped] = [vi.fn(), vi.fn()];
    clock.after(1000, cancelled)();
    clock.after(1000, stopped);
    clock.stop();
    clock.advance(2000);
    vi.advanceTimersByTime(5000);
    expect(cancelled).not.toHaveBeenCalled();
    expect(stopped).not.toHaveBeenCalled();
  });
});
