// @vitest-environment happy-dom
import Link from 'next/link';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type LongItem, LongList } from './long-list';

const host = document.body.appendChild(document.createElement('div'));
let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(host);
});
afterEach(() => act(() => root.unmount()));

const items = (count: number): LongItem[] =>
  Array.from({ length: count }, (_, n) => ({ text: `worker-${n}`, href: `/hosts/worker-${n}` }));
const show = (count: number) =>
  act(() => root.render(<LongList link={Link} label="Search hosts" items={items(count)} />));

function search(text: string): void {
  const input = host.querySelector('input');
  if (!input) throw new Error('there is no search');
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('shows a few whole, without a search', () => {
  show(30);
  expect(host.querySelectorAll('li')).toHaveLength(30);
  expect(host.querySelector('input')).toBeNull();
  expect(host.querySelector('[role=status]')).toBeNull();
});

it('shows the first of a thousand, and any other by its name', () => {
  show(1_030);
  expect(host.querySelectorAll('li')).toHaveLength(30);
  expect(host.querySelector('[role=status]')?.textContent).toBe('1,000 more: search by name');
  search('worker-1029');
  expect(host.querySelectorAll('li')).toHaveLength(1);
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/hosts/worker-1029');
  expect(host.querySelector('[role=status]')?.textContent).toBe('1 of 1,030');
  search('nobody');
  expect(host.querySelector('[role=status]')?.textContent).toBe('None has that name');
});
