'use client';
/** Columns of the table that has the facts of the drawing. */
import type { Column } from '@/components/table/column';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { SEVERITIES } from '@/lib/domain/alarm';
import type { TopologyRow } from '@/lib/domain/network/topology-rows';
import { raiseFirst } from '@/lib/format/words';
import { conditionWord } from './topology-box';

/** `host10` after `host9`: names sort as people count. */
const natural = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

export const TOPOLOGY_COLUMNS: readonly Column<TopologyRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: ({ one }) => one.name,
    sortKey: ({ one }) => natural(one.name),
    className: 'mono font-medium',
    width: { min: 150 },
    canHide: false,
  },
  {
    id: 'personality',
    label: 'Personality',
    value: ({ one }) => raiseFirst(one.personality),
    className: 'text-ink-2',
    width: { min: 104 },
    hideBelow: 'lg',
  },
  {
    id: 'state',
    label: 'State',
    value: ({ one }) => raiseFirst(conditionWord(one.condition)),
    render: ({ one: { condition } }) => (
      <span className="flex items-center gap-1.5">
        <StateGlyph state={condition} size={14} />
        {raiseFirst(conditionWord(condition))}
      </span>
    ),
    width: { min: 112 },
  },
  {
    id: 'alarms',
    label: 'Alarms',
    value: ({ one }) => one.alarms?.length ?? null,
    sortKey: ({ one: { alarms, worst } }) =>
      worst === null ? null : (4 - SEVERITIES.indexOf(worst)) * 10_000 + (alarms?.length ?? 0),
    render: (row) => <Alarms row={row} />,
    width: { min: 84 },
  },
  {
    id: 'on',
    label: 'Port or interface',
    value: ({ on }) => on,
    sortKey: ({ on }) => on && natural(on),
    className: 'mono text-ink-2',
    width: { min: 140 },
  },
  {
    id: 'kind',
    label: 'Leads to',
    value: ({ kind }) => (kind === 'none' ? 'No neighbour heard' : raiseFirst(kind)),
    render: ({ kind }) => <LeadsTo kind={kind} />,
    className: 'text-ink-2',
    width: { min: 164 },
  },
  {
    id: 'to',
    label: 'Name there',
    value: ({ to }) => to,
    sortKey: ({ to }) => to && natural(to),
    render: ({ to }) => to !== null && <span title={to}>{to}</span>,
    className: 'mono',
    width: { min: 150, grow: true },
  },
  {
    id: 'far',
    label: 'Port there',
    value: ({ farPort }) => farPort,
    render: ({ farPort }) => farPort !== null && <span title={farPort}>{farPort}</span>,
    className: 'mono text-ink-2',
    width: { min: 150, grow: true },
  },
];

function LeadsTo({ kind }: Pick<TopologyRow, 'kind'>) {
  if (kind === 'unknown') return <span className="text-unk-fg">Unknown</span>;
  if (kind === 'none') return <span className="text-ink-3">No neighbour heard</span>;
  return raiseFirst(kind);
}

function Alarms({ row: { one } }: { row: TopologyRow }) {
  const { alarms, worst } = one;
  if (alarms === null) return <span className="text-unk-fg">Unknown</span>;
  if (worst === null) return <span className="text-ink-3">None</span>;
  return (
    <span className="flex items-center gap-1 font-medium tabular-nums">
      <SeverityGlyph severity={worst} size={14} />
      {alarms.length}
      <span className="sr-only"> worst {worst}</span>
    </span>
  );
}
