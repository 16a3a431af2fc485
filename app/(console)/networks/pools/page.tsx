import type { Metadata } from 'next';
import { PoolList } from '@/components/networks/cloud/pool-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Address pools' };

export default function PoolsPage() {
  return (
    <Prefetched
      views={[
        { view: 'cloudNetworks', params: {} },
        { view: 'system', params: {}, later: true },
        { view: 'hosts', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>
        <PoolList />
      </Page>
    </Prefetched>
  );
}
