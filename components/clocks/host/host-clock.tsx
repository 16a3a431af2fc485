'use client';
/** Clock tab of a host: how it is and where its chain breaks, what that rests on, how it is set up, how it was. */
import { ClockFading } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { findHost, hostName } from '@/lib/domain/host';
import type { Clocks } from '@/lib/queries/clocks';
import { useView } from '@/lib/queries/view';
import { ChainList } from '../chain-list';
import { DrawerHistory } from '../drawer-history';
import { DrawerInstances } from '../drawer-instances';
import { EvidenceList } from '../evidence-list';
import { OffsetChart } from '../offset-chart';
import { useClockPage } from '../use-clock-page';
import { HostEventsOfTime } from './host-events';
import { HostFacts } from './host-facts';
import { HostLimits } from './host-limits';
import { HostNtp } from './host-ntp';
import { HostState } from './host-state';

export function HostClockBody({ hostRef }: { hostRef: string }) {
  const { clocks, troubles, stale } = useClockPage();
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  const row = host && clocks?.byHost.get(hostName(host));
  // That the host is gone, or that hosts could not be read, is said around this tab.
  if (!clocks || !row) return <SkeletonBlock className="h-64" />;
  return (
    <>
      {troubles.map(({ what, error, asOf }) => (
        <Note key={what} tone="unknown" live="polite" title={`${what} could not be read.`}>
          <span className="mono">{error.message}</span>
          {asOf !== undefined && (
            <>
              {' '}
              You see what was read at <Time at={asOf} form="clock" />.
            </>
          )}
        </Note>
      ))}
      <div className={stale ? 'grayscale' : undefined}>
        {row.clock.follows === 'none' && row.state === 'not-configured' ? (
          <NotConfigured row={row} />
        ) : (
          <Parts row={row} clocks={clocks} />
        )}
      </div>
    </>
  );
}

function Parts({ row, clocks }: { row: ClockRow; clocks: Clocks }) {
  const { clock } = row;
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <HostState row={row} />
        {clock.follows === 'ntp' && <HostNtp row={row} />}
        {clock.chain.length > 0 && clock.follows === 'ptp' && (
          <Panel title="Chain" meta="From where time comes, to the system clock" padded>
            <ChainList row={row} />
          </Panel>
        )}
        <Panel title="Why Roost says so" padded>
          <EvidenceList row={row} clocks={clocks} />
        </Panel>
        <Panel title="History" padded>
          <DrawerHistory row={row} />
        </Panel>
        <HostEventsOfTime host={row.host} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <HostFacts row={row} />
        {clock.follows === 'ptp' && (
          <>
            <Panel title="Offset, last hour" padded>
              <OffsetChart row={row} />
            </Panel>
            <HostLimits row={row} />
            <Panel title="Instances" meta={clock.instances.length.toLocaleString('en-GB')} padded>
              <DrawerInstances row={row} config={clocks.config} />
            </Panel>
          </>
        )}
      </div>
    </div>
  );
}

function NotConfigured({ row }: { row: ClockRow }) {
  return (
    <EmptyState icon={<ClockFading aria-hidden />} title="No clock is set up on this host">
      {row.why && <span className="block">{row.why}.</span>}
      With the host locked, set its clock synchronization to PTP or NTP (More actions, Edit). For PTP, make a
      ptp4l instance with its interfaces and assign both to the host; for NTP, name servers. Then apply the
      configuration and unlock the host. How the other hosts do it is on{' '}
      <Link className="link" href="/clocks">
        Clocks
      </Link>
      .
    </EmptyState>
  );
}
