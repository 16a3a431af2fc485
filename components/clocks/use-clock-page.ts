'use client';
/** Readings of the page, with the time at which they are looked at. */
import { useServerTime } from '@/components/timing/server-time';
import { useClocks } from '@/lib/queries/clocks';

export const useClockPage = () => useClocks(useServerTime(10_000));
