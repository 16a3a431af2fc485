/** What the bell of this tab is doing, for whoever shows it. */
import type { ViewName } from '@/lib/server/views';
import { createStore } from './store';

export type AttentionState = {
  /** `blocked`: the browser lets no page sound before somebody has clicked or pressed a key in it. */
  sound: 'ready' | 'blocked' | 'missing';
  /** Uuids of critical alarms that sound again and again, because nobody has marked them as seen. */
  ringing: readonly string[];
};

export const attentionState = createStore<AttentionState>({ sound: 'ready', ringing: [] });

/** Goes up with each "be silent". */
export const silenceAsked = createStore(0);

/** Stops what rings now, in this browser. News sounds again. Nobody else learns of it: it is no "seen". */
export function silence(): void {
  silenceAsked.set(silenceAsked.get() + 1);
}

/** Views that a hidden tab goes on reading, so that it can call somebody back, by who wants them. See ticker.ts. */
export const heardHidden = createStore<ReadonlyMap<string, readonly ViewName[]>>(new Map());

/** @param views none: it hears nothing any more */
export function hearHidden(who: string, views: readonly ViewName[]): void {
  const all = new Map(heardHidden.get());
  if (views.length > 0) all.set(who, views);
  else all.delete(who);
  heardHidden.set(all);
}
