'use client';
/** Clocks for pages about hosts. Their code comes once the page stands, and their readings are asked for by the browser. */
import { later } from '@/components/ui/later';
import { useLater } from '@/components/ui/use-later';
import { fmTroubleOf } from '@/lib/queries/fm-trouble';
import type { HostClocks } from '@/lib/queries/host-clocks';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useServerTime } from './server-time';

const code = later(async () => (await import('@/lib/queries/host-clocks')).hostClocks);

export type HostClocksSeen = {
  /** undefined while one of its readings was never made: not known yet, which is not the same as unknown. */
  clocks: HostClocks | undefined;
  /** Too old for a verdict, or the newest try failed. */
  stale: boolean;
  /** Why fault management does not answer, in its words; null while it does. */
  fmTrouble: string | null;
  /** Why hosts were never read, in the platform's words; null when they were, or are yet to be. */
  trouble: string | null;
};

export function useHostClocks(): HostClocksSeen {
  const derive = useLater(code);
  const hosts = useView('hosts', {});
  const alarms = useView('alarms', {});
  const config = useView('ptpConfig', {});
  const ntp = useView('ntpServers', {});
  const live = useView('liveClocks', {});
  const links = useView('ptpLinks', {});
  const now = useServerTime(10_000);
  const fmTrouble = fmTroubleOf(alarms);
  // Without cabling a clock below a break would be counted as well: better no figure for a moment than two that differ.
  const asked = [alarms, config, ntp, live, links].every((seen) => seen !== undefined);
  return {
    clocks:
      derive && asked && hosts?.data
        ? derive({
            ...{ hosts: hosts.data.hosts, alarms: alarms?.data?.alarms ?? null, fmTrouble, now },
            ...{ config: config?.data ?? null, ntp: ntp?.data ?? null, live: live?.data ?? null },
            links: links?.data ?? null,
          })
        : undefined,
    stale: isStale(hosts, now) || isStale(alarms, now),
    ...{ fmTrouble, trouble: hosts?.data ? null : (hosts?.error?.message ?? null) },
  };
}
