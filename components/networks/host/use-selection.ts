'use client';
/** Which box of the lanes is followed, else what is searched for, and what leads to and from it. */
import { useMemo } from 'react';
import { type BoxSelection, useBoxSelection } from '@/components/drawing/use-box-selection';
import { NO_TRACE, type Trace, traceOf } from '@/lib/domain/drawing/trace';
import { searchLanes } from '@/lib/domain/network/lane-search';
import type { LaneLink, Lanes } from '@/lib/domain/network/lanes';
import { useParams } from '@/lib/url/use-params';
import { NETWORK_PARAMS } from './network-params';

export type Selection = BoxSelection & {
  trace: Trace<LaneLink>;
  /** Boxes that the search hits; null while nobody searches. */
  hits: ReadonlySet<string> | null;
};

export function useSelection(lanes: Lanes): Selection {
  const [{ trace: pinned, q }] = useParams(NETWORK_PARAMS);
  const selection = useBoxSelection(pinned);
  const { start } = selection;
  const hits = useMemo(() => (q?.trim() ? new Set(searchLanes(lanes, q)) : null), [lanes, q]);
  const trace = useMemo(
    () => (start !== null ? traceOf(lanes, [start]) : hits ? traceOf(lanes, hits) : NO_TRACE),
    [lanes, start, hits],
  );
  return { ...selection, trace, hits };
}
