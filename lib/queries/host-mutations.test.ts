import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionOrder } from '@/lib/actions/hosts';
import type { Host } from '@/lib/domain/host';
import { fail, ok } from '@/lib/domain/result';
import { testHost, testLocked } from '@/lib/domain/test-facts';
import type { WriteOutcome } from '@/lib/domain/write-outcome';

type Answer = 'accept' | 'refuse' | 'lose' | 'unknown';
const orders: ActionOrder[] = [];
let became: WriteOutcome = { state: 'unheard' };
let answerTo: (order: ActionOrder) => Answer = () => 'accept';
let atOnce = 0;
let mostAtOnce = 0;

vi.mock('@/lib/actions/hosts', () => ({
  runHostAction: async (order: ActionOrder) => {
    orders.push(order);
    const answer = answerTo(order);
    if (answer === 'lose') throw new Error('the connection was lost');
    if (answer === 'unknown')
      throw new UnrecognizedActionError('Server Action "40…" was not found on the server.');
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    const accepted = new Promise((resolve) => setTimeout(resolve, 5)).then(() => {
      atOnce -= 1;
      return answer === 'accept'
        ? ok({ at: Date.now(), host: testHost({ id: order.host, task: 'Locking' }) })
        : fail({ kind: 'refused' as const, message: 'Can not lock an active controller.' });
    });
    return ok({ accepted });
  },
  editHost: async () => fail({ kind: 'refused' as const, message: 'no' }),
}));
vi.mock('@/lib/actions/write-outcome', () => ({ outcomeOf: async () => ok(became) }));

const { bulkRun, hostRuns, observeRuns, sendAction, sendEdit } = await import('./host-mutations');
const { sendBulk } = await import('./host-runs');

beforeEach(() => {
  orders.length = 0;
  mostAtOnce = 0;
  became = { state: 'unheard' };
  answerTo = () => 'accept';
  hostRuns.set([]);
  bulkRun.set(null);
});

const host = (n: number, changes: Partial<Host> = {}) =>
  testHost({ id: `00000000-0000-4000-8000-00000000000${n}`, hostname: `worker-${n}`, ...changes });

describe('one action', () => {
  it('is requested, then followed until a reading says that it is over', async () => {
    const sending = sendAction({ host: host(1), action: 'lock' });
    expect(hostRuns.get().map(({ stage }) => stage)).toEqual(['requested']);
    await sending;
    expect(hostRuns.get().map(({ stage }) => stage)).toEqual(['happening']);
    observeRuns([testLocked({ id: host(1).id })], Date.now() + 5_000);
    expect(hostRuns.get().map(({ stage }) => stage)).toEqual(['done']);
  });

  it('is certainly not carried out by a console that no longer knows it', async () => {
    answerTo = () => 'unknown';
    const answer = await sendAction({ host: host(1), action: 'lock' });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid', service: 'console' } });
    expect(hostRuns.get()).toEqual([]);
  });

  it('leaves nothing to follow when it is refused', async () => {
    answerTo = () => 'refuse';
    const answer = await sendAction({ host: host(1), action: 'lock' });
    expect(answer).toMatchObject({ ok: false, error: { message: 'Can not lock an active controller.' } });
    expect(hostRuns.get()).toEqual([]);
  });

  it('is not sent again when the answer gets lost, and says that it may have been carried out', async () => {
    answerTo = () => 'lose';
    const answer = await sendAction({ host: host(1), action: 'lock' });
    expect(orders).toHaveLength(1);
    expect(answer).toMatchObject({
      ok: false,
      error: {
        kind: 'unavailable',
        service: 'console',
        message: expect.stringContaining('Look at worker-1'),
      },
    });
  });

  it('has an id of its own for each press', async () => {
    await sendAction({ host: host(1), action: 'lock' });
    await sendAction({ host: host(1), action: 'lock' });
    expect(new Set(orders.map(({ submission }) => submission)).size).toBe(2);
  });
});

describe('several hosts', () => {
  const hosts = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => host(n));

  it('are asked one by one, four at a time, and a refusal stops nobody else', async () => {
    answerTo = (order) =>
      order.host === host(3).id ? 'refuse' : order.host === host(5).id ? 'lose' : 'accept';
    const run = await sendBulk('g', hosts, 'lock');
    expect(orders.map((order) => order.host)).toEqual(hosts.map(({ id }) => id));
    expect(mostAtOnce).toBe(4);
    expect(run.over).toBe(true);
    expect(run.rows.filter(({ state }) => state === 'accepted')).toHaveLength(7);
    expect(run.rows[2]).toMatchObject({ state: 'refused', failure: { kind: 'refused' } });
    // What was lost is asked about, and is none of the console's.
    expect(run.rows[4]).toEqual({ of: host(5), state: 'unheard' });
    expect(hostRuns.get().every(({ group }) => group === 'g')).toBe(true);
  });

  it('are followed where the answer got lost and the platform had accepted it', async () => {
    became = { state: 'answered', failure: null };
    answerTo = (order) => (order.host === host(2).id ? 'lose' : 'accept');
    const run = await sendBulk('g', hosts.slice(0, 3), 'lock');
    expect(run.rows.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(orders).toHaveLength(3);
    expect(hostRuns.get().filter(({ group }) => group === 'g')).toHaveLength(3);
  });

  it('show their results as they come', async () => {
    const seen: number[] = [];
    const stop = bulkRun.subscribe(() => {
      seen.push(bulkRun.get()?.rows.filter(({ state }) => state === 'accepted').length ?? 0);
    });
    await sendBulk('g', hosts.slice(0, 3), 'lock');
    stop();
    expect(seen).toEqual([0, 0, 0, 0, 1, 2, 3, 3]);
  });

  it('carry their own name where the server asks for it', async () => {
    await sendBulk(
      'g',
      [host(1, { ...testLocked() })].map((each) => ({ ...each, hostname: 'worker-1' })),
      'delete',
    );
    expect(orders[0]?.typedName).toBe('worker-1');
    await sendBulk('h', [host(2)], 'lock');
    expect(orders[1]).not.toHaveProperty('typedName');
  });
});

it('an edit that is refused comes back as it was said', async () => {
  expect(await sendEdit(host(1), [{ field: 'location', value: 'x' }])).toMatchObject({
    ok: false,
    error: { message: 'no' },
  });
});
