import type { Metadata } from 'next';
import { DataList } from '@/components/networks/cloud/data-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Data networks' };

export default function DataNetworksPage() {
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
        <DataList />
      </Page>
    </Prefetched>
  );
}
