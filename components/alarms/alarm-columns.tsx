'use client';
/** The columns of the alarms list: how bad, what, on what, since when, and who has seen it. */
import { Eye, MessageSquare } from 'lucide-react';
import type { Column } from '@/components/table/column';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Pill } from '@/components/ui/pill';
import { Time } from '@/components/ui/time';
import { SEVERITIES, type Severity } from '@/lib/domain/alarm';
import { raiseFirst } from '@/lib/format/words';
import { AGES, type AlarmRow } from './alarm-row';

const isSeverity = (word: string): word is Severity => SEVERITIES.some((severity) => severity === word);
const AGE_WORDS: Record<string, string> = {
  hour: 'Under an hour',
  day: 'Under a day',
  week: 'Under a week',
  older: 'A week and more',
};
const HELD_WORDS: Record<string, string> = { suppressed: 'hidden by suppression', shelved: 'shelved' };

/** Higher is worse, then newer: a whole severity outweighs any age. */
const urgency = ({ severity, raisedAt }: AlarmRow): number =>
  (raisedAt ?? 0) - SEVERITIES.indexOf(severity) * 1e14;

const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export function RowGlyph({ row, size }: { row: AlarmRow; size: 14 | 15 | 16 | 18 }) {
  const { severity, clearedAt, state } = row;
  const glyph = clearedAt !== null ? 'cleared' : state === 'suppressed' ? 'suppressed' : severity;
  const word =
    clearedAt !== null ? 'Cleared' : `${raiseFirst(severity)}${state === 'active' ? '' : `, ${state}`}`;
  return <SeverityGlyph severity={glyph} size={size} title={word} />;
}

/** Who has seen it, that it is new, or nothing. */
export function SeenWord({ row }: { row: AlarmRow }) {
  const { fresh, seenBy, notes } = row;
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-top text-ink-2">
      {fresh && <Pill tone="accent">New</Pill>}
      {seenBy !== null && (
        <span className="inline-flex min-w-0 items-center gap-1.5">
          <Eye size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <span className="truncate" title={`Seen by ${seenBy}, kept in Roost`}>
            <span className="sr-only">Seen by </span>
            {seenBy}
          </span>
        </span>
      )}
      {notes > 0 && (
        <span className="inline-flex flex-none items-center gap-1 text-ink-3 tabular-nums">
          <MessageSquare size={13} strokeWidth={1.75} aria-hidden />
          {notes}
          <span className="sr-only"> {notes === 1 ? 'note' : 'notes'}</span>
        </span>
      )}
    </span>
  );
}

const extra = (
  id: string,
  label: string,
  value: (row: AlarmRow) => string | null,
  min: number,
): Column<AlarmRow> => ({
  ...{ id, label, value, width: { min, grow: true }, defaultHidden: true },
  className: 'mono text-ink-2',
});

export const ALARM_COLUMNS: readonly Column<AlarmRow>[] = [
  {
    id: 'severity',
    label: 'Severity',
    bareHead: true,
    value: ({ severity }) => severity,
    sortKey: urgency,
    render: (row) => (
      <span className="relative flex">
        {row.fresh && (
          <span
            aria-hidden
            className="absolute top-1/2 -left-2 size-1 -translate-y-1/2 rounded-full bg-accent-fill"
          />
        )}
        <RowGlyph row={row} size={15} />
      </span>
    ),
    facet: {
      look: 'segments',
      order: SEVERITIES,
      text: raiseFirst,
      glyph: (value) => (isSeverity(value) ? <SeverityGlyph severity={value} size={15} /> : null),
    },
    width: { min: 40 },
    canHide: false,
  },
  {
    id: 'reason',
    label: 'Reason',
    value: ({ reason }) => reason,
    render: ({ reason, fresh, clearedAt }) => (
      <span
        title={reason}
        className={fresh ? 'font-semibold' : clearedAt !== null ? 'text-ink-3' : undefined}
      >
        {reason}
      </span>
    ),
    width: { min: 280, grow: true },
    canHide: false,
  },
  {
    id: 'id',
    label: 'Id',
    value: ({ alarmId }) => alarmId,
    facet: { label: 'Alarm id' },
    className: 'mono text-ink-2',
    width: { min: 80 },
    hideBelow: 'lg',
    hideBeside: true,
  },
  {
    id: 'host',
    label: 'On',
    value: ({ place }) => place,
    searchValue: ({ place, entity }) => `${place}\n${entity}`,
    facet: { label: 'Host', of: ({ host }) => (host === null ? [] : [host]) },
    render: ({ place, entity, clearedAt }) => (
      <span title={entity} className={clearedAt !== null ? 'text-ink-3' : undefined}>
        {place}
      </span>
    ),
    className: 'mono',
    width: { min: 132 },
  },
  {
    id: 'age',
    label: 'Age',
    value: ({ raisedAt }) => isoOf(raisedAt),
    sortKey: ({ raisedAt }) => (raisedAt === null ? null : -raisedAt),
    searchable: false,
    render: ({ raisedAt, clearedAt }) => (
      <Time at={clearedAt ?? raisedAt} form="age" className="text-ink-2" />
    ),
    facet: { of: ({ age }) => [age], text: (age) => AGE_WORDS[age] ?? age, order: AGES },
    align: 'end',
    width: { min: 84 },
  },
  {
    id: 'upgrades',
    label: 'Upgrades',
    value: ({ blocksUpgrades }) => (blocksUpgrades ? 'Blocks upgrades' : null),
    render: ({ blocksUpgrades }) => blocksUpgrades && <span className="text-ink-2">Blocks upgrades</span>,
    facet: {
      look: 'toggles',
      of: ({ blocksUpgrades }) => (blocksUpgrades ? ['block'] : []),
      text: () => 'Blocks upgrades',
    },
    width: { min: 124 },
    hideBelow: 'lg',
    hideBeside: true,
  },
  {
    id: 'seen',
    label: 'Seen',
    value: ({ seenBy }) => seenBy,
    render: (row) => <SeenWord row={row} />,
    facet: { look: 'toggles', of: ({ seenBy }) => (seenBy === null ? ['no'] : []), text: () => 'Not seen' },
    width: { min: 124 },
  },
  {
    id: 'type',
    label: 'Type',
    value: ({ type }) => type,
    facet: { text: raiseFirst },
    className: 'text-ink-2',
    width: { min: 150 },
    defaultHidden: true,
  },
  {
    id: 'state',
    label: 'Shown',
    value: ({ state }) => raiseFirst(state),
    facet: {
      look: 'toggles',
      of: ({ state }) => [state],
      standing: ['active'],
      order: ['suppressed', 'shelved'],
      text: (state) => HELD_WORDS[state] ?? state,
    },
    className: 'text-ink-2',
    width: { min: 96 },
    defaultHidden: true,
  },
  extra('entity', 'Entity', ({ entity }) => entity, 260),
  { ...extra('cause', 'Probable cause', ({ probableCause }) => probableCause, 150), className: 'text-ink-2' },
  extra('raised', 'Raised', ({ raisedAt }) => isoOf(raisedAt), 190),
  extra('uuid', 'UUID', ({ key }) => key, 290),
];
