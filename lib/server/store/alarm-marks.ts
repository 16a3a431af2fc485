/** Queries on marks of alarms. Every change and its line of history are one transaction. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type {
  AlarmInstance,
  AlarmMark,
  AlarmMarkHistory,
  AlarmNote,
  MarkDeed,
} from '@/lib/domain/alarm-mark';
import { instanceKey, MARK_DEEDS } from '@/lib/domain/alarm-mark';
import { storable } from './storable';
import type { StoreDb } from './store';

/** An alarm as marks know it. */
export type MarkedAlarm = AlarmInstance & { alarmId: string; entity: string };

/** What is said, and by whom. Times are epoch milliseconds. */
export type Words = {
  cloud: string;
  /** Keystone project of the reading that showed the alarm. */
  projectId: string;
  by: string;
  at: number;
} & (
  | { deed: 'seen'; text: string }
  | { deed: 'note'; text: string }
  | { deed: 'shelved'; text: string; until: number }
  | { deed: 'unseen' | 'unshelved' }
);

/** Of which alarm. `submission` is the id of this press of the button for this alarm: said twice, it is kept once. */
export type About = { alarm: MarkedAlarm; submission: string };
export type Saying = Words & About;

const MOST_HISTORY = 200;

/** Keeps what was said. The newest "seen" and the newest shelf win, notes add up. */
export const keepSaying = (db: StoreDb, said: Saying): Promise<void> =>
  keepSayings(db, said, [{ alarm: said.alarm, submission: said.submission }]);

