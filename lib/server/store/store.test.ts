/** The store as such: its shape, losing it and having it back. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type TestDatabase } from '@/e2e/support/stores';
import { MIGRATIONS } from './migrations';
import { Store, type StoreDb } from './store';

process.env.ROOST_LOG_LEVEL = 'silent';

const names = (db: StoreDb) => db.selectFrom('roost_migrations').select('name').orderBy('name').execute();
const note = (db: StoreDb, id: string) =>
  db
    .insertInto('alarm_mark_history')
    .values({
      ...{ id, cloud: 'c', alarm_uuid: 'u', raised_at: 1_767_000_000_123, alarm_id: '100.101', entity: 'e' },
      ...{ at: 1, said_by: 'ann', what: 'note', said: 'x', until: null },
    })
    .execute();

// Skipped, and counted as such, where PostgreSQL is not installed.
describe.each(DATABASES)('in $name', ({ here, make }) => {
  describe.skipIf(!here)('the store', () => {
    let database: TestDatabase;
    let now = 0;
    const clock = () => now;
    let one: Store;
    beforeAll(async () => {
      database = await make();
      one = new Store(database.config, clock);
    }, 60_000);
    afterAll(async () => {
      await one?.close();
      await database?.remove();
    });

    it('gets its shape from several consoles that start together, once', async () => {
      const others = Array.from({ length: 4 }, () => new Store(database.config, clock));
      const opened = await Promise.all([one, ...others].map((each) => each.run(names)));
      const all = MIGRATIONS.map(({ name }) => ({ name }));
      for (const result of opened) expect(result).toEqual({ ok: true, data: all });
      await Promise.all(others.map((each) => each.close()));
    });

    it('keeps its shape and its rows when it is opened again', async () => {
      expect((await one.run((db) => note(db, 'again'))).ok).toBe(true);
      await one.close();
      const rows = await one.run((db) => db.selectFrom('alarm_mark_history').selectAll().execute());
      expect(rows).toMatchObject({ ok: true, data: [{ id: 'again', raised_at: 1_767_000_000_123 }] });
      expect(await one.run(names)).toMatchObject({ ok: true, data: { length: MIGRATIONS.length } });
    });

    it('takes back a transaction of which a part failed, and goes on', async () => {
      const failed = await one.run((db) =>
        db.transaction().execute(async (changes) => {
          await note(changes, 'half');
          await note(changes, 'half');
        }),
      );
      expect(failed.ok).toBe(false);
      now += 2_000;
      const rows = await one.run((db) =>
        db.selectFrom('alarm_mark_history').select('id').where('id', '=', 'half').execute(),
      );
      expect(rows).toEqual({ ok: true, data: [] });
    });

    it('is away as a value, asks again no oftener than once a second, and comes back by itself', async () => {
      expect((await one.run(names)).ok).toBe(true);
      await database.lose();
      const lost = await one.run((db) => note(db, 'lost'));
      expect(lost).toEqual({
        ok: false,
        error: {
          kind: 'unavailable',
          service: 'store',
          message: "The console's own store does not answer.",
        },
      });
      expect(one.isAway).toBe(true);
      await database.bringBack();
      let asked = false;
      const resting = await one.run(async () => {
        asked = true;
      });
      expect([resting.ok, asked]).toEqual([false, false]);
      now += 1_000;
      // What the server had open broke with it: the first try may be the one that finds out.
      await expect
        .poll(
          async () => {
            now += 1_000;
            return (await one.run((db) => note(db, `back-${now}`))).ok;
          },
          { timeout: 10_000 },
        )
        .toBe(true);
      expect(one.isAway).toBe(false);
      const ids = await one.run((db) => db.selectFrom('alarm_mark_history').select('id').execute());
      expect(ids).toMatchObject({ ok: true });
      expect(ids.ok && ids.data.map(({ id }) => id)).toContain('again');
      expect(ids.ok && ids.data.map(({ id }) => id)).not.toContain('lost');
    }, 60_000);

    it('leaves a store alone that a newer console has changed', async () => {
      const late = { name: '9999-from-the-future', applied_at: 1 };
      await one.run((db) => db.insertInto('roost_migrations').values(late).execute());
      const older = new Store(database.config, clock);
      expect((await older.run(names)).ok).toBe(false);
      await one.run((db) => db.deleteFrom('roost_migrations').where('name', '=', late.name).execute());
      now += 2_000;
      expect((await older.run(names)).ok).toBe(true);
      await older.close();
    });

    it('speaks to a database that takes each write to the disk before it says yes', async () => {
      const setting = await one.run(async (db) => {
        if (one.kind === 'postgres') return (await sql`show synchronous_commit`.execute(db)).rows;
        return [
          ...(await sql`pragma synchronous`.execute(db)).rows,
          ...(await sql`pragma journal_mode`.execute(db)).rows,
        ];
      });
      expect(setting).toEqual({
        ok: true,
        data:
          one.kind === 'postgres'
            ? [{ synchronous_commit: 'on' }]
            : [{ synchronous: 2 }, { journal_mode: 'wal' }],
      });
    });
  });
});
