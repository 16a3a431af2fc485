// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from './button';
import { Checkbox } from './checkbox';

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

function show(element: ReactNode): HTMLElement {
  act(() => root.render(element));
  const found = host.querySelector<HTMLElement>('button, input');
  if (!found) throw new Error('nothing to press');
  return found;
}

const press = (element: HTMLElement) => {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  act(() => {
    element.dispatchEvent(event);
  });
  return event;
};

describe('a button that is off', () => {
  it('says why to readers and on a tap, takes focus, and does not act', async () => {
    const act_ = vi.fn();
    const around = vi.fn();
    const button = show(
      // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: stands for a row that listens
      <div onClick={around}>
        <Button type="submit" onClick={act_} disabledReason="Your role is reader">
          Lock
        </Button>
      </div>,
    );
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Your role is reader');
    expect(press(button).defaultPrevented).toBe(true);
    expect(act_).not.toHaveBeenCalled();
    expect(around).not.toHaveBeenCalled();
    // The tip's own code comes with the first tip.
    await act(async () => {
      await import('./tip');
    });
    const tip = document.querySelector('.tip');
    expect(tip?.textContent).toContain('Your role is reader');
  });

  it('acts again when the reason is gone', () => {
    const done = vi.fn();
    show(<Button onClick={done} disabledReason="wait" />);
    press(show(<Button onClick={done} disabledReason={null} />));
    expect(done).toHaveBeenCalledTimes(1);
  });
});

it('keeps its label and ignores clicks while busy', () => {
  const done = vi.fn();
  const button = show(
    <Button busy onClick={done}>
      Locking worker-1
    </Button>,
  );
  press(button);
  expect(done).not.toHaveBeenCalled();
  expect(button.textContent).toBe('Locking worker-1');
  expect(button.getAttribute('aria-busy')).toBe('true');
});

it('a checkbox that is off does not change', () => {
  const changed = vi.fn();
  const box = show(
    <Checkbox label="worker-1" checked={false} onCheckedChange={changed} disabledReason="Locked" />,
  );
  press(box);
  expect(changed).not.toHaveBeenCalled();
});
