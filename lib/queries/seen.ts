/** What a view holds of a fact: the last good value with its date, and why a newer one is missing. */
import type { ReadAnswer } from '@/lib/domain/reading';
import type { Failure } from '@/lib/domain/result';
import { applyPatch, type RowPatch } from '@/lib/domain/row-patch';

export type Seen<T> = {
  data?: T;
  version?: string;
  /** Server time of `data`. */
  asOf?: number;
  /** The newest try failed so; `data`, if any, is then from before. */
  error?: Failure;
  /** Server time at which to ask again. */
  nextAt: number;
  /** Milliseconds that the server meant between readings: what "late" is measured by. */
  paceMs: number;
  /** How often in a row no answer came, for the backing off. */
  misses: number;
};

const LONGEST_BACKOFF_MS = 30_000;

/** Adds an answer to what was seen before. An unchanged value keeps its identity, so that nothing re-renders. */
export function addAnswer<T>(before: Seen<T> | undefined, answer: ReadAnswer<T>, now: number): Seen<T> {
  const seen: Seen<T> = {
    ...(before?.data === undefined ? {} : { data: before.data, version: before.version, asOf: before.asOf }),
    nextAt: now + answer.nextInMs,
    paceMs: answer.paceMs,
    misses: 0,
  };
  if (answer.value && 'data' in answer.value) {
    seen.data = answer.value.data;
    seen.version = answer.value.version;
    seen.asOf = answer.value.asOf;
  } else if (answer.value && 'patch' in answer.value) {
    addPatch(seen, answer.value);
  } else if (answer.value) {
    seen.asOf = answer.value.asOf;
  }
  if (answer.error) {
    seen.error = answer.error;
    seen.misses = (before?.misses ?? 0) + 1;
    // The server backs off from the platform; this backs off from the server, with jitter.
    const backoff = Math.min(LONGEST_BACKOFF_MS, 1_000 * 2 ** Math.min(seen.misses - 1, 5));
    seen.nextAt = now + Math.max(answer.nextInMs, backoff * (0.75 + Math.random() / 2));
  }
  return seen;
}

/** A patch of another version than the one held changes nothing, and the whole is asked for at once. */
function addPatch<T>(seen: Seen<T>, value: { patch: RowPatch; asOf: number; version: string }): void {
  const { patch, asOf, version } = value;
  const data =
    seen.data !== undefined && seen.version === patch.base ? applyPatch(seen.data, patch) : undefined;
  if (data === undefined) {
    delete seen.version;
    seen.nextAt = 0;
    return;
  }
  seen.data = data;
  seen.version = version;
  seen.asOf = asOf;
}

/** Is the value older than two of its own intervals, or did the newest try fail? */
export function isStale(seen: Seen<unknown> | undefined, now: number): boolean {
  if (!seen) return false;
  if (seen.error) return true;
  return seen.asOf !== undefined && now - seen.asOf > 2 * seen.paceMs + 3_000;
}
