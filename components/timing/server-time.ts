'use client';
/** Time by the server's clock, for what counts from its stamps: ages, ends, what is due. */
import { useNow } from '@/components/ui/clock';
import { serverSkew } from '@/lib/queries/clock';
import { useTakingOver } from '@/lib/queries/first-readings';

/**
 * Server time in steps, epoch milliseconds. What was drawn on the server is taken over with the time that it had then, whatever is
 * known of this browser's clock by now.
 */
export function useServerTime(step: 1_000 | 10_000 | 60_000): number {
  const now = useNow(step);
  return useTakingOver() ? now : now + serverSkew();
}
