'use client';
/** The columns of the list of address pools. */
import type { Column } from '@/components/table/column';
import { Bar, capacityTone } from '@/components/ui/bar';
import { ipSortKey } from '@/lib/domain/ip';
import type { AddressPool } from '@/lib/domain/network/cloud/cloud-networks';
import type { PoolRow } from '@/lib/domain/network/cloud/network-rows';
import { familyWords, shareTaken, takenWords } from '@/lib/domain/network/cloud/pool-facts';
import { poolSubnet, Unknown } from './platform-columns';

export const poolName = ({ pool }: PoolRow): string => pool.name || 'No name';
export const rangeWords = ({ ranges }: AddressPool): string =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(', ');

/** How full a pool is: in words, and as a bar. */
export function Taken({ pool }: { pool: AddressPool }) {
  const share = shareTaken(pool);
  if (pool.taken === null) return <Unknown />;
  return (
    <span className="flex w-full min-w-0 items-center gap-2">
      <span className="min-w-28 whitespace-nowrap tabular-nums">{takenWords(pool)}</span>
      {share !== null && (
        <Bar
          className="min-w-10 flex-1"
          label={`${takenWords(pool)} addresses of ${pool.name} taken`}
          max={1}
          parts={[{ value: share, tone: capacityTone(share, 1) }]}
        />
      )}
    </span>
  );
}

export function FedNetworks({ networks }: Pick<PoolRow, 'networks'>) {
  if (networks === null) return <Unknown />;
  if (networks.length === 0) return <span className="text-ink-3">None</span>;
  return networks.map(({ name, primary }, index) => (
    <span key={name}>
      {index > 0 && ', '}
      <span className="mono">{name}</span>
      <span className="text-ink-3">{primary ? ' primary' : ' secondary'}</span>
    </span>
  ));
}

const reservedText = ({ reserved }: AddressPool): string => Object.values(reserved).filter(Boolean).join(' ');

export const POOL_COLUMNS: readonly Column<PoolRow>[] = [
  {
    id: 'name',
    label: 'Name',
    value: ({ pool }) => pool.name,
    render: (row) => <span className="mono font-medium">{poolName(row)}</span>,
    width: { min: 184 },
    canHide: false,
  },
  {
    id: 'subnet',
    label: 'Network',
    value: ({ pool }) => poolSubnet(pool),
    sortKey: ({ pool }) => ipSortKey(pool.network),
    searchValue: ({ pool }) => `${poolSubnet(pool)} ${reservedText(pool)}`,
    className: 'mono',
    width: { min: 152 },
  },
  {
    id: 'family',
    label: 'Family',
    value: ({ pool }) => familyWords(pool),
    facet: {},
    hideBeside: true,
    width: { min: 80 },
  },
  {
    id: 'ranges',
    label: 'Ranges',
    value: ({ pool }) => rangeWords(pool),
    render: ({ pool }) =>
      pool.ranges.length === 0 ? (
        <span className="text-ink-3">None</span>
      ) : (
        <span className="mono">{rangeWords(pool)}</span>
      ),
    sortKey: ({ pool }) => (pool.ranges[0] ? ipSortKey(pool.ranges[0].start) : null),
    hideBeside: true,
    hideBelow: 'lg',
    width: { min: 216, grow: true },
  },
  {
    id: 'taken',
    label: 'Addresses taken',
    value: ({ pool }) => pool.taken,
    render: ({ pool }) => <Taken pool={pool} />,
    csvValue: ({ pool }) => takenWords(pool),
    searchable: false,
    width: { min: 200 },
  },
  {
    id: 'networks',
    label: 'Feeds',
    value: ({ networks }) => networks?.map(({ name }) => name).join(' ') ?? null,
    render: ({ networks }) => <FedNetworks networks={networks} />,
    facet: { label: 'Network', of: ({ networks }) => networks?.map(({ name }) => name) ?? ['Unknown'] },
    width: { min: 176 },
  },
  {
    id: 'order',
    label: 'Order',
    value: ({ pool }) => pool.order,
    facet: {},
    hideBeside: true,
    hideBelow: 'xl',
    width: { min: 96 },
  },
];

export function PoolCard({ row }: { row: PoolRow }) {
  const { pool, networks } = row;
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span className="flex items-baseline gap-2">
        <span className="mono min-w-0 flex-1 font-medium text-title [overflow-wrap:anywhere]">
          {poolName(row)}
        </span>
        <span className="text-small text-ink-2">
          <FedNetworks networks={networks} />
        </span>
      </span>
      <span className="mono text-small text-ink-2 [overflow-wrap:anywhere]">{poolSubnet(pool)}</span>
      <span className="text-small">
        <Taken pool={pool} />
      </span>
    </span>
  );
}
