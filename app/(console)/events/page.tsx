import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { AlarmTabLinks } from '@/components/alarms/alarm-tabs';
import { EventsPage } from '@/components/events/events-page';
import { Page } from '@/components/shell/page';
import { anchorAt, firstRequests } from '@/lib/domain/event-log';
import { readLook } from '@/lib/format/look';
import { loadPlace } from '@/lib/url/event-params';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Events' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Events({ searchParams }: Props) {
  const { range, selection, filter } = await loadPlace(searchParams);
  const openedAt = Date.now();
  const listed = selection ? { from: selection.from, to: selection.to - 1 } : range;
  const { newest, page } = firstRequests(listed, filter, anchorAt(openedAt));
  const { zone, times } = readLook(await cookies());
  return (
    <Prefetched
      views={[
        { view: 'eventRows', params: page },
        ...(newest ? [{ view: 'eventRows', params: newest } as const] : []),
        { view: 'eventCounts', params: { range, filter, zone: times === 'utc' ? 'UTC' : zone }, later: true },
        { view: 'alarms', params: {}, later: true },
        { view: 'suppressions', params: {}, later: true },
      ]}
    >
      <Page fill>
        <EventsPage openedAt={openedAt} places={<AlarmTabLinks />} />
      </Page>
    </Prefetched>
  );
}
