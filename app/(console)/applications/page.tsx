import type { Metadata } from 'next';
import { ApplicationList } from '@/components/applications/application-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Applications' };

export default function ApplicationsPage() {
  return (
    <Prefetched
      views={[
        { view: 'applications', params: {} },
        { view: 'applicationsPending', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>
        <ApplicationList />
      </Page>
    </Prefetched>
  );
}
