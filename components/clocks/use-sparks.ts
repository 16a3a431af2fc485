'use client';
/** Lines of the last hour for the hosts in sight: nothing is asked while no metrics source is configured. */
import { useMemo } from 'react';
import { sparkBlocks } from '@/lib/domain/clock/clock-spark';
import type { Clocks } from '@/lib/queries/clocks';
import { useViews } from '@/lib/queries/view';
import type { SparkLines } from './spark';

export function useSparks({ rows, live }: Clocks, inSight: readonly string[]): SparkLines {
  const hasStore = live?.sources.some(({ source }) => source === 'metrics') ?? false;
  const seenText = inSight.join('\n');
  const params = useMemo(() => {
    if (!hasStore) return [];
    const hosts = rows.flatMap(({ host, clock }) => (clock.follows === 'ptp' && isName(host) ? [host] : []));
    return sparkBlocks(hosts, new Set(seenText.split('\n'))).map((block) => ({ hosts: [...block] }));
  }, [rows, hasStore, seenText]);
  const seen = useViews('clockSparks', params);
  return new Map(seen.flatMap((one) => (one?.data ? Object.entries(one.data.lines) : [])));
}

/** Hosts without a name of their own have no samples either. */
const isName = (host: string): boolean => /^[\w.-]{1,255}$/.test(host);
