import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '@/lib/domain/audit';
import { fail, ok } from '@/lib/domain/result';
import { AuditKeeper } from './audit-keeper';
import type { KeptEntry } from './store/audit-trail';

const entry = (requestId: string): AuditEntry => ({
  ...{ at: '2026-08-04T12:00:00.000Z', who: 'ann', domain: 'Default', project: 'admin', role: 'admin' },
  ...{ from: '10.0.0.7', cloud: 'c', action: 'host.lock', target: 'worker-1', outcome: 'ok', status: null },
  ...{ requestId, durationMs: 1 },
});

/** A store that can be away, and what came of it. */
function keeper(most: number) {
  const rests: number[] = [];
  const seen = { away: false, lost: 0, rests, kept: [] as KeptEntry[] };
  let wake = () => {};
  const own = new AuditKeeper({
    most,
    keep: async (lines) => {
      if (seen.away) return fail({ kind: 'unavailable', message: 'away' });
      seen.kept.push(...lines);
      return ok(null);
    },
    onLost: () => {
      seen.lost += 1;
    },
    rest: (ms) => {
      rests.push(ms);
      return new Promise((resolve) => {
        wake = resolve;
      });
    },
  });
  const next = async () => {
    wake();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { own, seen, next };
}

describe('lines of the audit trail on their way to the store', () => {
  it('arrive in their order, each with an id of its own', async () => {
    const { own, seen } = keeper(500);
    for (let index = 0; index < 250; index += 1) own.add(entry(`req-${index}`));
    await own.idle();
    expect(seen.kept.map(({ requestId }) => requestId)).toEqual(
      Array.from({ length: 250 }, (_, index) => `req-${index}`),
    );
    expect(new Set(seen.kept.map(({ id }) => id)).size).toBe(250);
    expect(own.waiting).toBe(0);
  });

  it('wait while the store is away, longer each time, and arrive when it is back', async () => {
    const { own, seen, next } = keeper(500);
    seen.away = true;
    own.add(entry('req-1'));
    for (let turn = 0; turn < 7; turn += 1) await next();
    expect(seen.rests.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(own.waiting).toBe(1);
    seen.away = false;
    await next();
    await own.idle();
    expect(seen.kept).toHaveLength(1);
  });

  it('are bounded: what finds no room is counted', async () => {
    const { own, seen, next } = keeper(3);
    seen.away = true;
    for (let index = 0; index < 5; index += 1) own.add(entry(`req-${index}`));
    await next();
    expect([own.waiting, seen.lost]).toEqual([3, 2]);
    seen.away = false;
    await next();
    await own.idle();
    expect(seen.kept.map(({ requestId }) => requestId)).toEqual(['req-0', 'req-1', 'req-2']);
  });
});
