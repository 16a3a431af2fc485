/** What the store needs of the process: to be opened at the start, cleared of what is old, and closed at the end. */
import 'server-only';
import { env } from '@/lib/env';
import { forgetMarks } from './alarm-marks';
import { forgetAuditLines } from './audit-trail';
import { type Store, store } from './store';

const DAY_MS = 24 * 3_600_000;
const FIRST_MS = 60_000;
const EVERY_MS = 6 * 3_600_000;

/**
 * Opens the store, which brings its shape up to date. A store that does not answer does not stop the start: whoever
 * needs it says so, and the next try finds it when it is back.
 */
export function startStore(): void {
  const own = store();
  void own.run(async () => {});
  const clear = () => void forgetOld(own, Date.now());
  setTimeout(clear, FIRST_MS).unref();
  setInterval(clear, EVERY_MS).unref();
  // Next ends the process itself, after the requests under way.
  process.once('exit', () => own.closeNow());
}

/** Deletes what has been kept long enough. @param now epoch milliseconds */
export async function forgetOld(own: Store, now: number): Promise<void> {
  const { ROOST_AUDIT_DAYS, ROOST_MARKS_DAYS } = env();
  await own.run((db) => forgetAuditLines(db, now - ROOST_AUDIT_DAYS * DAY_MS));
  await own.run((db) => forgetMarks(db, now - ROOST_MARKS_DAYS * DAY_MS));
}
