/** What the console says of a stretch of the event log. */
import type { EventBucket } from './event-buckets';
import type { EventFacets, EventFilter } from './event-filter';
import type { Standing } from './event-pairs';
import type { EventRange } from './event-range';
import type { UnreadableRow } from './host';
import type { LogRecord } from './log-record';

/** Whether writes made through this console are among the rows, or why not. */
export type DeedsShown =
  | { kind: 'shown' }
  /** They are not for this person. */
  | { kind: 'withheld'; why: string }
  /** They could not be read: some or all may be missing. */
  | { kind: 'failed'; why: string };

export type EventRow = LogRecord & {
  /** From raise to clear, as far as the log was read; null for plain logs. */
  standing: Standing | null;
};

export type EventRows = {
  /** Newest first. */
  rows: EventRow[];
  unreadable: UnreadableRow[];
  /** Older ones are before this instant; null when there are none in the range. */
  next: number | null;
  /** Start of the range when this was read. */
  from: number;
  /** Everything of the range has been read: what pairs raise and clear then knows all there is. */
  whole: boolean;
  /** The range holds more than is ever read at once: it is cut at its old end. */
  truncated: boolean;
  deeds: DeedsShown;
};

export type EventCounts = {
  from: number;
  to: number;
  /** Width of a bucket in milliseconds; at the reader's midnight one may be shorter. */
  size: number;
  /** Those with something in them, in order. */
  buckets: EventBucket[];
  /** Where each bucket begins, and where the last one ends. */
  edges: number[];
  facets: EventFacets;
  /** Events that pass the filter, and all of the range. */
  total: number;
  all: number;
  truncated: boolean;
  deeds: DeedsShown;
};

/** A page of the list, as the view `eventRows` takes it. */
export type EventPageRequest = {
  range: EventRange;
  filter: EventFilter;
  /** Only events at or after this instant. */
  after?: number;
  /** Only events before this instant. */
  before?: number;
  most: number;
};

export const PAGE_ROWS = 300;
/** What arrives while one looks; more than this in a moment is a flood. */
export const NEW_ROWS = 2_000;

/** Before this instant stand the pages, from it on what arrives while one looks. Whole minutes: many viewers share it. */
export const anchorAt = (now: number): number => Math.floor(now / 60_000) * 60_000;

/**
 * What the list asks for at first. A moving range is cut at an anchor: above it what is new, which is small and polled; below it
 * pages that hardly change any more.
 */
export function firstRequests(
  range: EventRange,
  filter: EventFilter,
  anchor: number,
): { newest: EventPageRequest | null; page: EventPageRequest } {
  if (!('last' in range)) return { newest: null, page: { range, filter, most: PAGE_ROWS } };
  return {
    newest: { range, filter, after: anchor, most: NEW_ROWS },
    page: { range, filter, before: anchor, most: PAGE_ROWS },
  };
}
