/**
 * Which applications run with other values than they are set to. The platform keeps when overrides were changed, and does not
 * tell (sysinv api/controllers/v1/helm_charts.py get_one). So this is known of changes made through this console alone, from its
 * audit trail: an application needs an apply when one of its charts was changed and nothing has happened to it since. That
 * something happened shows in `updated_at` of the application, which every apply writes (conductor/kube_app.py _update_app_status)
 * and a change of overrides does not; both instants are the platform's own, so clocks that differ do no harm.
 */
import type { AuditLine } from '../../audit';
import { OVERRIDE_ACTIONS } from './override-calls';

/** Name of the detail in which a line keeps `updated_at` of the application as it was before the change; epoch milliseconds. */
export const APPLICATION_UPDATED = 'applicationUpdated';
/** Name of the detail in which a line keeps the version of the user overrides that it left. */
export const LEFT_VERSION = 'overridesVersion';

export type Change = {
  application: string;
  chart: string;
  /** Epoch milliseconds, of this console. */
  at: number;
  /** `updated_at` of the application then; null: not known. */
  updatedWas: number | null;
};

const CHANGES: readonly string[] = Object.values(OVERRIDE_ACTIONS);

/** The last change of each application that no apply through this console followed. @param lines newest first */
export function unappliedChanges(lines: readonly AuditLine[]): Change[] {
  const settled = new Set<string>();
  const changes: Change[] = [];
  for (const { action, target, outcome, at, details } of lines) {
    const [application = '', chart = ''] = target.split('/');
    if (outcome !== 'ok' || settled.has(application)) continue;
    if (action === 'application.apply') settled.add(application);
    if (!CHANGES.includes(action)) continue;
    settled.add(application);
    const was = details[APPLICATION_UPDATED];
    changes.push({ application, chart, at, updatedWas: typeof was === 'number' ? was : null });
  }
  return changes;
}

/** What runs, or failed to: what never was applied takes its values with its first apply. */
const RUNS: readonly string[] = ['applied', 'apply-failed'];

/** @param now the application as the platform tells it by itself: the list of all has no dates */
export function needsApply(
  { updatedWas }: Pick<Change, 'updatedWas'>,
  now: { status: string | null; updatedAt: number | null },
): boolean {
  if (now.status === null || !RUNS.includes(now.status)) return false;
  return updatedWas === null || now.updatedAt === null || now.updatedAt === updatedWas;
}
