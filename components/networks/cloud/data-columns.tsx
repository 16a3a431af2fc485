'use client';
/** The columns of the list of data networks. */
import type { Column } from '@/components/table/column';
import type { DataNetwork } from '@/lib/domain/network/cloud/cloud-networks';
import { DATA_TYPES } from '@/lib/domain/network/cloud/cloud-networks';
import { tunnelWords } from '@/lib/domain/network/cloud/network-rows';
import { placesWords } from '@/lib/domain/network/cloud/pool-facts';
import { Unknown } from './platform-columns';

export const dataName = ({ name }: DataNetwork): string => name || 'No name';

export const DATA_COLUMNS: readonly Column<DataNetwork>[] = [
  {
    id: 'name',
    label: 'Name',
    value: ({ name }) => name,
    render: (row) => <span className="mono font-medium">{dataName(row)}</span>,
    width: { min: 160 },
    canHide: false,
  },
  {
    id: 'type',
    label: 'Type',
    value: ({ type }) => type,
    render: ({ type }) => (type === null ? <Unknown /> : <span className="mono">{type}</span>),
    facet: { order: DATA_TYPES },
    width: { min: 80 },
  },
  {
    id: 'mtu',
    label: 'MTU',
    value: ({ mtu }) => mtu,
    render: ({ mtu }) => (mtu === null ? <Unknown /> : mtu),
    align: 'end',
    width: { min: 72 },
  },
  {
    id: 'use',
    label: 'On interfaces',
    value: ({ use }) => use?.interfaces ?? null,
    render: ({ use }) =>
      use === null ? (
        <Unknown />
      ) : (
        <span className={use.interfaces === 0 ? 'text-ink-3' : ''}>{placesWords(use)}</span>
      ),
    facet: {
      label: 'Use',
      of: ({ use }) => [use === null ? 'Unknown' : use.interfaces === 0 ? 'Not used' : 'In use'],
    },
    searchable: false,
    width: { min: 196 },
  },
  {
    id: 'tunnel',
    label: 'VXLAN',
    value: (row) => tunnelWords(row),
    render: (row) => <span className="mono">{tunnelWords(row)}</span>,
    hideBeside: true,
    width: { min: 216 },
  },
  {
    id: 'description',
    label: 'Description',
    value: ({ description }) => description,
    className: 'text-ink-2',
    hideBeside: true,
    width: { min: 160, grow: true },
  },
];

export function DataCard({ row }: { row: DataNetwork }) {
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span className="flex items-baseline gap-2">
        <span className="mono min-w-0 flex-1 font-medium text-title [overflow-wrap:anywhere]">
          {dataName(row)}
        </span>
        <span className="mono text-ink-2">{row.type ?? 'Type unknown'}</span>
      </span>
      <span className="text-small text-ink-2">
        MTU {row.mtu ?? 'unknown'}, {row.use?.interfaces === 0 ? 'on no interface' : placesWords(row.use)}
      </span>
      {(tunnelWords(row) ?? row.description) && (
        <span className="text-small text-ink-3 [overflow-wrap:anywhere]">
          {tunnelWords(row) ?? row.description}
        </span>
      )}
    </span>
  );
}
