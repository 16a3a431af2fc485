/** For tests: a sheet on screen, found and used as a person does. */
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, vi } from 'vitest';

/** A place to draw in, new for each test of a file. @returns draws into it; to be called inside `act` */
export function drawingPlace(): (node: ReactNode) => void {
  let place: HTMLElement;
  let root: Root;
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
  });
  afterEach(() => {
    act(() => root.unmount());
    place.remove();
  });
  return (node) => root.render(node);
}

export function dialog(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[role="dialog"]');
  if (!found) throw new Error('no sheet');
  return found;
}

/** What the sheet says; commands without their line breaks. */
export const text = (): string => (dialog().textContent ?? '').replaceAll(/ \\\s+/g, ' ');

export function field(label: string): HTMLInputElement | HTMLSelectElement {
  const named = [...dialog().querySelectorAll('label')].find(
    (one) => one.textContent?.replace(/ optional$/, '') === label,
  );
  const found = named && document.getElementById(named.htmlFor);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`no field ${label}`);
}

export function type(label: string, value: string): void {
  const input = field(label);
  const select = input instanceof HTMLSelectElement;
  const { prototype } = select ? HTMLSelectElement : HTMLInputElement;
  act(() => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event(select ? 'change' : 'input', { bubbles: true }));
  });
}

export const tick = (label: string): void => act(() => field(label).click());

export function button(name: string): HTMLButtonElement {
  const found = [...dialog().querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  if (!found) throw new Error(`no button ${name} among ${text()}`);
  return found;
}

export const press = (name: string): Promise<void> => act(async () => button(name).click());

/** What is said of a field or a button beside its name. */
export const described = (element: Element): string =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
