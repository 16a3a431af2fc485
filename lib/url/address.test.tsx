// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSearch, useSearchText } from './address';
import { standAt } from './test-address';

/** What the router says; it follows the address when `follow` is called, as Next's does in a transition. */
let known = '';
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(known) }));

let seen = '';
function Probe() {
  seen = useSearchText();
  return null;
}

describe('the query of the address', () => {
  let host: HTMLElement;
  let root: Root;
  const draw = () => act(() => root.render(<Probe />));
  const follow = () => {
    known = window.location.search.slice(1);
    draw();
  };
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    known = '';
    standAt('/list');
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
    for (const how of ['pushState', 'replaceState'] as const)
      vi.spyOn(window.history, how).mockImplementation((_state, _title, url) => {
        window.happyDOM?.setURL(new URL(String(url), window.location.href).href);
      });
    draw();
  });
  afterEach(() => {
    act(() => root.unmount());
    host.remove();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('shows at once what was set, before the router knows', () => {
    act(() => changeSearch({ a: '1' }, 'push'));
    expect(seen).toBe('a=1');
    expect(window.location.search).toBe('?a=1');
    follow();
    expect(seen).toBe('a=1');
  });

  it('is written when the keys rest, once for a word', () => {
    for (const q of ['w', 'wo', 'wor']) act(() => changeSearch({ q }, 'typing'));
    expect(seen).toBe('q=wor');
    expect(window.location.search).toBe('');
    act(() => vi.advanceTimersByTime(250));
    expect(window.location.search).toBe('?q=wor');
    expect(window.history.replaceState).toHaveBeenCalledTimes(1);
  });

  it('keeps what is set on top of what the router has not brought back yet', async () => {
    act(() => changeSearch({ a: '1' }, 'push'));
    await Promise.resolve();
    act(() => changeSearch({ b: 'x,y' }, 'push'));
    expect(window.location.search).toBe('?a=1&b=x,y');
    known = 'a=1';
    draw();
    expect(seen).toBe('a=1&b=x,y');
    follow();
    expect(seen).toBe('a=1&b=x%2Cy');
  });

  it('adds one entry to the history for what one press changes', () => {
    act(() => {
      changeSearch({ a: '1' }, 'push');
      changeSearch({ b: '2' }, 'push');
    });
    expect(window.history.pushState).toHaveBeenCalledTimes(1);
    expect(window.location.search).toBe('?a=1&b=2');
  });

  it('gives way when somebody else changes the address', () => {
    act(() => changeSearch({ a: '1' }, 'push'));
    known = 'view=locked';
    draw();
    expect(seen).toBe('view=locked');
  });

  it('forgets what was typed when the history moves', () => {
    act(() => changeSearch({ q: 'wor' }, 'typing'));
    act(() => standAt('/list?q=old'));
    follow();
    expect(seen).toBe('q=old');
    act(() => vi.advanceTimersByTime(250));
    expect(window.location.search).toBe('?q=old');
  });

  it('never writes into the address of another page', () => {
    act(() => changeSearch({ q: 'wor' }, 'typing'));
    window.happyDOM?.setURL('http://roost.test/other');
    act(() => vi.advanceTimersByTime(250));
    expect(window.location.href).toBe('http://roost.test/other');
  });

  it('keeps what was typed when its field goes before the keys rest', () => {
    act(() => changeSearch({ q: 'wor' }, 'typing'));
    act(() => root.render(null));
    expect(window.location.search).toBe('?q=wor');
  });
});
