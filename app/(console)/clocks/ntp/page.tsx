import type { Metadata } from 'next';
import { SourceList } from '@/components/clock-config/source-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'NTP and sources' };

export default function NtpPage() {
  return (
    <Prefetched
      views={[
        { view: 'ntpServers', params: {} },
        { view: 'ptpConfig', params: {} },
        { view: 'hosts', params: {} },
      ]}
    >
      <Page fill>
        <SourceList />
      </Page>
    </Prefetched>
  );
}
