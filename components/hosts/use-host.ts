'use client';
import type { Alarm } from '@/lib/domain/alarm';
import { alarmsByHost } from '@/lib/domain/alarm';
import type { Host } from '@/lib/domain/host';
import { findHost } from '@/lib/domain/host';
import type { Failure } from '@/lib/domain/result';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import type { Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

/** A host with its reading. Between two drawings the list may be read anew: who looks it up once more gets another date. */
export type HostHere = Extract<HostSeen, { state: 'here' }>;

export type HostSeen =
  | { state: 'waiting' }
  | { state: 'failed'; error: Failure }
  /** The list was read and does not have it (any more). */
  | { state: 'gone' }
  | {
      state: 'here';
      host: Host;
      /** Worst first; null while fault management has not answered. */
      alarms: readonly Alarm[] | null;
      /** The reading that `host` is of. */
      reading: Seen<unknown>;
    };

/**
 * One host, by name or uuid, out of the list that every page of the console reads anyway: it costs the platform
 * nothing more, and says the same here as there.
 */
export function useHost(ref: string): HostSeen {
  const seen = useView('hosts', {});
  const alarms = useActiveAlarms().sums?.standing.alarms;
  if (!seen?.data) return seen?.error ? { state: 'failed', error: seen.error } : { state: 'waiting' };
  const host = findHost(seen.data.hosts, ref);
  if (!host) return { state: 'gone' };
  const own = alarms === undefined ? null : (alarmsByHost(alarms).get(host.hostname ?? '') ?? []);
  return { state: 'here', host, alarms: own, reading: seen };
}
