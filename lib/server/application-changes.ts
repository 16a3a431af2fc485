/** What this console changed of applications, from its audit trail: for their history, and for what still needs an apply. */
import 'server-only';
import {
  type Change,
  LEFT_VERSION,
  needsApply,
  unappliedChanges,
} from '@/lib/domain/application/overrides/pending';
import type { AuditLine } from '@/lib/domain/audit';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import { getApplication } from '@/lib/stx/sysinv/applications/applications';
import { cloudName } from './cloud';
import { readAuditLines } from './store/audit-trail';
import { store } from './store/store';

/** An apply that nobody has asked for in so long is not waited for. */
const LOOK_BACK_MS = 90 * 86_400_000;
const MOST_LINES = 1_000;
/** Each costs a request of the platform. */
const MOST_APPLICATIONS = 20;

/** Lines about applications, newest first. @param text somewhere in the line */
async function linesWith(text: string): Promise<Result<AuditLine[]>> {
  const now = Date.now();
  const filter = { from: now - LOOK_BACK_MS, to: now + 60_000, text, writesOnly: true };
  const read = await store().run((db) => readAuditLines(db, cloudName(), filter, MOST_LINES));
  return read.ok ? ok(read.data.filter(({ action }) => action.startsWith('application'))) : read;
}

/** Of one application and its charts. */
export async function loadApplicationHistory(application: string): Promise<Result<{ lines: AuditLine[] }>> {
  const read = await linesWith(application);
  if (!read.ok) return read;
  const lines = read.data.filter(
    ({ target }) => target === application || target.startsWith(`${application}/`),
  );
  return ok({ lines });
}

export type PendingApplies = { pending: Change[] };

/** Applications that run with other values than this console has set since: see lib/domain/application/overrides/pending.ts. */
export async function loadPendingApplies(connection: Connection): Promise<Result<PendingApplies>> {
  const read = await linesWith('application-');
  if (!read.ok) return read;
  const applies = await linesWith('application.apply');
  if (!applies.ok) return applies;
  const lines = [...read.data, ...applies.data].toSorted((one, other) => other.at - one.at);
  const pending = await Promise.all(
    unappliedChanges(lines)
      .slice(0, MOST_APPLICATIONS)
      .map(async (change) => {
        const now = await getApplication(connection, change.application);
        return now.ok && needsApply(change, now.data) ? [change] : [];
      }),
  );
  return ok({ pending: pending.flat() });
}

/** Who left the user overrides of a chart as they are, when it was done through this console; null: nobody knows. */
export async function whoLeft(target: string, version: string): Promise<string | null> {
  const read = await linesWith(target);
  if (!read.ok) return null;
  const left = read.data.find(
    (line) => line.target === target && line.outcome === 'ok' && line.details[LEFT_VERSION] === version,
  );
  return left?.who ?? null;
}
