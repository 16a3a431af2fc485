import { History } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { NO_FILTER } from '@/lib/domain/event-filter';
import type { DeedsShown, EventCounts } from '@/lib/domain/event-log';
import { formatCount } from '@/lib/format/number';
import type { EventUrl } from '@/lib/url/event-url';

type Props = { url: EventUrl; counts: EventCounts | undefined; deeds: DeedsShown | undefined };

/** Nothing happened in this time, or nothing that the filters let through. */
export function NoEvents({ url, counts, deeds }: Props) {
  const { filter, setFilter } = url;
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  if (!filtered) {
    return (
      <EmptyState icon={<History aria-hidden />} title="No events in this time">
        Fault management logged nothing between these two instants.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<History aria-hidden />}
      title="No event matches"
      action={<Button onClick={() => setFilter(NO_FILTER)}>Clear filters</Button>}
    >
      {deeds?.kind === 'withheld' && filter.states.includes('operator') && (
        <p>Operator actions are not shown to you. {deeds.why}</p>
      )}
      {counts ? `${formatCount(counts.all)} others are in this time.` : null}
    </EmptyState>
  );
}
