/** One write as the audit trail records it. */
export type AuditEntry = {
  /** ISO 8601, UTC. */
  at: string;
  who: string;
  domain: string;
  project: string;
  role: string;
  /** Address of the person's machine. */
  from: string;
  /** Host and port of the cloud's Keystone, with its region where one is set: lib/server/cloud.ts. */
  cloud: string;
  /** room.verb, e.g. host.lock */
  action: string;
  target: string;
  /** `ok`, or the kind of failure. */
  outcome: string;
  /** HTTP status of the platform's refusal; null when it accepted or was not asked. */
  status: number | null;
  requestId: string;
  durationMs: number;
  /** What was set; values of unknown names are masked. */
  details?: Record<string, string | number | boolean>;
};

/** One line of the kept trail. */
export type AuditLine = Omit<AuditEntry, 'at' | 'details'> & {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  details: Record<string, string | number | boolean>;
};

/** Name of the detail in which a line keeps the platform's words for a refusal. */
export const REFUSAL = 'refusal';

/** Where a page of the trail ends: the next one begins with what is older. */
export type AuditCursor = { at: number; id: string };

/** What of the trail is asked for. Instants are epoch milliseconds; `to` is not included. */
export type AuditFilter = {
  from: number;
  to: number;
  who?: string | undefined;
  action?: string | undefined;
  /** `failed`: everything but `ok`. */
  outcome?: string | undefined;
  /** Anywhere in a line, in any case. */
  text?: string | undefined;
  before?: AuditCursor | undefined;
  /** Without signing in, signing out, changes of password, and files of configuration. */
  writesOnly?: boolean | undefined;
};

/** Newest first. `next`: where older ones begin, or null. */
export type AuditPage = { lines: AuditLine[]; next: AuditCursor | null };

/** How outcomes read. Kinds of Failure (result.ts), refusals of sign-in, and `threw` for a fault of the console. */
const OUTCOMES: Record<string, string> = {
  ok: 'Done',
  refused: 'Refused',
  forbidden: 'Not permitted',
  unauthenticated: 'Session ended',
  'not-found': 'Not found',
  invalid: 'Not valid',
  unavailable: 'No answer',
  unreadable: 'Unreadable answer',
  threw: 'Console failed',
  expired: 'Password expired',
  throttled: 'Too many tries',
  'no-project': 'No project',
};

/** A word this console does not know is shown as it was written. */
export const outcomeWord = (outcome: string): string => OUTCOMES[outcome] ?? outcome;
