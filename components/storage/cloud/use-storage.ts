'use client';
/** The storage of the cloud as it was last read, with the hosts it is on and the alarms that speak of it. */
import type { AlarmList } from '@/lib/domain/alarm';
import type { Host } from '@/lib/domain/host';
import type { Failure } from '@/lib/domain/result';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

export type StorageReading = {
  /** undefined: not read yet, or never. */
  storage: CloudStorage | undefined;
  /** Why there is none, or no newer one. */
  error: Failure | undefined;
  asOf: number | undefined;
  hosts: readonly Host[];
  /** null: could not be read, or not yet: nothing is known of fill and health then. */
  alarms: AlarmList | null;
  /** Alarms are still on their way. */
  alarmsPending: boolean;
  stale: boolean;
};

const NO_HOSTS: readonly Host[] = [];

export function useStorage(): StorageReading {
  const seen = useView('cloudStorage', {});
  const hosts = useView('hosts', {});
  const alarms = useView('alarms', {});
  const now = serverNow();
  return {
    ...{ storage: seen?.data, error: seen?.error, asOf: seen?.asOf },
    hosts: hosts?.data?.hosts ?? NO_HOSTS,
    alarms: alarms?.data ?? null,
    alarmsPending: alarms === undefined,
    stale: isStale(seen, now) || isStale(alarms, now),
  };
}
