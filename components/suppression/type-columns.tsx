'use client';
/** The columns of the list of alarm types: id, what it says, whether it is hidden, what stands of it now, and the way to change it. */
import type { Column } from '@/components/table/column';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { SEVERITIES } from '@/lib/domain/alarm';
import { typeText } from '@/lib/domain/alarm-type';
import type { TypeRow } from '@/lib/domain/suppression';
import { raiseFirst } from '@/lib/format/words';
import { TypeButton } from './type-button';

/** The platform's words. */
const stateOf = ({ type }: TypeRow): string => (type.suppressed ? 'suppressed' : 'unsuppressed');

export function ActiveNow({ row: { active, worst, type } }: { row: TypeRow }) {
  if (active === null) return <span className="text-unk-fg">Unknown</span>;
  if (active === 0 || worst === null) return <span className="text-ink-3">None</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-top tabular-nums">
      <SeverityGlyph severity={worst} size={14} title={`Worst: ${worst}`} />
      <span className="font-medium">{active.toLocaleString('en-GB')}</span>
      {type.suppressed && <span className="text-ink-3">hidden</span>}
    </span>
  );
}

export function StateWord({ row }: { row: TypeRow }) {
  if (!row.type.suppressed) return <span className="text-ink-3">Unsuppressed</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-top font-medium">
      <SeverityGlyph severity="suppressed" size={14} />
      Suppressed
    </span>
  );
}

const RANK = 100_000;

export const TYPE_COLUMNS: readonly Column<TypeRow>[] = [
  {
    id: 'id',
    label: 'Alarm id',
    value: ({ type }) => type.alarmId,
    render: ({ type }) => <span className="mono font-medium">{type.alarmId}</span>,
    width: { min: 88 },
    canHide: false,
  },
  {
    id: 'says',
    label: 'Description',
    value: ({ type }) => typeText(type),
    width: { min: 280, grow: true },
    sortable: false,
    className: 'text-ink-2',
  },
  {
    id: 'state',
    label: 'State',
    value: stateOf,
    render: (row) => <StateWord row={row} />,
    facet: {
      text: raiseFirst,
      order: ['suppressed', 'unsuppressed'],
      glyph: (value) => (value === 'suppressed' ? <SeverityGlyph severity="suppressed" size={14} /> : null),
    },
    width: { min: 128 },
  },
  {
    id: 'active',
    label: 'Active now',
    value: ({ active }) => active,
    // Worst first: by severity, then by number.
    sortKey: ({ active, worst }) =>
      active === null ? null : worst === null ? 0 : (4 - SEVERITIES.indexOf(worst)) * RANK + active,
    render: (row) => <ActiveNow row={row} />,
    facet: {
      of: ({ active, worst }) => (active === null ? [] : [worst ?? 'none']),
      text: raiseFirst,
      order: [...SEVERITIES, 'none'],
      glyph: (value) => {
        const severity = SEVERITIES.find((each) => each === value);
        return severity ? <SeverityGlyph severity={severity} size={14} /> : null;
      },
    },
    searchable: false,
    width: { min: 112 },
  },
  {
    id: 'change',
    label: 'Change',
    value: () => null,
    render: (row) => <TypeButton type={row.type} />,
    sortable: false,
    searchable: false,
    csv: false,
    align: 'end',
    width: { min: 132 },
  },
];
