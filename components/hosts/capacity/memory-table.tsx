'use client';
/** The memory of NUMA nodes in figures. */
import type { ReactNode } from 'react';
import type { Column } from '@/components/table/column';
import { DataTable } from '@/components/table/data-table';
import { pagesOf, pendingPages } from '@/lib/domain/capacity/memory-plan';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { inUseWords } from '../drawing/memory-words';

const nodeWord = ({ node }: MemoryNode) => `NUMA node ${node ?? 'unknown'}`;

/** MiB, as the platform counts. */
const mibColumn = (
  id: string,
  label: string,
  value: (node: MemoryNode) => number | null,
): Column<MemoryNode> => ({
  ...{ id, label, value, align: 'end', searchable: false, width: { min: 100 } },
  render: (node) => <Mib value={value(node)} />,
});

const pagesColumn = (id: string, label: string, sizeMib: number): Column<MemoryNode> => ({
  ...{ id, label, searchable: false, width: { min: 170, grow: true } },
  value: (node) => pagesOf(node, sizeMib)?.total ?? null,
  render: (node) => <Pages node={node} sizeMib={sizeMib} />,
});

const COLUMNS: readonly Column<MemoryNode>[] = [
  {
    ...{ id: 'node', label: 'Processor', canHide: false, searchable: false, width: { min: 120 } },
    value: ({ node }) => node,
    render: (node) => <>{nodeWord(node)}</>,
  },
  mibColumn('total', 'Total MiB', ({ totalMib }) => totalMib),
  mibColumn('available', 'Free MiB', ({ availableMib }) => availableMib),
  mibColumn('platform', 'Platform MiB', ({ platformReservedMib }) => platformReservedMib),
  mibColumn('least', 'Minimum MiB', ({ minimumReservedMib }) => minimumReservedMib),
  {
    ...{ id: 'small', label: '4 KiB pages', align: 'end', searchable: false, width: { min: 110 } },
    value: ({ smallPages }) => smallPages,
    render: ({ smallPages }) => (smallPages === null ? <Unknown /> : formatCount(smallPages)),
  },
  pagesColumn('2M', '2 MiB pages', 2),
  pagesColumn('1G', '1 GiB pages', 1024),
  {
    ...{ id: 'vswitch', label: 'vSwitch pages', searchable: false, width: { min: 130 }, hideBelow: 'lg' },
    value: ({ vswitch }) => vswitch.total,
    render: (node) => <Vswitch node={node} />,
  },
];
const keyOf = ({ id }: MemoryNode) => id;

export function MemoryTable({ nodes }: { nodes: readonly MemoryNode[] }) {
  return (
    <DataTable
      id="host-memory"
      noun={{ one: 'NUMA node', many: 'NUMA nodes' }}
      columns={COLUMNS}
      rows={nodes}
      rowKey={keyOf}
      rowLabel={nodeWord}
      defaultSort={{ id: 'node', desc: false }}
      searchPlaceholder={null}
      card={(node) => <NodeCard node={node} />}
      empty={<p className="px-3.5 py-3 text-ink-2">The platform lists no memory of this host.</p>}
    />
  );
}

const Unknown = () => <span className="text-unk-fg">Unknown</span>;
const Mib = ({ value }: { value: number | null }) => (value === null ? <Unknown /> : formatQuantity(value));

function Pages({ node, sizeMib }: { node: MemoryNode; sizeMib: number }) {
  const pages = pagesOf(node, sizeMib);
  if (sizeMib === 1024 && node.supports1G === false) return <span className="text-ink-3">Not supported</span>;
  if (!pages || pages.total === null) return <Unknown />;
  const waits = pendingPages(node, sizeMib);
  return (
    <span className="flex flex-wrap gap-x-2">
      <span className={pages.total === 0 ? 'text-ink-3' : undefined}>
        {pages.total === 0 ? 'None' : inUseWords(pages)}
      </span>
      {waits !== null && <span className="text-accent">{formatCount(waits)} after unlock</span>}
    </span>
  );
}

function Vswitch({ node: { vswitch } }: { node: MemoryNode }) {
  const { total, sizeMib, required } = vswitch;
  if (total === null) return <Unknown />;
  return (
    <span className={total === 0 ? 'text-ink-3' : undefined}>
      {total === 0 ? 'None' : `${formatCount(total)} of ${sizeMib ?? 'unknown'} MiB`}
      {required !== null && required !== total && (
        <span className="text-accent"> {formatCount(required)} after unlock</span>
      )}
    </span>
  );
}

function NodeCard({ node }: { node: MemoryNode }) {
  const line = (term: string, words: ReactNode) => (
    <span className="flex flex-wrap justify-between gap-x-3">
      <span className="text-ink-3">{term}</span>
      <span className="tabular-nums">{words}</span>
    </span>
  );
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="font-medium text-[16px] text-ink">{nodeWord(node)}</span>
      {line('Total MiB', <Mib value={node.totalMib} />)}
      {line('Platform MiB', <Mib value={node.platformReservedMib} />)}
      {line('Minimum MiB', <Mib value={node.minimumReservedMib} />)}
      {line('2 MiB pages', <Pages node={node} sizeMib={2} />)}
      {line('1 GiB pages', <Pages node={node} sizeMib={1024} />)}
    </span>
  );
}
