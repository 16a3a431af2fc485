'use client';
/** Hosts with what they are plugged into and assigned to, a card each: the topology on a phone. */
import type { Column } from '@/components/table/column';
import { DataTable } from '@/components/table/data-table';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { SEVERITIES } from '@/lib/domain/alarm';
import type { TopologyHost } from '@/lib/domain/network/topology-hosts';
import { formatCounted } from '@/lib/format/number';
import { conditionWord } from './topology-box';
import { hostNetworkHref } from './topology-href';
import type { TopologyModel } from './use-topology';

const keyOf = ({ host }: TopologyHost) => host.id;
const nameOf = ({ name }: TopologyHost) => name;
const COLUMNS: readonly Column<TopologyHost>[] = [
  { id: 'host', label: 'Host', value: nameOf, width: { min: 140 }, canHide: false },
];
/** The worst come first. */
const urgency = ({ condition, worst }: TopologyHost): number =>
  (worst === null ? 0 : 4 - SEVERITIES.indexOf(worst)) * 2 + Number(condition === 'failed');

export function TopologyCards({ model: { left, facts }, stale }: { model: TopologyModel; stale: boolean }) {
  const heard = !facts.unread.some(({ part }) => part === 'cables');
  return (
    <DataTable
      id="topology-hosts"
      noun={{ one: 'host', many: 'hosts' }}
      columns={COLUMNS}
      rows={left}
      rowKey={keyOf}
      rowLabel={nameOf}
      searchPlaceholder={null}
      tools={<h2 className="text-body">{formatCounted(left.length, 'host')}</h2>}
      href={hostNetworkHref}
      urgency={urgency}
      card={(row) => <Card row={row} heard={heard} />}
      stale={stale}
    />
  );
}

function Card({ row, heard }: { row: TopologyHost; heard: boolean }) {
  const distinct = (words: readonly string[]) => [...new Set(words)].join(', ');
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <StateGlyph state={row.condition} size={16} />
        <span className="mono min-w-0 flex-1 truncate text-[16px] font-medium text-ink">{row.name}</span>
        {row.worst !== null && (
          <span className="flex items-center gap-1 font-medium tabular-nums">
            <SeverityGlyph severity={row.worst} size={14} />
            {row.alarms?.length}
            <span className="sr-only"> alarms, worst {row.worst}</span>
          </span>
        )}
      </span>
      <span className="text-ink-2">
        {[row.personality, conditionWord(row.condition)].filter((word) => word !== 'none').join(', ')}
      </span>
      <span className="mono text-small text-ink-3 [overflow-wrap:anywhere]">
        {row.cables.length === 0
          ? heard
            ? 'No neighbour heard'
            : 'Neighbours unknown'
          : `${formatCounted(row.cables.length, 'cable')}: ${distinct(row.cables.map(({ name }) => name))}`}
      </span>
      {row.assignments.length > 0 && (
        <span className="mono text-small text-ink-3 [overflow-wrap:anywhere]">
          {distinct(row.assignments.map(({ network }) => network))}
        </span>
      )}
    </span>
  );
}
