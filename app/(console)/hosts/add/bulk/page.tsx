import type { Metadata } from 'next';
import { BulkHead } from '@/components/hosts/bulk/bulk-head';
import { BulkBody } from '@/components/hosts/bulk/bulk-later';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../../prefetched';

export const metadata: Metadata = { title: 'Add hosts in bulk' };

export default function BulkPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'cloudNetworks', params: {}, later: true },
        { view: 'cloudFact', params: { fact: 'storageBackends' }, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <BulkHead />
        <BulkBody />
      </Page>
    </Prefetched>
  );
}
