/** Counts of events over time, for a histogram. */
import { SEVERITIES, type Severity } from './alarm';
import type { LogRecord } from './log-record';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Widths of a bucket. Each divides the next but one or so; all from an hour on divide a day. */
const SIZES = [
  1 * SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
];
const MOST_BUCKETS = 100;

/** The width, in milliseconds, that gives a span at most a hundred buckets. */
export const bucketSize = (from: number, to: number): number =>
  SIZES.find((size) => (to - from) / size <= MOST_BUCKETS) ?? DAY;

/**
 * Where buckets begin, in order, and where the last one ends. From an hour's width on they begin with the reader's day and
 * never lie across its midnight: a day of 23 or 25 hours has a shorter or one more bucket, and every label stays a whole hour.
 * @param offsetAt milliseconds that the reader's zone is ahead of UTC at an instant
 */
export function bucketEdges(
  from: number,
  to: number,
  size: number,
  offsetAt: (instant: number) => number,
): number[] {
  const edges: number[] = [];
  if (size < HOUR) {
    const first = Math.floor(from / size) * size;
    for (let edge = first; edge < to; edge += size) edges.push(edge);
    return [...edges, (edges.at(-1) ?? first) + size];
  }
  let midnight = midnightBefore(from, offsetAt);
  while (midnight <= to) {
    const next = midnightBefore(midnight + DAY + 2 * HOUR, offsetAt);
    for (let edge = midnight; edge < next && edge < to; edge += size) {
      if (Math.min(edge + size, next) > from) edges.push(edge);
    }
    midnight = next;
  }
  const last = edges.at(-1) ?? from;
  const end = midnightBefore(last + DAY + 2 * HOUR, offsetAt);
  return [...edges, end > last ? Math.min(last + size, end) : last + size];
}

/** Start of the local day that an instant is in. */
function midnightBefore(instant: number, offsetAt: (instant: number) => number): number {
  const local = instant + offsetAt(instant);
  const wanted = Math.floor(local / DAY) * DAY;
  // The offset at midnight may be another than at the instant; where clocks jump at midnight, the day begins after the jump.
  const guess = wanted - offsetAt(instant);
  const midnight = wanted - offsetAt(guess);
  return midnight + offsetAt(midnight) < wanted ? guess : midnight;
}

export type EventBucket = {
  /** Epoch milliseconds, inclusive; it ends where the next one begins. */
  from: number;
  to: number;
  logs: number;
  /** Writes made through this console. */
  operators: number;
  cleared: number;
  raised: Record<Severity, number>;
  /** Raised with a severity that the platform's list does not know. */
  raisedOther: number;
};

/** Empty buckets between edges. */
export const emptyBuckets = (edges: readonly number[]): EventBucket[] =>
  edges.slice(0, -1).map((from, index) => ({
    from,
    to: edges[index + 1] ?? from,
    logs: 0,
    operators: 0,
    cleared: 0,
    raised: { critical: 0, major: 0, minor: 0, warning: 0 },
    raisedOther: 0,
  }));

/** Adds an event to the bucket it belongs to; one before the first or after the last belongs to none. */
export function addToBucket(buckets: readonly EventBucket[], event: LogRecord): void {
  let low = 0;
  let high = buckets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle];
    if (!bucket) return;
    if (event.at < bucket.from) high = middle - 1;
    else if (event.at >= bucket.to) low = middle + 1;
    else {
      if (event.state === 'clear') bucket.cleared += 1;
      else if (event.state === 'operator') bucket.operators += 1;
      else if (event.state !== 'set') bucket.logs += 1;
      else if (event.severity === null) bucket.raisedOther += 1;
      else bucket.raised[event.severity] += 1;
      return;
    }
  }
}

/** All of a bucket. */
export const bucketTotal = ({ logs, operators, cleared, raised, raisedOther }: EventBucket): number =>
  logs + operators + cleared + raisedOther + SEVERITIES.reduce((sum, severity) => sum + raised[severity], 0);
