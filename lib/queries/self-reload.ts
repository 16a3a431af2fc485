/**
 * A page that nobody sits at reloads itself: after a new build, or when its connection to the console hangs for good.
 * Never into a loop: once for each reason within an hour, noted in the tab. Never into nothing: only when the console
 * has just delivered this very page.
 */
export type Reload = { reason: string; at: number };

const NOTE = 'roost-reloads';
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 10_000;

/** May the page reload for this reason, after these reloads? */
export const mayReload = (past: readonly Reload[], reason: string, now: number): boolean =>
  !past.some((each) => each.reason === reason && now - each.at < HOUR_MS);

/** Reads what was noted; what nobody here wrote is no note. */
export function readReloads(text: string | null): Reload[] {
  try {
    const noted: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(noted) ? noted.filter(isReload) : [];
  } catch {
    return [];
  }
}

const isReload = (note: unknown): note is Reload =>
  typeof note === 'object' &&
  note !== null &&
  typeof Reflect.get(note, 'reason') === 'string' &&
  typeof Reflect.get(note, 'at') === 'number';

/**
 * Reloads this page.
 * @returns `held` when it has already done so for this reason, `unreachable` when the console does not deliver the
 * page now; the caller may try again then
 */
export async function reloadFor(reason: string): Promise<'reloading' | 'held' | 'unreachable'> {
  const now = Date.now();
  let past: Reload[];
  try {
    past = readReloads(sessionStorage.getItem(NOTE));
    if (!mayReload(past, reason, now)) return 'held';
    if (!(await isDelivered())) return 'unreachable';
    const kept = past.filter(({ at }) => now - at < HOUR_MS);
    sessionStorage.setItem(NOTE, JSON.stringify([...kept, { reason, at: now }]));
  } catch {
    // Without a place for the note nothing would stop a loop.
    return 'held';
  }
  window.location.reload();
  return 'reloading';
}

/** A redirect (to sign in) or an error page in its place is not this page. */
async function isDelivered(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.href, {
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
