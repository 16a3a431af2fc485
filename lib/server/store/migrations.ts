/**
 * Changes of the store's shape, forward only: one is never edited once released, the next one is added. They say
 * nothing that only one of the databases understands.
 */
import 'server-only';
import { type Kysely, sql } from 'kysely';
import type { StoreTables } from './schema';

type Migration = { name: string; up: (db: Kysely<StoreTables>) => Promise<void> };

export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-alarm-marks',
    async up(db) {
      await db.schema
        .createTable('alarm_marks')
        .addColumn('cloud', 'text', (column) => column.notNull())
        .addColumn('alarm_uuid', 'text', (column) => column.notNull())
        .addColumn('raised_at', 'bigint', (column) => column.notNull())
        .addColumn('alarm_id', 'text', (column) => column.notNull())
        .addColumn('entity', 'text', (column) => column.notNull())
        .addColumn('project_id', 'text', (column) => column.notNull())
        .addColumn('first_at', 'bigint', (column) => column.notNull())
        .addColumn('seen_by', 'text')
        .addColumn('seen_at', 'bigint')
        .addColumn('seen_why', 'text')
        .addColumn('shelf_by', 'text')
        .addColumn('shelf_at', 'bigint')
        .addColumn('shelf_until', 'bigint')
        .addColumn('shelf_why', 'text')
        .addPrimaryKeyConstraint('alarm_marks_key', ['cloud', 'alarm_uuid', 'raised_at'])
        .execute();
      await db.schema
        .createTable('alarm_mark_history')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('cloud', 'text', (column) => column.notNull())
        .addColumn('alarm_uuid', 'text', (column) => column.notNull())
        .addColumn('raised_at', 'bigint', (column) => column.notNull())
        .addColumn('alarm_id', 'text', (column) => column.notNull())
        .addColumn('entity', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('said_by', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('said', 'text', (column) => column.notNull())
        .addColumn('until', 'bigint')
        .execute();
      await db.schema
        .createIndex('alarm_mark_history_instance')
        .on('alarm_mark_history')
        .columns(['cloud', 'alarm_uuid', 'raised_at'])
        .execute();
      await db.schema
        .createIndex('alarm_mark_history_alarm')
        .on('alarm_mark_history')
        .columns(['cloud', 'alarm_id', 'at'])
        .execute();
      await db.schema.createIndex('alarm_mark_history_at').on('alarm_mark_history').columns(['at']).execute();
    },
  },
  {
    name: '0002-audit-trail',
    async up(db) {
      await db.schema
        .createTable('audit_trail')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('domain', 'text', (column) => column.notNull())
        .addColumn('project', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('came_from', 'text', (column) => column.notNull())
        .addColumn('cloud', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('request_id', 'text', (column) => column.notNull())
        .addColumn('duration_ms', 'integer', (column) => column.notNull())
        .addColumn('details', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('audit_trail_at')
        .on('audit_trail')
        .columns(['cloud', 'at', 'id'])
        .execute();
    },
  },
];

/** One number for all consoles of one PostgreSQL: whoever holds it migrates, the others wait. */
const LOCK = 7_264_011;

/**
 * Brings the store's shape up to date in one transaction. Two consoles that start together take turns: an embedded
 * file has one writer at a time (the transaction begins as one), PostgreSQL has the advisory lock.
 */
export async function migrate(db: Kysely<StoreTables>, kind: 'embedded' | 'postgres'): Promise<void> {
  await db.transaction().execute(async (changes) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(changes);
    await changes.schema
      .createTable('roost_migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const rows = await changes.selectFrom('roost_migrations').select('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    const unknown = [...applied].filter((name) => !MIGRATIONS.some((known) => known.name === name));
    if (unknown.length > 0)
      throw new Error(`the store was changed by a newer console (${unknown.join(', ')})`);
    for (const { name, up } of MIGRATIONS) {
      if (applied.has(name)) continue;
      await up(changes);
      await changes.insertInto('roost_migrations').values({ name, applied_at: Date.now() }).execute();
    }
  });
}
