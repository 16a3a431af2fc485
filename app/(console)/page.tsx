import type { Metadata } from 'next';
import { HostTiles } from '@/components/hosts/host-tiles';
import { AlarmStrip } from '@/components/overview/alarm-strip';
import { ApplicationPanel } from '@/components/overview/application-panel';
import { AttentionPanel } from '@/components/overview/attention-panel';
import { ClockPanel } from '@/components/overview/clock-panel';
import { FindingHead } from '@/components/overview/finding-head';
import { CloudHistoryPanel } from '@/components/overview/history-panel';
import { StoragePanel } from '@/components/overview/storage-panel';
import { Page } from '@/components/shell/page';
import { Prefetched } from './prefetched';

export const metadata: Metadata = { title: 'Overview' };

export default function OverviewPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'alarms', params: {}, later: true },
        { view: 'events', params: { hours: 24 }, later: true },
        { view: 'cloudStorage', params: {}, later: true },
        { view: 'applications', params: {}, later: true },
      ]}
    >
      <Page>
        <FindingHead />
        <AlarmStrip />
        <div className="grid gap-3 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
          <AttentionPanel />
          <HostTiles />
        </div>
        <ClockPanel />
        <StoragePanel />
        <ApplicationPanel />
        <CloudHistoryPanel />
      </Page>
    </Prefetched>
  );
}
