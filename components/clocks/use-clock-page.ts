'use client';
/** Readings of the page, with the time at which they are looked at. */
import { useNow } from '@/components/ui/clock';
import { serverSkew } from '@/lib/queries/clock';
import { useClocks } from '@/lib/queries/clocks';

/** Server time in steps. The first paint takes the time that the server had when it drew the page. */
export function useServerTime(step: 1_000 | 10_000 | 60_000): number {
  return useNow(step) + serverSkew();
}

export const useClockPage = () => useClocks(useServerTime(10_000));
