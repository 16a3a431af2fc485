/**
 * What every server function and action gives back. Expected failures are values: a thrown server-action
 * error loses its message in production, and an operator needs the platform's own sentence.
 */
export type Failure = {
  /** What kind of failure, so that views can choose their look without reading words. */
  kind:
    | 'unauthenticated' // the session ended, or the platform refuses its token
    | 'forbidden' // the platform (or the role rules) says this user may not
    | 'not-found'
    | 'refused' // the platform understood and said no; `message` is its own sentence
    | 'invalid' // the console's own validation; see `fields`
    | 'unavailable' // no answer, a time-out, 5xx without a sentence, a service not in the catalogue
    | 'unreadable'; // an answer that no decoder can read
  /** One sentence for a person. For `refused` it is the platform's, verbatim. */
  message: string;
  /** Service that answered, by its usual name: keystone, sysinv, fm … */
  service?: string;
  /** HTTP status of the platform's answer. */
  status?: number;
  /** The console's request id, also in the server log. */
  requestId?: string;
  /** Long technical remainder (a traceback the platform sent), for a "details" fold. */
  details?: string;
  /** Per-field messages for `invalid`. */
  fields?: Record<string, string>;
  /** Seconds until another try makes sense (log-in throttle). */
  retryAfterSeconds?: number;
  /** Of a write whose answer got lost on its way to the browser: the id by which the console can be asked about it. */
  lost?: string;
};

export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

export const ok = <T>(data: T): Result<T> => ({ ok: true, data });
export const fail = (error: Failure): { ok: false; error: Failure } => ({ ok: false, error });

/** A rule's answer about what an operator may do. `why` is a full sentence; `cite` names the platform's check. */
export type Verdict = { ok: true } | { ok: false; why: string; cite?: string };

export const allowed: Verdict = { ok: true };
export const denied = (why: string, cite?: string): Verdict =>
  cite ? { ok: false, why, cite } : { ok: false, why };
