'use client';
/** Columns of the list of clocks. */
import type { Column } from '@/components/table/column';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { Time } from '@/components/ui/time';
import { clockClass } from '@/lib/domain/clock/clock-class';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { CLOCK_STATES, type ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { ClassCell, OffsetCell, RoleBadge, SystemCell } from './cells';
import { ListBand } from './list-band';
import { RowGlyph, StateWords, whyOf } from './state-words';

const isState = (word: string): word is ClockState => CLOCK_STATES.some((state) => state === word);
const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const CLOCK_COLUMNS: readonly Column<ClockRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: ({ host }) => host,
    searchValue: ({ host, port, source, via }) => [host, port, source, via].filter(Boolean).join('\n'),
    render: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <RowGlyph row={row} title={STATE_WORDS[row.state]} />
        <span className="mono truncate font-medium">{row.host}</span>
        <span className="mono truncate text-small text-ink-3">{row.port}</span>
      </span>
    ),
    width: { min: 208 },
    canHide: false,
  },
  {
    id: 'state',
    label: 'PTP state',
    value: ({ state }) => state,
    sortKey: ({ urgency }) => urgency,
    searchable: false,
    csvValue: ({ state }) => STATE_WORDS[state],
    render: (row) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <StateWords row={row} className="flex-none [&>span+span]:hidden" />
        <span className="min-w-0 truncate text-small text-ink-3">{whyOf(row)}</span>
      </span>
    ),
    facet: {
      label: 'State',
      order: CLOCK_STATES,
      text: (state) => (isState(state) ? STATE_WORDS[state] : state),
      glyph: (state) => (isState(state) ? <ClockGlyph state={state} size={14} /> : null),
    },
    width: { min: 280, grow: true },
    canHide: false,
  },
  {
    id: 'why',
    label: 'Why',
    value: whyOf,
    width: { min: 200 },
    defaultHidden: true,
  },
  {
    id: 'since',
    label: 'Since',
    value: ({ clock }) => isoOf(clock.since),
    sortKey: ({ clock }) => clock.since,
    searchable: false,
    render: ({ clock }) =>
      clock.since === null ? null : <Time at={clock.since} form="age" className="text-ink-2" />,
    align: 'end',
    width: { min: 84 },
    hideBelow: 'lg',
  },
  {
    id: 'role',
    label: 'Role',
    value: ({ clock }) => clock.role?.name ?? null,
    searchable: false,
    facet: { of: ({ clock }) => (clock.follows === 'ptp' ? [clock.role?.name ?? 'Unknown'] : []) },
    render: ({ clock }) => <RoleBadge role={clock.role} />,
    width: { min: 74 },
    hideBelow: 'lg',
    hideBeside: true,
  },
  {
    id: 'source',
    label: 'Source',
    value: ({ source }) => source,
    facet: { of: ({ source, clock }) => (clock.follows === 'ptp' ? [source ?? 'Not placed'] : []) },
    className: 'text-ink-2',
    width: { min: 180 },
    hideBelow: 'xl',
    hideBeside: true,
  },
  {
    id: 'class',
    label: 'Class',
    value: ({ clock }) => clock.clockClass?.value ?? null,
    searchable: false,
    render: ({ clock }) => clock.follows === 'ptp' && <ClassCell clock={clock} />,
    align: 'end',
    width: { min: 74 },
    defaultHidden: true,
  },
  {
    id: 'meaning',
    label: 'Class means',
    value: ({ clock }) => (clock.clockClass ? clockClass(clock.clockClass.value).meaning : null),
    width: { min: 200 },
    defaultHidden: true,
  },
  {
    id: 'system',
    label: 'System clock',
    value: ({ clock, state }) => STATE_WORDS[state === 'unknown' ? 'unknown' : clock.systemClock.state],
    searchable: false,
    render: (row) => <SystemCell row={row} />,
    width: { min: 140 },
    defaultHidden: true,
  },
  {
    id: 'offset',
    label: 'Offset, ns',
    value: ({ clock }) => clock.offset?.ns ?? null,
    sortKey: ({ clock }) => (clock.offset ? Math.abs(clock.offset.ns) : null),
    searchable: false,
    render: ({ clock }) => clock.follows === 'ptp' && <OffsetCell clock={clock} />,
    align: 'end',
    width: { min: 100 },
  },
  {
    id: 'history',
    label: 'History',
    value: () => null,
    sortable: false,
    searchable: false,
    csv: false,
    render: ({ host }) => <ListBand host={host} />,
    width: { min: 200 },
    hideBelow: 'xl',
    hideBeside: true,
  },
  {
    id: 'suppressed',
    label: 'Alarm suppressed',
    value: ({ suppressed }) => suppressed,
    searchable: false,
    width: { min: 130 },
    defaultHidden: true,
  },
];
