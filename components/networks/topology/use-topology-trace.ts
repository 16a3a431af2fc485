'use client';
/** Which box is followed: what the pointer or the keyboard is on, else what was pinned, else what is open. */
import { useMemo, useState } from 'react';
import type { Topology } from '@/lib/domain/network/topology';
import { NOT_TRACED, type TopologyTrace, traceBox } from '@/lib/domain/network/topology-look';
import { changeSearch } from '@/lib/url/address';
import { useOpenRow } from '@/lib/url/open-row';
import { useParams } from '@/lib/url/use-params';
import { TOPOLOGY_PARAMS } from './topology-params';

export type TopologySelection = {
  trace: TopologyTrace;
  pinned: string | null;
  open: string | null;
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

export function useTopologyTrace(topology: Topology): TopologySelection {
  const [{ trace: pinned }] = useParams(TOPOLOGY_PARAMS);
  const [open, setOpen] = useOpenRow();
  const [at, setAt] = useState<string | null>(null);
  const start = at ?? pinned ?? open;
  const trace = useMemo(() => (start === null ? NOT_TRACED : traceBox(topology, start)), [topology, start]);
  const clear = () => changeSearch({ trace: null }, 'push');
  return {
    ...{ trace, pinned, open, clear, setAt },
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
