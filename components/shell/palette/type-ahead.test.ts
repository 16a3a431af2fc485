// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenAhead, takeAhead } from './type-ahead';

const press = (key: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  document.body.dispatchEvent(event);
  return event;
};

describe('letters typed before the palette is there', () => {
  afterEach(() => {
    takeAhead();
    vi.useRealTimers();
  });

  it('keeps them from the page and hands them over once', () => {
    const page = vi.fn();
    document.addEventListener('keydown', page);
    listenAhead();
    for (const key of ['l', 'o', 'x', 'Backspace', 'c', 'Shift']) press(key);
    expect(page.mock.calls.map(([event]) => event.key)).toEqual(['Shift']);
    expect(takeAhead()).toBe('loc');
    expect(takeAhead()).toBe('');
    expect(press('l').defaultPrevented).toBe(false);
    document.removeEventListener('keydown', page);
  });

  it('leaves combinations alone', () => {
    listenAhead();
    expect(press('r', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(takeAhead()).toBe('');
  });

  it('gives the keys back when the palette never comes', () => {
    vi.useFakeTimers();
    listenAhead();
    vi.advanceTimersByTime(6_000);
    expect(press('l').defaultPrevented).toBe(false);
  });
});
