'use client';
/** What was typed and is not saved: kept in this tab, whatever page is open meanwhile. Never platform data by itself. */
import { useEffect } from 'react';
import type { ChartReading } from '@/lib/domain/application/chart';
import { type ChartRef, chartTarget } from '@/lib/domain/application/overrides/override-calls';
import { createStore, useStore } from '@/lib/queries/store';

/** Somebody else saved meanwhile. `by`: as far as this console knows. */
export type Conflict = { values: ChartReading; by: string | null; whyUnknown: string | null };

export type Draft = {
  /** The user overrides that this began from. */
  began: { user: string; version: string };
  yaml: string;
  /** `key=value` lines. */
  sets: string;
  /** What the server said when it was to be saved; null: nothing. */
  conflict: Conflict | null;
  /** Version of somebody else's that was seen, and left for later. */
  seen: string | null;
};

const drafts = createStore<Readonly<Record<string, Draft>>>({});

const fresh = ({ user, version }: ChartReading): Draft => ({
  ...{ began: { user: user ?? '', version }, yaml: user ?? '', sets: '', conflict: null, seen: null },
});

export const isDirty = ({ began, yaml, sets }: Draft): boolean => yaml !== began.user || sets.trim() !== '';

export type DraftState = {
  draft: Draft;
  dirty: boolean;
  change: (part: Partial<Draft>) => void;
  /** Forgets what was typed. */
  drop: () => void;
};

/** The draft of a chart, or its user overrides as they are. */
export function useDraft(chart: ChartRef, reading: ChartReading): DraftState {
  const key = chartTarget(chart);
  const held = useStore(drafts)[key];
  const draft = held && (isDirty(held) || held.conflict) ? held : fresh(reading);
  const dirty = isDirty(draft);
  // The browser asks before it forgets.
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return {
    ...{ draft, dirty },
    change: (part) => {
      const all = drafts.get();
      const now = all[key];
      const base = now && (isDirty(now) || now.conflict) ? now : fresh(reading);
      drafts.set({ ...all, [key]: { ...base, ...part } });
    },
    drop: () => drafts.set(Object.fromEntries(Object.entries(drafts.get()).filter(([name]) => name !== key))),
  };
}
