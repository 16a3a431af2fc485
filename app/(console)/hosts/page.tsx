import type { Metadata } from 'next';
import { HostList } from '@/components/hosts/host-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Hosts' };

export default function HostsPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>
        <HostList />
      </Page>
    </Prefetched>
  );
}
