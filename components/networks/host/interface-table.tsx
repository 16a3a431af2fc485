'use client';
/** The interfaces as a table: the same selection, the same search. */
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { traceOf } from '@/lib/domain/drawing/trace';
import { formatCounted } from '@/lib/format/number';
import { INTERFACE_COLUMNS, type ShownRow } from './interface-columns';
import type { HostNetworkModel } from './use-host-network';
import type { Selection } from './use-selection';

const keyOf = ({ key }: ShownRow) => key;
const nameOf = ({ name }: ShownRow) => name;
const SORT = { id: 'interface', desc: false };

type Props = { model: HostNetworkModel; selection: Selection; stale: boolean };

export function InterfaceTable({ model: { lanes, rows, network }, selection: { trace }, stale }: Props) {
  const found = useMemo(
    () => new Map(rows.map(({ key }) => [key, findOf(traceOf(lanes, [key]).nodes, lanes)])),
    [rows, lanes],
  );
  const shown = rows.map(
    (row): ShownRow => ({ ...row, find: found.get(row.key) ?? row.name, traced: trace.nodes.has(row.key) }),
  );
  const unreadable = network.unreadableInterfaces.map(({ id, name, why }, index) => ({
    key: `unreadable ${id ?? index}`,
    label: name ?? id ?? 'An interface without a name',
    why,
  }));
  return (
    <div className="[&_tr:has([data-traced])]:bg-selected">
      <DataTable
        id="host-interfaces"
        noun={{ one: 'interface', many: 'interfaces' }}
        columns={INTERFACE_COLUMNS}
        rows={shown}
        rowKey={keyOf}
        rowLabel={nameOf}
        unreadable={unreadable}
        defaultSort={SORT}
        searchPlaceholder={null}
        tools={<h2 className="text-body">{formatCounted(rows.length, 'interface')}</h2>}
        detail
        card={(row) => <InterfaceCard row={row} />}
        stale={stale}
      />
    </div>
  );
}

/** What a search finds a row by: everything on its way. */
const findOf = (keys: ReadonlySet<string>, { byKey }: HostNetworkModel['lanes']): string =>
  [...keys].flatMap((key) => byKey.get(key)?.find ?? []).join('\n');

function InterfaceCard({ row }: { row: ShownRow }) {
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="mono text-[16px] font-medium text-ink">{row.name}</span>
      <span className="text-ink-2">
        {[row.type, row.class === 'none' ? null : row.class, row.note].filter(Boolean).join(', ')}
      </span>
      <span className="mono text-small text-ink-3 [overflow-wrap:anywhere]">
        {[row.networks ?? 'Networks unknown', row.addresses ?? 'addresses unknown']
          .filter(Boolean)
          .join(', ')}
      </span>
    </span>
  );
}
