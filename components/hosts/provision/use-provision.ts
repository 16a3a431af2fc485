'use client';
/** The way of a host, put together of what the platform says, what this console wrote down and what this tab saw. */
import { useEffect, useMemo } from 'react';
import { useServerTime } from '@/components/timing/server-time';
import { eventsOfHost } from '@/lib/domain/event';
import type { Host } from '@/lib/domain/host';
import { type Provision, provisionOf, type Readiness } from '@/lib/domain/provision/steps';
import { may } from '@/lib/domain/rights';
import { noteHost, watchedHosts } from '@/lib/queries/provision-watch';
import { isStale } from '@/lib/queries/seen';
import { useStore } from '@/lib/queries/store';
import { useRefresh, useView, useViews } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import type { HostHere } from '../use-host';

/** As far back as the log is read. */
const TRAIL_HOURS = 168;

const logParams = (host: Pick<Host, 'hostname' | 'mgmtMac' | 'id'>) => ({
  entity: `host=${host.hostname ?? host.mgmtMac ?? host.id}`,
});

export type ProvisionSeen = {
  way: Provision;
  /** Newer readings of the hosts do not come: what is told is from `asOf`. */
  stale: boolean;
  asOf: number | undefined;
  /** Why times are missing; null: the log was read. */
  logFailed: string | null;
};

export function useProvision({ host, reading }: HostHere, readiness: Readiness | null): ProvisionSeen {
  const log = useView('hostLog', logParams(host));
  const { viewer } = useViewer();
  const mayAudit = may(viewer, 'audit.read', 'Seeing who did it').ok;
  // Nobody asks for what they may not read.
  const [audit] = useViews(
    'auditTrail',
    mayAudit ? [{ hours: TRAIL_HOURS, text: host.hostname ?? host.id }] : [],
  );
  const watched = useStore(watchedHosts).get(host.id) ?? null;
  const refresh = useRefresh();
  const { asOf } = reading;
  useEffect(() => {
    // What maintenance logs of a step comes with it.
    if (asOf !== undefined && noteHost(host, asOf)) void refresh(['hostLog', 'auditTrail']);
  }, [host, asOf, refresh]);
  const tick = useServerTime(1_000);
  const stale = isStale(reading, tick);
  const now = stale && asOf !== undefined ? asOf : tick;
  const events = useMemo(
    () => (log?.data ? eventsOfHost(log.data.events, host.hostname ?? host.mgmtMac ?? host.id) : null),
    [log?.data, host.hostname, host.mgmtMac, host.id],
  );
  const way = provisionOf(host, {
    ...{ events, watched, readiness, now },
    trail: audit?.data?.lines ?? null,
  });
  return { way, stale, asOf, logFailed: log?.data ? null : (log?.error?.message ?? null) };
}
