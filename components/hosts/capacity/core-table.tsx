'use client';
/** Functions by NUMA node with their cores: what the drawing shows, to read and to copy. */
import { useMemo } from 'react';
import type { Column } from '@/components/table/column';
import { DataTable } from '@/components/table/data-table';
import { type FunctionRow, functionRows } from '@/lib/domain/capacity/function-rows';
import type { Cpu } from '@/lib/domain/host-parts';
import { formatCounted } from '@/lib/format/number';

const nodeWord = (node: number | null) => (node === null ? 'Unknown' : `NUMA node ${node}`);

const COLUMNS: readonly Column<FunctionRow>[] = [
  {
    ...{ id: 'function', label: 'Function', canHide: false, searchable: false, width: { min: 150 } },
    value: ({ use }) => use,
    sortKey: ({ rank }) => rank,
  },
  {
    ...{ id: 'node', label: 'Processor', searchable: false, width: { min: 110 } },
    value: ({ node }) => node,
    render: ({ node }) => (node === null ? <span className="text-unk-fg">Unknown</span> : nodeWord(node)),
  },
  {
    ...{ id: 'cores', label: 'Cores', align: 'end', searchable: false, width: { min: 70 } },
    value: ({ cores }) => cores,
  },
  {
    ...{ id: 'threads', label: 'Threads', align: 'end', searchable: false, width: { min: 80 } },
    value: ({ threads }) => threads,
  },
  {
    ...{ id: 'list', label: 'Logical processors', searchable: false, className: 'mono' },
    ...{ width: { min: 180, grow: true }, value: ({ list }: FunctionRow) => list },
  },
];
const keyOf = ({ key }: FunctionRow) => key;
const nameOf = ({ use, node }: FunctionRow) => `${use}, ${nodeWord(node)}`;

export function CoreTable({ cpus }: { cpus: readonly Cpu[] }) {
  const rows = useMemo(() => functionRows(cpus), [cpus]);
  return (
    <DataTable
      id="host-cores"
      noun={{ one: 'assignment', many: 'assignments' }}
      columns={COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={nameOf}
      defaultSort={{ id: 'function', desc: false }}
      searchPlaceholder={null}
      card={(row) => <CoreCard row={row} />}
      empty={<p className="px-3.5 py-3 text-ink-2">No function is assigned.</p>}
    />
  );
}

function CoreCard({ row }: { row: FunctionRow }) {
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-medium text-[16px] text-ink">{row.use}</span>
        <span className="text-ink-2">{nodeWord(row.node)}</span>
      </span>
      <span className="text-ink-2">
        {formatCounted(row.cores, 'core')}, {formatCounted(row.threads, 'thread')}:{' '}
        <span className="mono [overflow-wrap:anywhere]">{row.list}</span>
      </span>
    </span>
  );
}
