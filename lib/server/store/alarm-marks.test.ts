/** Marks of alarms as the store keeps them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES, type TestDatabase } from '@/e2e/support/stores';
import {
  closeMarks,
  forgetMarks,
  keepSaying,
  keepSayings,
  readMarkHistory,
  readMarks,
  type Saying,
} from './alarm-marks';
import { Store, type StoreDb } from './store';

async function on<T>(store: Store, queries: (db: StoreDb) => Promise<T>): Promise<T> {
  const result = await store.run(queries);
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

const T = 1_767_000_000_000;
const alarm = { id: randomUUID(), raisedAt: T - 60_000, alarmId: '100.101', entity: 'host=worker-1' };
// Skipped, and counted as such, where PostgreSQL is not installed.
describe.each(DATABASES)('in $name', ({ here, make }) => {
  describe.skipIf(!here)('marks', () => {
    let database: TestDatabase;
    let one: Store;
    /** A second console on the same store. */
    let other: Store;
    beforeAll(async () => {
      database = await make();
      one = new Store(database.config);
      other = new Store(database.config);
    }, 60_000);
    afterAll(async () => {
      await one?.close();
      await other?.close();
      await database?.remove();
    });
    let cloud = '';
    beforeEach(() => {
      cloud = randomUUID();
    });

    type Words =
      | { deed: 'seen' | 'note'; text: string }
      | { deed: 'shelved'; text: string; until: number }
      | { deed: 'unseen' | 'unshelved' };
    const say = (
      words: Words,
      more: Partial<Pick<Saying, 'by' | 'at' | 'alarm' | 'submission' | 'projectId'>> = {},
      store = one,
    ) =>
      on(store, (db) =>
        keepSaying(db, {
          cloud,
          projectId: 'p1',
          alarm,
          by: 'ann',
          at: T,
          submission: randomUUID(),
          ...more,
          ...words,
        }),
      );
    const marks = (store = one, now = T) => on(store, (db) => readMarks(db, cloud, now));

    describe('marks of alarms', () => {
      it('are none for a cloud of which nobody said anything', async () => {
        expect(await marks()).toEqual([]);
      });

      it('let the newest "seen" win and add notes up, oldest first, whichever console took them', async () => {
        await say({ deed: 'seen', text: '' });
        await say({ deed: 'seen', text: 'on it' }, { by: 'bob', at: T + 1 }, other);
        await say({ deed: 'note', text: ' first ' }, { at: T + 2 });
        await say({ deed: 'note', text: 'second' }, { by: 'bob', at: T + 3 }, other);
        const expected = [
          {
            id: alarm.id,
            raisedAt: alarm.raisedAt,
            seen: { by: 'bob', at: T + 1, why: 'on it' },
            shelf: null,
            notes: [
              { id: expect.any(String), by: 'ann', at: T + 2, text: 'first' },
              { id: expect.any(String), by: 'bob', at: T + 3, text: 'second' },
            ],
          },
        ];
        expect(await marks(one)).toEqual(expected);
        expect(await marks(other)).toEqual(expected);
      });

      it('keep every note of two people who write at once', async () => {
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            say({ deed: 'note', text: `note ${index}` }, { at: T + index }, index % 2 ? one : other),
          ),
        );
        expect((await marks())[0]?.notes.map(({ text }) => text)).toEqual(
          Array.from({ length: 20 }, (_, index) => `note ${index}`),
        );
      });

      it('say a press of a button once, however often it arrives', async () => {
        const submission = randomUUID();
        await say({ deed: 'note', text: 'once' }, { submission });
        await say({ deed: 'note', text: 'once' }, { submission }, other);
        expect((await marks())[0]?.notes).toHaveLength(1);
      });

      it('keep a selection whole, once, and from two consoles at a time', async () => {
        const some = Array.from({ length: 120 }, (_, index) => ({ ...alarm, id: `${cloud} ${index}` }));
        const order = (by: string, alarms: typeof some) => {
          const words = { cloud, projectId: 'p1', by, at: T, deed: 'seen', text: '' } as const;
          const about = alarms.map((each, index) => ({ alarm: each, submission: `${cloud} ${by} ${index}` }));
          return (db: StoreDb) => keepSayings(db, words, about);
        };
        const reversed = [...some].reverse();
        await Promise.all([on(one, order('ann', some)), on(other, order('bob', reversed))]);
        await on(other, order('ann', some));
        const kept = await marks();
        expect(kept.map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort());
        // Whoever came last wins all of them: neither order lies half above the other.
        expect(new Set(kept.map(({ seen }) => seen?.by)).size).toBe(1);
        const all = await on(one, (db) =>
          db.selectFrom('alarm_mark_history').select('id').where('cloud', '=', cloud).execute(),
        );
        expect(all).toHaveLength(240);
      });

      it('end a shelf by itself, and on request', async () => {
        await say({ deed: 'shelved', text: 'waiting for parts', until: T + 1_000 });
        expect((await marks())[0]?.shelf).toEqual({
          by: 'ann',
          at: T,
          until: T + 1_000,
          why: 'waiting for parts',
        });
        expect(await marks(one, T + 1_000)).toEqual([]);
        await say({ deed: 'unshelved' }, { at: T + 5 });
        expect(await marks()).toEqual([]);
      });

      it('keep an alarm that was raised again under its uuid apart', async () => {
        await say({ deed: 'seen', text: '' });
        await say({ deed: 'note', text: 'again' }, { alarm: { ...alarm, raisedAt: T } });
        expect((await marks()).map(({ raisedAt, seen }) => [raisedAt, seen !== null])).toEqual([
          [alarm.raisedAt, true],
          [T, false],
        ]);
      });

      it('take any text, and give it back as it was', async () => {
        const text = `<script>'"; drop table alarm_marks; --\u{1F413} \n%_\\`;
        await say({ deed: 'note', text: `${text}\u0000end` });
        expect((await marks())[0]?.notes[0]?.text).toBe(`${text}\uFFFDend`);
      });
    });

    const LATER = T + 60_000;
    const reading = (
      active: { id: string; raisedAt: number }[],
      more: { askedAt?: number; projectId?: string } = {},
    ) => ({
      cloud,
      projectId: 'p1',
      active,
      unreadable: [],
      askedAt: LATER,
      ...more,
    });

    describe('an alarm that cleared', () => {
      const close = (what: Parameters<typeof closeMarks>[1], store = one) =>
        on(store, (db) => closeMarks(db, what));
      const history = () => on(one, (db) => readMarkHistory(db, cloud, alarm));

      it('loses its marks, which stay in its history with the time', async () => {
        await say({ deed: 'seen', text: 'known' });
        await say({ deed: 'note', text: 'cable' }, { at: T + 1 });
        expect(await close(reading([]))).toBe(1);
        expect(await marks()).toEqual([]);
        const { entries, more } = await history();
        expect(more).toBe(false);
        expect(entries.map(({ deed, by, at, text }) => [deed, by, at, text])).toEqual([
          ['cleared', '', LATER, ''],
          ['note', 'ann', T + 1, 'cable'],
          ['seen', 'ann', T, 'known'],
        ]);
      });

      it('is noticed by several consoles and written once', async () => {
        await say({ deed: 'seen', text: '' });
        const closed = await Promise.all([close(reading([])), close(reading([]), other)]);
        expect(closed[0] + closed[1]).toBe(1);
        expect((await history()).entries.filter(({ deed }) => deed === 'cleared')).toHaveLength(1);
      });

      it.each([
        ['is active still', () => reading([alarm])],
        ['is in a row that could not be read', () => ({ ...reading([]), unreadable: [alarm.id] })],
        ['was marked while the reading was under way', () => reading([], { askedAt: T })],
        ['was marked a moment before, by a clock that may differ', () => reading([], { askedAt: T + 9_000 })],
        ['is looked for by another project, which may see less', () => reading([], { projectId: 'p2' })],
        ['belongs to another cloud', () => ({ ...reading([]), cloud: 'elsewhere' })],
      ])('keeps its marks when it %s', async (_, what) => {
        await say({ deed: 'seen', text: '' });
        expect(await close(what())).toBe(0);
        expect(await marks()).toHaveLength(1);
      });

      it('loses them when it is raised again under its uuid', async () => {
        await say({ deed: 'seen', text: '' });
        expect(await close(reading([{ id: alarm.id, raisedAt: T + 30_000 }]))).toBe(1);
      });

      it('is forgotten after a while, unlike what stands on active alarms', async () => {
        const active = { ...alarm, id: randomUUID() };
        await say({ deed: 'note', text: 'old' });
        await say({ deed: 'note', text: 'stays' }, { alarm: active });
        await close(reading([active]));
        await on(one, (db) => forgetMarks(db, LATER + 1));
        expect((await history()).entries.map(({ text }) => text)).toEqual(['stays']);
        expect((await marks())[0]?.notes).toHaveLength(1);
      });
    });
  });
});
