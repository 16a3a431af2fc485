import { bucketTotal, type EventBucket } from '@/lib/domain/event-buckets';
import type { EventCounts } from '@/lib/domain/event-log';

/** One bar and its series, as the picture has them. */
export type Slot = {
  from: number;
  to: number;
  logs: number;
  operators: number;
  changes: number;
  critical: number;
};

/** Every bucket of the range, the empty ones too. */
export function slotsOf({ edges, buckets }: EventCounts): Slot[] {
  const byStart = new Map(buckets.map((bucket) => [bucket.from, bucket]));
  return edges.slice(0, -1).map((from, index) => {
    const bucket: EventBucket | undefined = byStart.get(from);
    const critical = bucket?.raised.critical ?? 0;
    const logs = bucket?.logs ?? 0;
    const operators = bucket?.operators ?? 0;
    return {
      ...{ from, to: edges[index + 1] ?? from, logs, operators, critical },
      changes: bucket ? bucketTotal(bucket) - critical - logs - operators : 0,
    };
  });
}

/** Where an instant lies along the bars, from 0 at the left to 1; bars are equally wide, also on a day of 23 hours. */
export function shareAt(edges: readonly number[], instant: number): number {
  const count = edges.length - 1;
  if (count < 1) return 0;
  const index = edges.findLastIndex((edge) => edge <= instant);
  if (index < 0) return 0;
  if (index >= count) return 1;
  const [from = 0, to = 0] = [edges[index], edges[index + 1]];
  return (index + (instant - from) / Math.max(1, to - from)) / count;
}

/** The edge nearest to a place along the bars. */
export const edgeAt = (edges: readonly number[], share: number): number =>
  edges[Math.round(Math.min(1, Math.max(0, share)) * (edges.length - 1))] ?? 0;

export const totalOf = ({ logs, operators, changes, critical }: Slot): number =>
  logs + operators + changes + critical;
