import type { Metadata } from 'next';
import { InstanceList } from '@/components/clock-config/instance-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'PTP instances' };

export default function InstancesPage() {
  return (
    <Prefetched
      views={[
        { view: 'ptpConfig', params: {} },
        { view: 'hosts', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>
        <InstanceList />
      </Page>
    </Prefetched>
  );
}
