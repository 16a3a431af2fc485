'use client';
/** Every clock of the cloud, put together of what the platform and live sources say. One place, so that figures agree. */
import { useMemo } from 'react';
import { type ClockFinding, type ClockRow, clockFinding, clockRows } from '@/lib/domain/clock/clock-row';
import { deriveClocks } from '@/lib/domain/clock/derive';
import type { ClockInputs } from '@/lib/domain/clock/host-clock';
import { lastKnownStates } from '@/lib/domain/clock/last-known';
import { expandLinks } from '@/lib/domain/clock/links-wire';
import type { LiveClocks } from '@/lib/domain/clock/live-reading';
import { expandLive } from '@/lib/domain/clock/live-wire';
import type { LinkOddRow, PtpConfig, PtpOddRow } from '@/lib/domain/clock/ptp-config';
import type { StateBand } from '@/lib/domain/clock/state-band';
import { stateBands } from '@/lib/domain/clock/state-band';
import type { SyncTree } from '@/lib/domain/clock/sync-node';
import { syncTree } from '@/lib/domain/clock/sync-tree';
import type { Failure } from '@/lib/domain/result';
import { fmTroubleOf } from './fm-trouble';
import { isStale, type Seen } from './seen';
import { useView } from './view';

export type BandWindow = '24h' | '7d';

export type Clocks = {
  rows: readonly ClockRow[];
  byHost: ReadonlyMap<string, ClockRow>;
  tree: SyncTree;
  finding: ClockFinding;
  config: PtpConfig | null;
  live: LiveClocks | null;
  /** Rows of configuration and cabling that came and cannot be read. */
  unreadable: readonly (PtpOddRow | LinkOddRow)[];
  /** undefined while it was never read whom ports hear: the tree is not known yet. */
  placed: boolean;
};

export type ClocksSeen = {
  /** undefined while the inventory was never read. */
  clocks: Clocks | undefined;
  hosts: Seen<unknown> | undefined;
  /** What could not be read now, and since when what is shown is old. */
  troubles: readonly { what: string; error: Failure; asOf: number | undefined }[];
  /** Why fault management does not answer, in its words; null while it does. */
  fmTrouble: string | null;
  alarmsAsOf: number | undefined;
  stale: boolean;
};

/** @param now epoch milliseconds of the server's clock; steps of ten seconds will do */
export function useClocks(now: number): ClocksSeen {
  const hosts = useView('hosts', {});
  const alarms = useView('alarms', {});
  const config = useView('ptpConfig', {});
  const ntp = useView('ntpServers', {});
  const links = useView('ptpLinks', {});
  const live = useView('liveClocks', {});
  const parts = {
    hosts: hosts?.data?.hosts,
    alarms: alarms?.data?.alarms ?? null,
    fmTrouble: fmTroubleOf(alarms),
    config: config?.data ?? null,
    ntp: ntp?.data ?? null,
    links: links?.data ? expandLinks(links.data) : null,
    live: live?.data ? expandLive(live.data) : null,
  };
  const placed = links !== undefined;
  const clocks = parts.hosts ? clocksOf({ ...parts, hosts: parts.hosts, placed, now }) : undefined;
  const troubles = (
    [
      ['Hosts', hosts],
      ['Alarms', alarms],
      ['PTP configuration', config],
      ['Ports and neighbours', links],
      ['NTP servers', ntp],
    ] as const
  ).flatMap(([what, seen]) => (seen?.error ? [{ what, error: seen.error, asOf: seen.asOf }] : []));
  return {
    ...{ clocks, hosts, troubles, fmTrouble: parts.fmTrouble },
    alarmsAsOf: alarms?.asOf,
    stale: isStale(hosts, now),
  };
}

type Parts = Omit<ClockInputs, 'ports' | 'staleAfterMs'> & {
  links: Parameters<typeof syncTree>[0]['links'];
  placed: boolean;
};

let latest: { parts: Parts; clocks: Clocks } | undefined;

/** Put together once for all who look at the same readings at the same time. */
function clocksOf(parts: Parts): Clocks {
  if (latest && isSame(latest.parts, parts)) return latest.clocks;
  const clocks = putTogether(parts);
  latest = { parts, clocks };
  return clocks;
}

const NAMES = ['hosts', 'alarms', 'fmTrouble', 'config', 'ntp', 'links', 'live', 'placed', 'now'] as const;
const isSame = (a: Parts, b: Parts): boolean => NAMES.every((name) => a[name] === b[name]);

function putTogether({ links, placed, ...parts }: Parts): Clocks {
  const inputs: ClockInputs = { ...parts, ports: links?.ports ?? null };
  const derived = deriveClocks(inputs);
  const tree = syncTree({ clocks: derived, config: parts.config, links });
  const rows = clockRows(derived, tree, lastKnownStates(inputs));
  return {
    ...{ rows, tree, config: parts.config, live: parts.live, placed },
    byHost: new Map(rows.map((row) => [row.host, row])),
    finding: clockFinding(rows),
    unreadable: [...(parts.config?.unreadable ?? []), ...(links?.unreadable ?? [])],
  };
}

/** Bands of these hosts; undefined while the event log was never read. @param now steps of a minute will do */
export function useStateBands(
  rows: readonly ClockRow[] | undefined,
  last: BandWindow,
  now: number,
): { bands: ReadonlyMap<string, StateBand> | undefined; error: Failure | undefined } {
  const log = useView('timingEvents', { last });
  const alarms = useView('alarms', {});
  const known = alarms?.data && !alarms.error ? alarms.data.alarms : null;
  const hosts = rows?.map(({ host }) => host).join('\n');
  // A picture needs no more, and the first paint then agrees with the browser's.
  const to = Math.floor(now / 10_000) * 10_000;
  const bands = useMemo(
    () =>
      log?.data && hosts !== undefined
        ? stateBands(hosts === '' ? [] : hosts.split('\n'), log.data, known, Math.max(to, log.data.from))
        : undefined,
    [log?.data, hosts, known, to],
  );
  return { bands, error: log?.error };
}
