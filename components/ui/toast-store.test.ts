import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToastStore } from './toast-store';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a started action', () => {
  it('goes from requested to done and stays until then', () => {
    const store = createToastStore();
    const id = store.start({ title: 'Locking worker-1' });
    expect(store.read()).toMatchObject([{ stage: 'requested', detail: null, at: 1_000 }]);
    store.update(id, { stage: 'accepted', detail: 'Accepted 14:32:11' });
    store.update(id, { stage: 'happening', detail: 'Disabling Services' });
    vi.advanceTimersByTime(3_600_000);
    expect(store.read()).toMatchObject([{ stage: 'happening', detail: 'Disabling Services' }]);
    store.update(id, { stage: 'done', title: 'worker-1 is locked' });
    expect(store.read()).toHaveLength(1);
    vi.advanceTimersByTime(8_000);
    expect(store.read()).toEqual([]);
  });

  it('that should wait for somebody stays when it is done, until it is dismissed', () => {
    const store = createToastStore();
    const id = store.start({ title: 'worker-1 is in service', stays: true });
    store.update(id, { stage: 'done' });
    vi.advanceTimersByTime(3_600_000);
    expect(store.read()).toMatchObject([{ stage: 'done' }]);
    store.dismiss(id);
    expect(store.read()).toEqual([]);
  });

  it('never goes back: a late answer does not undo what has been seen', () => {
    const store = createToastStore();
    const id = store.start({ title: 'x' });
    store.update(id, { stage: 'happening' });
    expect(store.update(id, { stage: 'accepted' })).toBe(false);
    store.update(id, { stage: 'failed' });
    expect(store.update(id, { stage: 'done' })).toBe(false);
    expect(store.read()).toMatchObject([{ stage: 'failed' }]);
  });

  it('started again under its own id is new, and the old end does not take it away', () => {
    const store = createToastStore();
    store.start({ id: 'lock-1', title: 'x' });
    store.update('lock-1', { stage: 'done' });
    store.start({ id: 'lock-1', title: 'again' });
    vi.advanceTimersByTime(60_000);
    expect(store.read()).toMatchObject([{ stage: 'requested', title: 'again' }]);
  });
});

it('makes room by dropping what has ended, never what goes on', () => {
  const store = createToastStore();
  const first = store.start({ title: 'ends' });
  store.update(first, { stage: 'done' });
  for (let n = 0; n < 6; n++) store.start({ title: `goes on ${n}` });
  expect(store.read().map((toast) => toast.title)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `goes on ${n}`));
});

it('tells its readers, gives a stable snapshot between changes, and forgets who left', () => {
  const store = createToastStore();
  const heard = vi.fn();
  const leave = store.subscribe(heard);
  const id = store.start({ title: 'x' });
  expect(store.read()).toBe(store.read());
  store.dismiss(id);
  store.dismiss(id);
  expect(heard).toHaveBeenCalledTimes(2);
  expect(store.update(id, { stage: 'done' })).toBe(false);
  leave();
  store.start({ title: 'y' });
  expect(heard).toHaveBeenCalledTimes(2);
});
