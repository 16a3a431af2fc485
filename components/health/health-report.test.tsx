// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawingPlace } from '@/components/action/test-sheet';
import { parseHealth } from '@/lib/domain/health/health-report';
import type { ReadAnswer } from '@/lib/domain/reading';
import { HealthPanel, HealthSection } from './health-report';

type Request = { view: string; params: unknown; byHand?: boolean };
const asked = vi.hoisted((): { list: Request[]; settle: (answer: ReadAnswer<unknown>) => void } => ({
  list: [],
  settle: () => {},
}));
vi.mock('@/lib/queries/read-client', () => ({
  read: (request: Request) => {
    asked.list.push(request);
    return new Promise<ReadAnswer<unknown>>((resolve) => {
      asked.settle = resolve;
    });
  },
}));

const client = new QueryClient();
const draw = drawingPlace();
const show = (one: 'panel' | 'section') =>
  act(async () =>
    draw(
      <QueryClientProvider client={client}>
        {one === 'panel' ? (
          <HealthPanel kind="kube-upgrade" />
        ) : (
          <HealthSection kind="kube-upgrade" relaxed />
        )}
      </QueryClientProvider>,
    ),
  );
/** The library tells its watchers a turn later. */
const settle = (given: ReadAnswer<unknown>) =>
  act(async () => {
    asked.settle(given);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
const answer = (lines: string) => {
  const value = { data: parseHealth(lines), version: lines, asOf: Date.now() };
  return settle({ value, nextInMs: 60_000, paceMs: 60_000 });
};
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click());
const text = () => document.body.textContent ?? '';
const active = () => client.getQueryCache().findAll({ type: 'active' }).length;

beforeEach(() => {
  asked.list = [];
  client.clear();
});

it('of a page waits to be asked, and the ticker never sees it', async () => {
  await show('panel');
  expect(asked.list).toEqual([]);
  expect(text()).toContain('system health-query-kube-upgrade');
  await press('Check the health');
  expect(asked.list).toMatchObject([{ view: 'healthReport', byHand: true }]);
  expect(active()).toBe(0);
  await answer(
    'All hosts are patch current: [OK]\nAll hosts have vim enabled: [Fail]\nVim disabled hosts: worker-1',
  );
  expect(text()).toContain('1 of 2 checks fails.');
  expect([...document.querySelectorAll('a')].map(({ href }) => new URL(href).pathname)).toEqual([
    '/hosts/worker-1',
    '/hosts',
  ]);
  expect(active()).toBe(0);
  await press('Check again');
  expect(asked.list).toHaveLength(2);
  await answer('Nobody knows this line');
  expect(text()).toContain('names no check.');
  expect(text()).toContain('Nobody knows this line');
});

it('of a sheet asks by being opened, once, and tells why there is none', async () => {
  await show('section');
  expect(asked.list).toMatchObject([{ params: { kind: 'kube-upgrade', relaxed: true } }]);
  expect(asked.list[0]?.byHand).toBeUndefined();
  const message = 'Unable to perform kubernetes health upgrade query.';
  await settle({ error: { kind: 'refused', message, requestId: 'req-1' }, nextInMs: 1, paceMs: 1 });
  expect(text()).toContain(message);
  expect(text()).toContain('req-1');
  expect(active()).toBe(0);
});
