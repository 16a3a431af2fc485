/**
 * Live readings of clocks from sources beside the platform: both optional, both off by default. The Keystone token of
 * whoever looks is never sent to them (docs/decisions/0022-live-readings.md).
 */
import 'server-only';
import type { ClockSeries, ClockWindow, SeriesQuantity } from '@/lib/domain/clock/clock-series';
import type { ClockSparks } from '@/lib/domain/clock/clock-spark';
import { liveHosts } from '@/lib/domain/clock/live-hosts';
import type { LiveClocks } from '@/lib/domain/clock/live-reading';
import { type LiveWire, packLive } from '@/lib/domain/clock/live-wire';
import type { Unknown } from '@/lib/domain/host';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import { readClockSparks } from '@/lib/stx/prometheus/clock-sparks';
import { readClockSeries } from '@/lib/stx/prometheus/clocks';
import { getHost, listHosts } from '@/lib/stx/sysinv/hosts';
import { clockStore, liveSources } from './live/sources';
import { newRequestId } from './request-id';

/**
 * What the configured sources say now of the hosts that keep time by PTP, as far as the viewer's own token sees them.
 * Without any source both lists are empty and nobody is asked.
 * @returns a Failure only when the inventory does not answer
 */
export async function loadLiveClocks(connection: Connection): Promise<Result<LiveWire>> {
  const { nodes, store } = liveSources();
  if (!nodes && !store) return ok(packLive({ readings: [], sources: [] }));
  const list = await listHosts(connection);
  return list.ok ? ok(packLive(await readLiveClocks(liveHosts(list.data.hosts)))) : list;
}

/** The same of hosts by their names. Never fails: why a source says nothing is in `sources`. */
export async function readLiveClocks(hostnames: readonly string[]): Promise<LiveClocks> {
  const { nodes, store } = liveSources();
  const parts = await Promise.all([nodes, store].map((source) => source?.read(hostnames)));
  return {
    readings: parts.flatMap((part) => part?.readings ?? []),
    sources: parts.flatMap((part) => part?.sources ?? []),
  };
}

/**
 * What the metrics store kept of one host's clocks; null when none is configured. The host is looked up with the
 * viewer's own token first: only who sees a host sees its clocks, and only a name of the inventory reaches a query.
 */
export async function loadClockSeries(
  connection: Connection,
  { hostId, quantity, window }: { hostId: string; quantity: SeriesQuantity; window: ClockWindow },
): Promise<Result<Unknown<ClockSeries>>> {
  const host = await getHost(connection, hostId);
  if (!host.ok) return host;
  const store = clockStore();
  if (!store) return ok(null);
  const { hostname } = host.data;
  if (hostname === null) return fail({ kind: 'not-found', message: 'A host without a name has no samples.' });
  return readClockSeries(store, { host: hostname, quantity, window, now: Date.now() }, newRequestId());
}

/**
 * The last hour of these hosts in the metrics store; null when none is configured. Only names that the viewer's own
 * inventory has reach a query.
 */
export async function loadClockSparks(
  connection: Connection,
  hostnames: readonly string[],
): Promise<Result<Unknown<ClockSparks>>> {
  const store = clockStore();
  if (!store) return ok(null);
  const list = await listHosts(connection);
  if (!list.ok) return list;
  const known = new Set(list.data.hosts.map(({ hostname }) => hostname));
  const hosts = hostnames.filter((name) => known.has(name));
  const now = Date.now();
  if (hosts.length === 0) return ok({ from: now - 3_600_000, to: now, lines: {} });
  return readClockSparks(store, { hosts, now }, newRequestId());
}
