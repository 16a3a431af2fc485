/**
 * What people of this console say of one alarm: seen, noted, put aside for a while. Fault management has nothing of
 * the kind; the console keeps it for all its users and drops it when the alarm clears. See ADR 0018.
 */
import type { Alarm } from './alarm';

/** One raise of one alarm. An alarm that is raised again under its old uuid is another instance. */
export type AlarmInstance = Pick<Alarm, 'id' | 'raisedAt'>;

/** Who said it, and when (epoch milliseconds, the server's clock). */
export type Said = { by: string; at: number };

export type AlarmNote = Said & { id: string; text: string };

/** Put aside until an instant: it leaves the counts and makes no sound; it is listed and counted apart. */
export type Shelf = Said & { until: number; why: string };

export type AlarmMark = AlarmInstance & {
  /** The newest "seen", or null. `why` is empty when nothing was said. */
  seen: (Said & { why: string }) | null;
  /** Null when not shelved, or no longer. */
  shelf: Shelf | null;
  /** Oldest first. */
  notes: AlarmNote[];
};

export type AlarmMarks = { marks: AlarmMark[] };

/** One raise as a key of a map. */
export const instanceKey = ({ id, raisedAt }: AlarmInstance): string => `${id} ${raisedAt}`;

/** Marks by instance, for lookups while drawing. */
export function marksByAlarm(marks: readonly AlarmMark[]): (alarm: AlarmInstance) => AlarmMark | undefined {
  const byKey = new Map(marks.map((mark) => [instanceKey(mark), mark]));
  return (alarm) => byKey.get(instanceKey(alarm));
}

/** @param now epoch milliseconds of the server's clock: a shelf that has expired holds nothing back */
export const isShelved = (mark: AlarmMark | undefined, now: number): boolean =>
  (mark?.shelf?.until ?? 0) > now;

/** Most characters of a note or a reason. */
export const MOST_NOTE = 1_000;
/** A shelf ends by itself, after a week at the latest. */
export const MOST_SHELF_MS = 7 * 24 * 3_600_000;

/** What can be said of an alarm, and that it cleared. */
export const MARK_DEEDS = ['seen', 'unseen', 'note', 'shelved', 'unshelved', 'cleared'] as const;
export type MarkDeed = (typeof MARK_DEEDS)[number];

/** One line of what was ever said of an alarm, under whichever uuid it was raised. `by` is empty for `cleared`. */
export type AlarmMarkEntry = Said & {
  id: string;
  /** Which raise it was said of. */
  alarm: AlarmInstance;
  deed: MarkDeed;
  /** The note, or why; empty when nothing was said. */
  text: string;
  /** End of the shelf, for `shelved`. */
  until: number | null;
};

/** Newest first. `more`: there is more than fits. */
export type AlarmMarkHistory = { entries: AlarmMarkEntry[]; more: boolean };

/** Why a note cannot be kept as it is, or undefined. For the form and for the server alike. */
export function noteProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Write something.';
  return tooLong(text);
}

/** Why a reason for "seen" does not fit, or undefined. None is needed. */
export const seenProblem = (why: string): string | undefined => tooLong(why);

/** Problems of a shelf by field, empty when there are none. @param now epoch milliseconds of the server's clock */
export function shelfProblems(
  { until, why }: { until: number; why: string },
  now: number,
): { until?: string; why?: string } {
  const problems: { until?: string; why?: string } = {};
  if (until <= now) problems.until = 'Choose a time that is still to come.';
  else if (until - now > MOST_SHELF_MS) problems.until = 'A shelf ends after 7 days at the latest.';
  const whyProblem = why.trim() === '' ? 'Say why.' : tooLong(why);
  if (whyProblem) problems.why = whyProblem;
  return problems;
}

const tooLong = (text: string): string | undefined =>
  text.trim().length > MOST_NOTE
    ? `${text.trim().length} characters. At most ${MOST_NOTE.toLocaleString('en')} fit.`
    : undefined;
