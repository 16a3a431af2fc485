/** Views of clocks: a handful of requests to the platform, however many hosts there are. */
import 'server-only';
import { z } from 'zod';
import { SERIES_QUANTITIES } from '@/lib/domain/clock/clock-series';
import { SPARK_BLOCK } from '@/lib/domain/clock/clock-spark';
import { type LinksWire, packLinks } from '@/lib/domain/clock/links-wire';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import { getNtpServers } from '@/lib/stx/sysinv/ntp';
import { getPtpConfig } from '@/lib/stx/sysinv/ptp-config';
import { listPtpLinks } from '@/lib/stx/sysinv/ptp-links';
import { loadClockSeries, loadClockSparks, loadLiveClocks } from './live-clocks';
import { loadTimingEvents, timingParams } from './timing-events';
import { none, view } from './view';

async function loadLinks(connection: Connection): Promise<Result<LinksWire>> {
  const links = await listPtpLinks(connection);
  return links.ok ? ok(packLinks(links.data)) : links;
}

export const clockViews = {
  /** PTP instances, interfaces, parameters and the older single instance: configuration, in one reading. */
  ptpConfig: view({ params: none, load: (connection) => getPtpConfig(connection), pace: () => 'minute' }),
  /** Servers of the hosts that follow NTP. */
  ntpServers: view({ params: none, load: (connection) => getNtpServers(connection), pace: () => 'minute' }),
  /** Ports below PTP interfaces and what they hear: cabling, which changes when somebody changes it. */
  ptpLinks: view({ params: none, load: loadLinks, pace: () => 'rare' }),
  /** Raises and clears of alarms about time, and hosts that were away, over the last one or seven days. */
  timingEvents: view({ params: timingParams, load: loadTimingEvents, pace: () => 'minute' }),
  /** The last hour of the offsets of a block of hosts, for cells; null without a metrics store. */
  clockSparks: view({
    params: z.strictObject({
      hosts: z
        .array(z.string().regex(/^[\w.-]{1,255}$/))
        .min(1)
        .max(SPARK_BLOCK),
    }),
    load: (connection, { hosts }) => loadClockSparks(connection, hosts),
    pace: () => 'minute',
  }),
  /** What live sources beside the platform say of clocks now. */
  liveClocks: view({ params: none, load: (connection) => loadLiveClocks(connection), pace: () => 'slow' }),
  /** What a metrics store kept of a host's clocks, thinned for a chart; null without such a store. */
  clockSeries: view({
    params: z.strictObject({
      hostId: z.uuid(),
      quantity: z.enum(SERIES_QUANTITIES),
      window: z.enum(['1h', '24h']),
    }),
    load: (connection, params) => loadClockSeries(connection, params),
    pace: (series) => (series && series.stepMs > 60_000 ? 'minute' : 'slow'),
  }),
};
