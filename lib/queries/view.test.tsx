// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReadAnswer } from '@/lib/domain/reading';
import { viewKey } from './keys';
import { useViews } from './view';

type Asked = { params: { hours: number }; settle: (answer: ReadAnswer<unknown>) => void };
const asked = vi.hoisted((): { list: Asked[] } => ({ list: [] }));
vi.mock('./read-client', () => ({
  read: ({ params }: { params: Asked['params'] }) =>
    new Promise((settle) => asked.list.push({ params, settle })),
}));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let drawn: (number | undefined)[][];
const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });

/** Draws how many events each reading has. */
function Board({ hours }: { hours: readonly number[] }) {
  const seen = useViews(
    'events',
    hours.map((one) => ({ hours: one })),
  );
  drawn.push(seen.map((one) => one?.data?.events.length));
  return null;
}
const show = (...hours: number[]) =>
  act(async () => {
    root.render(
      <QueryClientProvider client={client}>
        <Board hours={hours} />
      </QueryClientProvider>,
    );
  });
const answer = (hours: number, events: number) =>
  act(async () => {
    const data = { events: Array.from({ length: events }), unreadable: [], truncated: false };
    const value = { data, version: `v${events}`, asOf: 1 };
    asked.list.find(({ params }) => params.hours === hours)?.settle({ value, nextInMs: 1, paceMs: 1 });
  });

beforeEach(() => {
  [drawn, asked.list] = [[], []];
  client.clear();
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(async () => root.unmount()));

it('gives each reading in its place as it comes, and asks once for each', async () => {
  await show(3, 24);
  expect(drawn.at(-1)).toEqual([undefined, undefined]);
  await answer(24, 2);
  expect(drawn.at(-1)).toEqual([undefined, 2]);
  await answer(3, 1);
  expect(drawn.at(-1)).toEqual([1, 2]);
  expect(asked.list.map(({ params }) => params.hours)).toEqual([3, 24]);
});

it('keeps what it has when one is added, asks for that one alone, and lets go of what is left out', async () => {
  await show(3);
  await answer(3, 1);
  await show(3, 24);
  expect(drawn.at(-1)).toEqual([1, undefined]);
  expect(asked.list).toHaveLength(2);
  await answer(24, 5);
  await show(24);
  expect(drawn.at(-1)).toEqual([5]);
  const active = client.getQueryCache().findAll({ type: 'active' });
  expect(active.map(({ queryKey }) => queryKey)).toEqual([viewKey('events', { hours: 24 })]);
});

it('is not drawn again by readings of others, nor by equal parameters', async () => {
  await show(3);
  await answer(3, 1);
  const before = drawn.length;
  await act(async () => {
    client.setQueryData(viewKey('events', { hours: 99 }), { nextAt: 1 });
  });
  expect(drawn).toHaveLength(before);
  await show(3);
  expect(drawn).toHaveLength(before + 1);
  expect(asked.list).toHaveLength(1);
});
