import { clsx } from 'clsx';
import { User } from 'lucide-react';
import Link from 'next/link';
import { EVENT_STATES, EventGlyph } from '@/components/fault/event-words';
import type { Column } from '@/components/table/column';
import { Time } from '@/components/ui/time';
import { linePlace } from '@/lib/domain/alarm-place';
import { raiseFirst } from '@/lib/format/words';
import type { EventItem } from './event-item';
import { EventLasted } from './event-lasted';

/** A raise is what calls for eyes; the rest recedes. */
const isRaise = ({ state }: EventItem) => state === 'set';

/** What a person did is read like a raise: it is why the rest came. */
const stands = (item: EventItem) => isRaise(item) || item.state === 'operator';

/** What it concerns; of an event about time or an application, the way to it. By keyboard that way is in the open event. */
function Place({ item: { eventLogId, host, entity } }: { item: EventItem }) {
  const place = linePlace(eventLogId, entity);
  if (place === null) {
    return (
      <span className="mono" title={entity}>
        {host ?? entity}
      </span>
    );
  }
  return (
    <Link
      href={place.href}
      prefetch={false}
      tabIndex={-1}
      className="link mono"
      title={`${place.label}, ${entity}`}
    >
      {place.text ?? host ?? entity}
    </Link>
  );
}

export const EVENT_COLUMNS: readonly Column<EventItem>[] = [
  {
    id: 'at',
    label: 'Time',
    value: ({ at }) => new Date(at).toISOString(),
    render: ({ at }) => <Time at={at} form="stamp" className="mono" />,
    width: { min: 132 },
    sortable: false,
    canHide: false,
  },
  {
    id: 'state',
    label: 'What',
    value: ({ state }) => EVENT_STATES[state],
    render: (item) =>
      item.state === 'operator' ? (
        <span className="flex items-center gap-1.5" title="Done in this console, kept in Roost">
          <User size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          {EVENT_STATES.operator}
        </span>
      ) : (
        <span className={clsx(isRaise(item) ? 'font-medium text-ink' : 'text-ink-3')}>
          {EVENT_STATES[item.state]}
        </span>
      ),
    width: { min: 84 },
    sortable: false,
  },
  {
    id: 'grade',
    label: 'Severity',
    value: ({ severity }) => severity,
    render: (item) =>
      item.severity && (
        <span
          className={clsx(
            'flex items-center gap-2',
            !isRaise(item) && 'text-ink-3',
            isRaise(item) && (item.severity === 'critical' || item.severity === 'major') && 'font-medium',
          )}
        >
          <EventGlyph event={item} size={14} />
          {raiseFirst(item.severity)}
        </span>
      ),
    width: { min: 104 },
    sortable: false,
  },
  {
    id: 'type',
    label: 'ID',
    value: ({ eventLogId }) => eventLogId,
    className: 'mono text-ink-3',
    width: { min: 76 },
    sortable: false,
    hideBelow: 'lg',
  },
  {
    id: 'reason',
    label: 'Reason',
    value: ({ reason }) => reason,
    render: (item) => (
      <span title={item.reason} className={clsx(!stands(item) && 'text-ink-2')}>
        {item.reason}
        {item.suppressed && <span className="text-ink-3"> (suppressed type)</span>}
      </span>
    ),
    width: { min: 280, grow: true },
    sortable: false,
    canHide: false,
  },
  {
    id: 'lasted',
    label: 'Lasted',
    value: ({ lasted }) => lasted,
    render: (item) => <EventLasted item={item} />,
    className: 'text-ink-2',
    width: { min: 168 },
    sortable: false,
    hideBelow: 'lg',
  },
  {
    id: 'on',
    label: 'On',
    value: ({ host, entity }) => host ?? entity,
    render: (item) => <Place item={item} />,
    width: { min: 132 },
    sortable: false,
  },
  {
    id: 'entity',
    label: 'Entity',
    value: ({ entity }) => entity,
    className: 'mono text-ink-3',
    width: { min: 260 },
    sortable: false,
    defaultHidden: true,
  },
];
