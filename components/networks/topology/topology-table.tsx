'use client';
/** The lines of the drawing as a table: what is searched for and filtered is the same. */
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { type TopologyRow, topologyRows } from '@/lib/domain/network/topology-rows';
import { formatCounted } from '@/lib/format/number';
import { TOPOLOGY_COLUMNS } from './topology-columns';
import { hostNetworkHref } from './topology-href';
import type { TopologyModel } from './use-topology';

const keyOf = ({ key }: TopologyRow) => key;
const nameOf = ({ one, on }: TopologyRow) => [one.name, on].filter(Boolean).join(' ');
const SORT = { id: 'host', desc: false };

export function TopologyTable({ model: { left, facts }, stale }: { model: TopologyModel; stale: boolean }) {
  const router = useRouter();
  const heard = !facts.unread.some(({ part }) => part === 'cables');
  const rows = useMemo(() => topologyRows(left, heard), [left, heard]);
  return (
    <DataTable
      id="topology"
      noun={{ one: 'line', many: 'lines' }}
      columns={TOPOLOGY_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={nameOf}
      defaultSort={SORT}
      searchPlaceholder={null}
      tools={
        <h2 className="text-body">
          {formatCounted(left.length, 'host')}, {formatCounted(rows.length, 'line')}
        </h2>
      }
      href={({ one }) => hostNetworkHref(one)}
      onOpen={({ one }) => router.push(hostNetworkHref(one))}
      stale={stale}
    />
  );
}
