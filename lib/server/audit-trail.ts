/** The kept audit trail, for the page and the file. Only of this console's cloud: a store may serve several. */
import 'server-only';
import { z } from 'zod';
import type { AuditFilter, AuditPage } from '@/lib/domain/audit';
import { ok, type Result } from '@/lib/domain/result';
import { cloudName } from './cloud';
import { readAuditChoices, readAuditLines } from './store/audit-trail';
import { store } from './store/store';

const instant = z.int().min(0).max(8_640_000_000_000_000);

/** As a browser asks. Either the last `hours`, or the time from `from` to `to` (epoch milliseconds). */
export const auditParams = z.strictObject({
  hours: z.int().min(1).max(87_600).optional(),
  from: instant.optional(),
  to: instant.optional(),
  who: z.string().max(255).optional(),
  action: z.string().max(64).optional(),
  outcome: z.string().max(64).optional(),
  text: z.string().max(255).optional(),
  before: z.strictObject({ at: instant, id: z.string().max(64) }).optional(),
});
export type AuditParams = z.infer<typeof auditParams>;

/** Lines of one page. */
const PAGE = 200;
const HOUR_MS = 3_600_000;

/** @param now epoch milliseconds: where the last hours end, a moment ahead so that nothing of this moment is missed */
export function auditFilter({ hours, from, to, ...rest }: AuditParams, now = Date.now()): AuditFilter {
  if (hours !== undefined) return { ...rest, from: now - hours * HOUR_MS, to: now + HOUR_MS };
  return { ...rest, from: from ?? 0, to: to ?? now + HOUR_MS };
}

export type AuditTrail = AuditPage & {
  /** Everybody and every action of that time, for the filters. */
  people: string[];
  actions: string[];
};

export async function loadAuditTrail(params: AuditParams): Promise<Result<AuditTrail>> {
  const filter = auditFilter(params);
  const cloud = cloudName();
  const read = await store().run(async (db) => ({
    lines: await readAuditLines(db, cloud, filter, PAGE + 1),
    choices: await readAuditChoices(db, cloud, filter),
  }));
  if (!read.ok) return read;
  const lines = read.data.lines.slice(0, PAGE);
  const last = lines.at(-1);
  const next = read.data.lines.length > PAGE && last ? { at: last.at, id: last.id } : null;
  return ok({ lines, next, ...read.data.choices });
}