/** Keeps the same words about several alarms, none of them twice: all of it or nothing. */
export async function keepSayings(db: StoreDb, said: Words, about: readonly About[]): Promise<void> {
  const { cloud, at } = said;
  const by = storable(said.by);
  const text = 'text' in said ? storable(said.text.trim()) : '';
  const until = said.deed === 'shelved' ? said.until : null;
  const rows = [...about]
    // One order for everybody: of two consoles that mark the same alarms, neither waits for the other's rows and holds its own.
    .sort((a, b) => (instanceKey(a.alarm) < instanceKey(b.alarm) ? -1 : 1))
    .map(({ alarm, submission }) => ({
      submission,
      columns: {
        cloud,
        alarm_uuid: alarm.id,
        raised_at: alarm.raisedAt,
        alarm_id: storable(alarm.alarmId),
        entity: storable(alarm.entity),
      },
    }));
  await db.transaction().execute(async (changes) => {
    const kept = await changes
      .insertInto('alarm_mark_history')
      .values(
        rows.map(({ submission, columns }) => ({
          id: submission,
          ...columns,
          ...{ at, said_by: by, what: said.deed, said: text, until },
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    const news = new Set(kept.map(({ id }) => id));
    const fresh = rows.filter(({ submission }) => news.has(submission));
    if (fresh.length === 0) return;
    const change = changeOf(said.deed, { by, at, text, until });
    await changes
      .insertInto('alarm_marks')
      .values(
        fresh.map(({ columns }) => ({ ...columns, project_id: said.projectId, first_at: at, ...change })),
      )
      .onConflict((conflict) => {
        const present = conflict.columns(['cloud', 'alarm_uuid', 'raised_at']);
        return Object.keys(change).length === 0 ? present.doNothing() : present.doUpdateSet(change);
      })
      .execute();
  });
}

function changeOf(
  deed: Words['deed'],
  { by, at, text, until }: { by: string; at: number; text: string; until: number | null },
) {
  if (deed === 'seen') return { seen_by: by, seen_at: at, seen_why: text };
  if (deed === 'unseen') return { seen_by: null, seen_at: null, seen_why: null };
  if (deed === 'shelved') return { shelf_by: by, shelf_at: at, shelf_until: until, shelf_why: text };
  if (deed === 'unshelved') return { shelf_by: null, shelf_at: null, shelf_until: null, shelf_why: null };
  return {};
}

/** Marks that stand now, of every alarm of a cloud, in a stable order. @param now a shelf that is over is none */
export async function readMarks(db: StoreDb, cloud: string, now: number): Promise<AlarmMark[]> {
  const rows = await db
    .selectFrom('alarm_marks')
    .selectAll()
    .where('cloud', '=', cloud)
    .orderBy('raised_at')
    .orderBy('alarm_uuid')
    .execute();
  if (rows.length === 0) return [];
  const notes = await db
    .selectFrom('alarm_mark_history as said')
    .innerJoin('alarm_marks as mark', (join) =>
      join
        .onRef('mark.cloud', '=', 'said.cloud')
        .onRef('mark.alarm_uuid', '=', 'said.alarm_uuid')
        .onRef('mark.raised_at', '=', 'said.raised_at'),
    )
    .select(['said.id', 'said.alarm_uuid', 'said.raised_at', 'said.at', 'said.said_by', 'said.said'])
    .where('said.cloud', '=', cloud)
    .where('said.what', '=', 'note')
    .orderBy('said.at')
    .orderBy('said.id')
    .execute();
  const notesOf = new Map<string, AlarmNote[]>();
  for (const { id, alarm_uuid, raised_at, said_by, at, said } of notes) {
    const key = `${alarm_uuid} ${raised_at}`;
    notesOf.set(key, [...(notesOf.get(key) ?? []), { id, by: said_by, at, text: said }]);
  }
  return rows
    .map(
      (row): AlarmMark => ({
        id: row.alarm_uuid,
        raisedAt: row.raised_at,
        seen:
          row.seen_by === null || row.seen_at === null
            ? null
            : { by: row.seen_by, at: row.seen_at, why: row.seen_why ?? '' },
        shelf:
          row.shelf_by === null || row.shelf_at === null || (row.shelf_until ?? 0) <= now
            ? null
            : { by: row.shelf_by, at: row.shelf_at, until: row.shelf_until ?? 0, why: row.shelf_why ?? '' },
        notes: notesOf.get(`${row.alarm_uuid} ${row.raised_at}`) ?? [],
      }),
    )
    .filter(({ seen, shelf, notes }) => seen !== null || shelf !== null || notes.length > 0);
}

/** What was ever said of an alarm, newest first, over all its raises. */
export async function readMarkHistory(
  db: StoreDb,
  cloud: string,
  { alarmId, entity }: { alarmId: string; entity: string },
): Promise<AlarmMarkHistory> {
  const rows = await db
    .selectFrom('alarm_mark_history')
    .selectAll()
    .where('cloud', '=', cloud)
    .where('alarm_id', '=', storable(alarmId))
    .where('entity', '=', storable(entity))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_HISTORY + 1)
    .execute();
  const entries = rows.slice(0, MOST_HISTORY).flatMap((row) => {
    const deed = MARK_DEEDS.find((known: MarkDeed) => known === row.what);
    return deed === undefined
      ? []
      : [
          {
            id: row.id,
            alarm: { id: row.alarm_uuid, raisedAt: row.raised_at },
            by: row.said_by,
            at: row.at,
            deed,
            text: row.said,
            until: row.until,
          },
        ];
  });
  return { entries, more: rows.length > MOST_HISTORY };
}

export type Reading = {
  cloud: string;
  projectId: string;
  /** Every active alarm: a reading that is not whole must not come here. */
  active: readonly AlarmInstance[];
  /** Uuids of rows that could not be read: whatever they are, they are active. */
  unreadable: readonly string[];
  /** When the platform was asked. */
  askedAt: number;
};

/** Clocks of replicas may differ, and a reading may have been under way: marks as young as this are left alone. */
const YOUNG_MS = 10_000;

/**
 * Closes marks of alarms that are no longer active, and writes that into their history. Several consoles may find
 * out at once: one of them writes it.
 * @returns how many were closed
 */
export async function closeMarks(db: StoreDb, reading: Reading): Promise<number> {
  const { cloud, projectId, active, unreadable, askedAt } = reading;
  const candidates = await db
    .selectFrom('alarm_marks')
    .select(['alarm_uuid', 'raised_at', 'alarm_id', 'entity'])
    .where('cloud', '=', cloud)
    .where('project_id', '=', projectId)
    .where('first_at', '<', askedAt - YOUNG_MS)
    .execute();
  const there = new Set(active.map(({ id, raisedAt }) => `${id} ${raisedAt}`));
  const over = candidates.filter(
    (row) => !there.has(`${row.alarm_uuid} ${row.raised_at}`) && !unreadable.includes(row.alarm_uuid),
  );
  let closed = 0;
  for (const row of over) {
    const instance = { cloud, alarm_uuid: row.alarm_uuid, raised_at: row.raised_at };
    closed += await db.transaction().execute(async (changes) => {
      const gone = await changes
        .deleteFrom('alarm_marks')
        .where('cloud', '=', instance.cloud)
        .where('alarm_uuid', '=', instance.alarm_uuid)
        .where('raised_at', '=', instance.raised_at)
        .executeTakeFirst();
      if (Number(gone.numDeletedRows) === 0) return 0;
      const line = { at: askedAt, said_by: '', what: 'cleared', said: '', until: null };
      await changes
        .insertInto('alarm_mark_history')
        .values({ id: randomUUID(), ...instance, alarm_id: row.alarm_id, entity: row.entity, ...line })
        .execute();
      return 1;
    });
  }
  return closed;
}

/** Deletes what was said of alarms that cleared before an instant. What stands on active alarms stays. */
export async function forgetMarks(db: StoreDb, before: number): Promise<void> {
  await db
    .deleteFrom('alarm_mark_history')
    .where('at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('alarm_marks as mark')
            .select('mark.cloud')
            .whereRef('mark.cloud', '=', 'alarm_mark_history.cloud')
            .whereRef('mark.alarm_uuid', '=', 'alarm_mark_history.alarm_uuid')
            .whereRef('mark.raised_at', '=', 'alarm_mark_history.raised_at'),
        ),
      ),
    )
    .execute();
}
