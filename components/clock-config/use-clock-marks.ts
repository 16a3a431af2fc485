'use client';
/** How the clocks of hosts are, by hostname: for whoever is about to change what they run. */
import { useHostClocks } from '@/components/timing/use-host-clocks';
import type { ClockMark } from '@/lib/queries/host-clocks';

/** undefined while they are being read. */
export function useClockMarks(): ReadonlyMap<string, ClockMark> | undefined {
  const { clocks } = useHostClocks();
  return (
    clocks &&
    new Map(
      clocks.rows.flatMap(({ host, clock }) => {
        const mark = clocks.marks.get(clock.hostId);
        return mark ? [[host, mark] as const] : [];
      }),
    )
  );
}
