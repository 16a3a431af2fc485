'use client';

import type { ReactNode } from 'react';
import { Views } from '@/components/table/views';
import { useEventView } from '@/lib/url/event-url';
import { useSavedViews } from '@/lib/url/saved-views';

/** The neighbours of this list and the views that somebody saved of it. They hold the whole page: time, filter, columns. */
export function EventViews({ places }: { places: ReactNode }) {
  const { query, apply } = useEventView();
  const saved = useSavedViews('event-log');
  return <Views label="Views" places={places} saved={saved.views} query={query} apply={apply} save={saved} />;
}
