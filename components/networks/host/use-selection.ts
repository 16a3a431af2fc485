'use client';
/** Which box is followed: what the pointer or the keyboard is on, else what was pinned, what is open, what is searched for. */
import { useMemo, useState } from 'react';
import { NO_TRACE, searchLanes, type Trace, traceOf } from '@/lib/domain/network/lane-trace';
import type { Lanes } from '@/lib/domain/network/lanes';
import { changeSearch } from '@/lib/url/address';
import { useOpenRow } from '@/lib/url/open-row';
import { useParams } from '@/lib/url/use-params';
import { NETWORK_PARAMS } from './network-params';

export type Selection = {
  trace: Trace;
  /** The pinned box. */
  pinned: string | null;
  /** The box whose details are open. */
  open: string | null;
  /** Boxes that the search hits; null while nobody searches. */
  hits: ReadonlySet<string> | null;
  /** Pins a box; a second time opens its details. Open details follow. */
  choose: (key: string) => void;
  showDetails: (key: string) => void;
  closeDetails: () => void;
  /** Closes what is open, else lets go of what is pinned. @returns whether there was anything */
  letGo: () => boolean;
  clear: () => void;
  /** Pointer or keyboard is on a box; null: on none. */
  setAt: (key: string | null) => void;
};

export function useSelection(lanes: Lanes): Selection {
  const [{ trace: pinned, q }] = useParams(NETWORK_PARAMS);
  const [open, setOpen] = useOpenRow();
  const [at, setAt] = useState<string | null>(null);
  const hits = useMemo(() => (q?.trim() ? new Set(searchLanes(lanes, q)) : null), [lanes, q]);
  const start = at ?? pinned ?? open;
  const trace = useMemo(
    () => (start !== null ? traceOf(lanes, [start]) : hits ? traceOf(lanes, hits) : NO_TRACE),
    [lanes, start, hits],
  );
  const clear = () => changeSearch({ trace: null }, 'push');
  return {
    ...{ trace, pinned, open, hits, clear, setAt },
    choose: (key) => {
      if (key === pinned) setOpen(key);
      else changeSearch({ trace: key, ...(open === null ? {} : { open: key }) }, 'push');
    },
    showDetails: (key) => setOpen(key),
    closeDetails: () => setOpen(null),
    letGo: () => {
      if (open !== null) setOpen(null);
      else if (pinned !== null) clear();
      else return false;
      return true;
    },
  };
}
