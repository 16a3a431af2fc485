import { expect, it } from 'vitest';
import type { Host } from './host';
import { hostBoard } from './host-board';
import { testHost, testLocked } from './test-facts';

const hosts = (count: number, change: (n: number) => Partial<Host> = () => ({})): Host[] =>
  Array.from({ length: count }, (_, n) => testHost({ id: `w${n}`, hostname: `worker-${n}`, ...change(n) }));
const failed = { operational: 'disabled', availability: 'failed' };

it('shows every host in the platform’s order while there is room', () => {
  const few = hosts(3, (n) => (n === 2 ? failed : {}));
  const { tiles, rest, counts } = hostBoard(few, 3, 1);
  expect(tiles).toEqual(few);
  expect(rest).toBe(0);
  expect(counts).toEqual([
    { condition: 'failed', count: 1 },
    { condition: 'available', count: 2 },
  ]);
});

it('shows one host', () => {
  expect(hostBoard(hosts(1), 20, 8)).toMatchObject({
    rest: 0,
    counts: [{ condition: 'available', count: 1 }],
  });
});

it('shows of a thousand the worst, and never one that is well', () => {
  const many = hosts(1_000, (n) => (n === 700 ? failed : n % 100 === 5 ? { availability: 'degraded' } : {}));
  const { tiles, rest, restAvailable, counts } = hostBoard(many, 20, 8);
  expect(tiles.map(({ hostname }) => hostname)).toEqual([
    'worker-700',
    ...[5, 105, 205, 305, 405, 505, 605].map((n) => `worker-${n}`),
  ]);
  expect(rest).toBe(992);
  expect(restAvailable).toBe(false);
  expect(counts.map(({ count }) => count)).toEqual([1, 10, 989]);
  expect(hostBoard(many, 20, 11)).toMatchObject({ rest: 989, restAvailable: true });
  expect(hostBoard(hosts(1_000), 20, 8).tiles).toEqual([]);
});

it('puts what is unknown before what is degraded, and what is locked on purpose last', () => {
  const many = [
    testLocked({ id: 'l', hostname: 'worker-77', availability: 'online' }),
    ...hosts(30, (n) => (n === 3 ? { availability: 'degraded' } : n === 4 ? { availability: null } : {})),
  ];
  expect(hostBoard(many, 20, 8).tiles.map(({ hostname }) => hostname)).toEqual([
    'worker-4',
    'worker-3',
    'worker-77',
  ]);
});
