import { Time } from '@/components/ui/time';
import { lastingWords } from '@/lib/format/lasting';
import type { EventItem } from './event-item';

/** How long the alarm of a row stood, or that it still does. */
export function EventLasted({ item: { lasted, lastedMs, state } }: { item: EventItem }) {
  switch (lasted) {
    case null:
      return null;
    case 'stands':
      return (
        <span className="text-ink">
          still stands, <Time at={lastedMs} form="age" />
        </span>
      );
    case 'gone':
      return <span title="Its clear is not in this time range">stands no more</span>;
    case 'unknown':
      return <span className="text-unk-fg">Unknown</span>;
    case 'stood':
    case 'over':
      return lastingWords({ kind: lasted, ms: lastedMs ?? 0 }, state === 'set', 0);
  }
}
