import type { Metadata } from 'next';
import { PlatformList } from '@/components/networks/cloud/platform-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Networks' };

export default function NetworksPage() {
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
        <PlatformList />
      </Page>
    </Prefetched>
  );
}
