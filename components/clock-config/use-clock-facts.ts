'use client';
/** What every change to clocks is judged by: the configuration and the hosts, as they were last read. */
import type { ClockState } from '@/lib/domain/clock/ptp-call-effect';
import type { Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';

export type ClockFacts = ClockState & {
  hosts: readonly Host[];
  /** When the configuration was read. */
  asOf: number;
};

/** @param withNtp wait for the NTP servers as well. `error`: why there is nothing to show */
export function useClockFacts(withNtp = false): { facts: ClockFacts | undefined; error: string | undefined } {
  const config = useView('ptpConfig', {});
  const ntp = useView('ntpServers', {});
  const hosts = useView('hosts', {});
  const list = hosts?.data?.hosts;
  const error = config?.error ?? hosts?.error ?? (withNtp ? ntp?.error : undefined);
  if (!config?.data || !list || (withNtp && !ntp?.data)) return { facts: undefined, error: error?.message };
  const facts = {
    config: config.data,
    ntp: ntp?.data ?? null,
    follows: Object.fromEntries(list.map((host) => [host.hostname ?? host.id, host.clockSynchronization])),
    hosts: list,
    asOf: config.asOf ?? 0,
  };
  return { facts, error: undefined };
}
