'use client';
/** Which box of the drawing is followed, else what is searched for, and what leads to and from it. */
import { useMemo } from 'react';
import { type BoxSelection, useBoxSelection } from '@/components/drawing/use-box-selection';
import { NO_TRACE, type Trace, traceOf } from '@/lib/domain/drawing/trace';
import type { StorageLink } from '@/lib/domain/storage/layout';
import { searchStorage } from '@/lib/domain/storage/layout-search';
import { keyMeant } from '@/lib/domain/storage/storage-href';
import { useParams } from '@/lib/url/use-params';
import { STORAGE_PARAMS } from './storage-params';
import type { HostStorageModel } from './use-host-storage';

export type StorageSelection = BoxSelection & {
  trace: Trace<StorageLink>;
  /** Boxes that the search hits; null while nobody searches. */
  hits: ReadonlySet<string> | null;
};

export function useStorageSelection({ storage, layout }: HostStorageModel): StorageSelection {
  const [{ trace: pinned, q }] = useParams(STORAGE_PARAMS);
  const selection = useBoxSelection(pinned);
  // Others link by name, and to what is no box of its own.
  const open = selection.open === null ? null : keyMeant(storage, selection.open);
  const start = selection.start === selection.open ? open : selection.start;
  const hits = useMemo(() => (q?.trim() ? new Set(searchStorage(layout, q)) : null), [layout, q]);
  const trace = useMemo(() => {
    if (start !== null) return traceOf(layout, [layout.boxOf.get(start) ?? start]);
    return hits ? traceOf(layout, hits) : NO_TRACE;
  }, [layout, start, hits]);
  return { ...selection, open, start, trace, hits };
}
