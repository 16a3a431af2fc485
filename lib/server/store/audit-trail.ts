/** Queries on the audit trail. Lines are added, read by time, and deleted after retention; never changed. */
import 'server-only';
import { sql } from 'kysely';
import { z } from 'zod';
import type { AuditEntry, AuditFilter, AuditLine } from '@/lib/domain/audit';
import { storable } from './storable';
import type { StoreDb } from './store';

export type KeptEntry = AuditEntry & { id: string };

/** Adds lines; a line that is there already stays as it is, so that an unclear try can be made again. */
export async function keepAuditLines(db: StoreDb, lines: readonly KeptEntry[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: line.id,
    at: Date.parse(line.at),
    who: storable(line.who),
    domain: storable(line.domain),
    project: storable(line.project),
    role: line.role,
    came_from: storable(line.from),
    cloud: line.cloud,
    action: line.action,
    target: storable(line.target),
    outcome: line.outcome,
    status: line.status,
    request_id: storable(line.requestId),
    duration_ms: line.durationMs,
    details: storable(JSON.stringify(line.details ?? {})),
  }));
  await db
    .insertInto('audit_trail')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/**
 * Lines of one cloud that a filter lets through, newest first.
 * @param most how many at most
 */
export async function readAuditLines(
  db: StoreDb,
  cloud: string,
  filter: AuditFilter,
  most: number,
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit_trail')
    .selectAll()
    .where('cloud', '=', cloud)
    .where('at', '>=', filter.from)
    .where('at', '<', filter.to)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most);
  const { before, who, action, outcome, text, writesOnly } = filter;
  if (writesOnly)
    query = query.where('action', 'not like', 'session.%').where('action', '!=', 'configuration.export');
  if (before) {
    query = query.where(({ or, and, eb }) =>
      or([eb('at', '<', before.at), and([eb('at', '=', before.at), eb('id', '<', before.id)])]),
    );
  }
  if (who) query = query.where('who', '=', storable(who));
  if (action) query = query.where('action', '=', action);
  if (outcome === 'failed') query = query.where('outcome', '!=', 'ok');
  else if (outcome) query = query.where('outcome', '=', outcome);
  if (text) {
    const like = `%${storable(text)
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&')}%`;
    const hay = sql`lower(who || ' ' || action || ' ' || target || ' ' || request_id || ' ' || came_from || ' ' || details)`;
    query = query.where(sql<boolean>`${hay} like ${like} escape '\\'`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    who: row.who,
    domain: row.domain,
    project: row.project,
    role: row.role,
    from: row.came_from,
    cloud: row.cloud,
    action: row.action,
    target: row.target,
    outcome: row.outcome,
    status: row.status,
    requestId: row.request_id,
    durationMs: row.duration_ms,
    details: detailsOf(row.details),
  }));
}

/** Who and which actions the trail knows between two instants: choices of the filters. */
export async function readAuditChoices(
  db: StoreDb,
  cloud: string,
  { from, to }: Pick<AuditFilter, 'from' | 'to'>,
): Promise<{ people: string[]; actions: string[] }> {
  const of = (column: 'who' | 'action') =>
    db
      .selectFrom('audit_trail')
      .select(column)
      .distinct()
      .where('cloud', '=', cloud)
      .where('at', '>=', from)
      .where('at', '<', to)
      .orderBy(column)
      .limit(MOST_CHOICES)
      .execute();
  const people = await of('who');
  const actions = await of('action');
  return { people: people.map(({ who }) => who), actions: actions.map(({ action }) => action) };
}
const MOST_CHOICES = 500;

/** Deletes lines from before an instant. */
export async function forgetAuditLines(db: StoreDb, before: number): Promise<void> {
  await db.deleteFrom('audit_trail').where('at', '<', before).execute();
}

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

function detailsOf(text: string): AuditLine['details'] {
  try {
    return details.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
