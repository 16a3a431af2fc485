import type { Metadata } from 'next';
import { TopologyBoard } from '@/components/networks/topology/topology';
import { TopologyHead } from '@/components/networks/topology/topology-head';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Topology' };

export default function TopologyPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'topology', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <TopologyHead />
        <TopologyBoard />
      </Page>
    </Prefetched>
  );
}
