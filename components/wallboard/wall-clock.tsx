'use client';
/** The present on a board: it goes by a beat that does not slow down while the tab is hidden. */
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { useZone } from '@/components/ui/clock';
import { formatClock } from '@/lib/format/time';
import { serverNow } from '@/lib/queries/clock';
import { onBeat } from '@/lib/queries/metronome';

const Rendered = createContext(0);

/** @param at server time at which the page was rendered: the first paint and taking over agree on it */
export function WallClockProvider({ at, children }: { at: number; children: ReactNode }) {
  return <Rendered value={at}>{children}</Rendered>;
}

/** Server time at which the page was rendered. */
export const useOpenedAt = (): number => use(Rendered);

/** Server time, epoch milliseconds, renewed every `stepMs`; rounded down to it, so that nothing renders in between. */
export function useWallNow(stepMs = 1_000): number {
  const rendered = use(Rendered);
  return useSyncExternalStore(
    onBeat,
    () => Math.floor(serverNow() / stepMs) * stepMs,
    () => Math.floor(rendered / stepMs) * stepMs,
  );
}

/** The clock in the corner. */
export function WallClock() {
  const now = useWallNow();
  const zone = useZone();
  return (
    <time className="wall-clock mono" dateTime={new Date(now).toISOString()} title={zone}>
      {formatClock(now, zone)}
    </time>
  );
}
