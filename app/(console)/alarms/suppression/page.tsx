import type { Metadata } from 'next';
import { AlarmTabLinks } from '@/components/alarms/alarm-tabs';
import { Page } from '@/components/shell/page';
import { TypeList } from '@/components/suppression/type-list';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Suppressed types' };

export default function SuppressionPage() {
  return (
    <Prefetched
      views={[
        { view: 'suppressions', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>
        <TypeList places={<AlarmTabLinks />} />
      </Page>
    </Prefetched>
  );
}
