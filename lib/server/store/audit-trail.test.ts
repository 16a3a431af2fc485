/** The audit trail as the store keeps it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES, type TestDatabase } from '@/e2e/support/stores';
import type { AuditFilter } from '@/lib/domain/audit';
import {
  forgetAuditLines,
  type KeptEntry,
  keepAuditLines,
  readAuditChoices,
  readAuditLines,
} from './audit-trail';
import { Store, type StoreDb } from './store';

const T = Date.parse('2026-08-04T12:00:00.000Z');

// Skipped, and counted as such, where PostgreSQL is not installed.
describe.each(DATABASES)('in $name', ({ here, make }) => {
  describe.skipIf(!here)('the audit trail', () => {
    let database: TestDatabase;
    let one: Store;
    let cloud = '';
    beforeAll(async () => {
      database = await make();
      one = new Store(database.config);
    }, 60_000);
    afterAll(async () => {
      await one?.close();
      await database?.remove();
    });
    beforeEach(() => {
      cloud = randomUUID();
    });

    async function on<T>(queries: (db: StoreDb) => Promise<T>): Promise<T> {
      const result = await one.run(queries);
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    }
    const line = (seconds: number, more: Partial<KeptEntry> = {}): KeptEntry => ({
      ...{ id: randomUUID(), at: new Date(T + seconds * 1000).toISOString(), who: 'ann', domain: 'Default' },
      ...{
        project: 'admin',
        role: 'admin',
        from: '10.0.0.7',
        cloud,
        action: 'host.lock',
        target: 'worker-1',
      },
      ...{ outcome: 'ok', status: null, requestId: `req-${seconds}`, durationMs: 12, ...more },
    });
    const keep = (...lines: KeptEntry[]) => on((db) => keepAuditLines(db, lines));
    const all: AuditFilter = { from: 0, to: T + 86_400_000 };
    const read = (filter: Partial<AuditFilter> = {}, most = 100) =>
      on((db) => readAuditLines(db, cloud, { ...all, ...filter }, most));
    const ids = async (filter: Partial<AuditFilter>) =>
      (await read(filter)).map(({ requestId }) => requestId.replace('req-', ''));

    it("gives writes alone where sessions are nobody's concern", async () => {
      await keep(line(1), line(2, { action: 'session.sign-in' }), line(3, { action: 'alarm.note' }));
      await keep(line(4, { action: 'configuration.export', target: 'system' }));
      expect(await ids({ writesOnly: true })).toEqual(['3', '1']);
      expect(await ids({})).toEqual(['4', '3', '2', '1']);
    });

    it('gives lines back as they were, newest first', async () => {
      const details = { action: 'lock', force: false, hwSettle: 3 };
      await keep(line(1), line(2, { details, status: 400, outcome: 'refused', target: `x'"; --` }));
      const [newest, oldest] = await read();
      expect(newest).toEqual({
        ...{ id: expect.any(String), at: T + 2_000, who: 'ann', domain: 'Default', project: 'admin' },
        ...{ role: 'admin', from: '10.0.0.7', cloud, action: 'host.lock', target: `x'"; --` },
        ...{ outcome: 'refused', status: 400, requestId: 'req-2', durationMs: 12, details },
      });
      expect(oldest).toMatchObject({ at: T + 1_000, details: {}, status: null });
    });

    it('keeps a line once, however often it is brought', async () => {
      const twice = line(1);
      await keep(twice, line(2));
      await keep(twice, line(3));
      expect(await ids({})).toEqual(['3', '2', '1']);
    });

    it('shows nothing of another cloud', async () => {
      await keep(line(1, { cloud: 'elsewhere' }));
      expect(await read()).toEqual([]);
    });

    it.each<[string, Partial<AuditFilter>, string[]]>([
      ['from an instant on', { from: T + 2_000 }, ['4', '3', '2']],
      ['before an instant', { to: T + 2_000 }, ['1']],
      ['of a person', { who: 'bob' }, ['3']],
      ['of an action', { action: 'host.unlock' }, ['2']],
      ['that were carried out', { outcome: 'ok' }, ['3', '2', '1']],
      ['that failed, however', { outcome: 'failed' }, ['4']],
      ['with a text in any case', { text: 'WORKER-9' }, ['2']],
      ['with a text that means something to SQL', { text: '100%_' }, ['3']],
      ['with a backslash', { text: 'a\\b' }, ['4']],
      ['with a request id', { text: 'req-4' }, ['4']],
    ])('finds lines %s', async (_, filter, expected) => {
      await keep(
        line(1),
        line(2, { action: 'host.unlock', target: 'worker-9' }),
        line(3, { who: 'bob', target: '100%_done' }),
        line(4, { outcome: 'forbidden', target: 'a\\b' }),
      );
      expect(await ids(filter)).toEqual(expected);
    });

    it('is read page by page without losing or repeating a line of a crowded instant', async () => {
      await keep(
        ...Array.from({ length: 50 }, (_, index) => line(Math.floor(index / 10), { requestId: `r${index}` })),
      );
      const seen: string[] = [];
      let before: AuditFilter['before'];
      for (let page = 0; page < 20; page += 1) {
        const lines = await read(before ? { before } : {}, 7);
        seen.push(...lines.map(({ requestId }) => requestId));
        const last = lines.at(-1);
        if (!last) break;
        before = { at: last.at, id: last.id };
      }
      expect(seen).toHaveLength(50);
      expect(new Set(seen).size).toBe(50);
    });

    it('names everybody and every action of a time', async () => {
      await keep(line(1), line(2, { who: 'bob' }), line(3, { who: 'bob', action: 'host.swact' }));
      const choices = (from: number) => on((db) => readAuditChoices(db, cloud, { from, to: all.to }));
      expect(await choices(0)).toEqual({ people: ['ann', 'bob'], actions: ['host.lock', 'host.swact'] });
      expect(await choices(T + 3_000)).toEqual({ people: ['bob'], actions: ['host.swact'] });
    });

    it('forgets what is older than it has to be', async () => {
      await keep(line(1), line(2));
      await on((db) => forgetAuditLines(db, T + 2_000));
      expect(await ids({})).toEqual(['2']);
    });
  });
});
