/**
 * Which line of a preflight a refusal belongs to, by the sentence that the platform says (sysinv
 * api/controllers/v1/host.py check_* and the functions that they call, in the order in which it asks). A sentence that is
 * in no row stays a refusal of its own.
 */
import type { Check, WayOut } from '../check';
import type { HostAction } from '../host-actions';
import type { Failure } from '../result';
import { LOCK_REFUSALS, SWACT_REFUSALS } from './lock-refusals';
import type { RefusalRow } from './refusal-row';
import { UNLOCK_REFUSALS } from './unlock-refusals';

/** The rules of an action, and what their ids begin with. */
function tableOf(action: HostAction): { prefix: string; rows: readonly RefusalRow[] } | null {
  if (action === 'unlock' || action === 'force-unlock') return { prefix: 'unlock', rows: UNLOCK_REFUSALS };
  if (action === 'swact') return { prefix: 'swact', rows: SWACT_REFUSALS };
  return action.endsWith('lock') ? { prefix: 'lock', rows: LOCK_REFUSALS } : null;
}

/** Ids of the checks of an unlock, in the order in which the platform asks. */
export const UNLOCK_ORDER: readonly string[] = [...new Set(UNLOCK_REFUSALS.map(({ id }) => `unlock.${id}`))];

/** The check that a refusal belongs to; undefined when its sentence is not known. */
export function refusedCheck(
  action: HostAction,
  message: string,
): { id: string; title: string; wayOut?: WayOut } | undefined {
  const table = tableOf(action);
  const words = message.replace(/\s+/g, ' ').trim();
  const row = table?.rows.find(({ says }) => says.test(words));
  if (!table || !row) return undefined;
  return { id: `${table.prefix}.${row.id}`, title: row.title, ...(row.wayOut ? { wayOut: row.wayOut } : {}) };
}

/**
 * The lines with the refusal on the one that it belongs to, which comes first; null when it belongs to none.
 * A line that blocks by itself keeps its words and its way out: they say more.
 */
export function withRefusal(checks: readonly Check[], action: HostAction, failure: Failure): Check[] | null {
  if (failure.kind !== 'refused') return null;
  const found = refusedCheck(action, failure.message);
  if (!found) return null;
  const own = checks.find(({ id }) => id === found.id);
  const { title, wayOut } = own?.outcome === 'block' ? own : found;
  const way = wayOut ?? own?.wayOut;
  const line: Check = {
    ...{ id: found.id, outcome: 'block', title, source: 'sysinv' },
    ...{ cite: own?.cite ?? 'sysinv host.py', refusal: failure },
    ...(way && way.kind !== 'read' ? { wayOut: way } : {}),
  };
  return [line, ...checks.filter(({ id }) => id !== found.id)];
}
