'use client';
/** What a person chose besides what the address says: ports that stand for each other, and what is copied. Kept while the page is. */
import { useState } from 'react';
import type { Ticks } from '@/lib/domain/copy/part';
import type { OwnPorts } from '@/lib/domain/network/copy/ports';

export type Choice = { ports: OwnPorts; ticks: Ticks };

const NONE: Choice = { ports: new Map(), ticks: new Map() };

export type CopyChoices = {
  /** @param host uuid of the target */
  of: (host: string) => Choice;
  /** @param to a port of the target; null: none */
  setPort: (host: string, from: string, to: string | null) => void;
  setTick: (host: string, key: string, on: boolean) => void;
  /** What was chosen of all hosts is forgotten: another source, or another way to map. */
  forget: () => void;
};

export function useCopyChoices(): CopyChoices {
  const [all, setAll] = useState<ReadonlyMap<string, Choice>>(new Map());
  const of = (host: string) => all.get(host) ?? NONE;
  const change = (host: string, next: (before: Choice) => Choice) =>
    setAll((before) => new Map(before).set(host, next(before.get(host) ?? NONE)));
  return {
    of,
    setPort: (host, from, to) =>
      change(host, ({ ports, ticks }) => {
        // A port that is given away is not the other's any more.
        const others = [...ports].filter(([, taken]) => to === null || taken !== to);
        return { ticks, ports: new Map([...others, [from, to]]) };
      }),
    setTick: (host, key, on) =>
      change(host, ({ ports, ticks }) => ({ ports, ticks: new Map(ticks).set(key, on) })),
    forget: () => setAll(new Map()),
  };
}
