'use client';
import { createContext, useContext } from 'react';
import type { StateBand } from '@/lib/domain/clock/state-band';
import { Band } from './band';

/** Bands by host, for cells that may depend on nothing but their row. */
export const Bands = createContext<ReadonlyMap<string, StateBand> | undefined>(undefined);

export function ListBand({ host }: { host: string }) {
  const band = useContext(Bands)?.get(host);
  return band ? <Band band={band} host={host} /> : null;
}
