/** Which services do not answer, as the readings on this page tell. What is done through them waits meanwhile. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { ActingService } from '@/lib/domain/rights';
import type { ViewName } from '@/lib/server/views';
import type { Seen } from './seen';

/** The views that tell of a service, the one that is read most often first: it is the first to see it come back. */
const WITNESSES: Record<ActingService, readonly ViewName[]> = {
  sysinv: ['hosts', 'host', 'system'],
  fm: ['alarms'],
};
const NONE: readonly ActingService[] = [];

/** Services without any answer at their newest reading. One that answers with an error is there and may act. */
export function servicesAway(client: QueryClient): readonly ActingService[] {
  const away: ActingService[] = [];
  if (isAway(client, 'sysinv')) away.push('sysinv');
  if (isAway(client, 'fm')) away.push('fm');
  return away;
}

function isAway(client: QueryClient, service: ActingService): boolean {
  for (const view of WITNESSES[service]) {
    const readings = client
      .getQueryCache()
      .findAll({ type: 'active', queryKey: ['view', view] })
      // Every query of this kind was made by viewOptions.
      .flatMap(({ state }) => (state.data as Seen<unknown> | undefined) ?? []);
    if (readings.length === 0) continue;
    // http.ts: status 0 is no answer at all.
    return readings.every(
      ({ error }) => error?.kind === 'unavailable' && error.service === service && error.status === 0,
    );
  }
  return false;
}

/** Watches them. Changes only when the answer does. */
export function useServicesAway(): readonly ActingService[] {
  const client = useQueryClient();
  const watch = useMemo(() => {
    let held = NONE;
    return {
      subscribe: (notify: () => void) => client.getQueryCache().subscribe(() => queueMicrotask(notify)),
      snapshot: () => {
        const next = servicesAway(client);
        if (next.join() !== held.join()) held = next;
        return held;
      },
    };
  }, [client]);
  return useSyncExternalStore(watch.subscribe, watch.snapshot, () => NONE);
}
