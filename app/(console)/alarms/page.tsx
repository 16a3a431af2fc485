import type { Metadata } from 'next';
import { AlarmList } from '@/components/alarms/alarm-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Alarms' };

export default function AlarmsPage() {
  return (
    <Prefetched
      views={[
        { view: 'alarms', params: {} },
        { view: 'alarmMarks', params: {}, later: true },
        { view: 'suppressions', params: {}, later: true },
        { view: 'events', params: { hours: 3 }, later: true },
      ]}
    >
      <Page fill>
        <AlarmList />
      </Page>
    </Prefetched>
  );
}
