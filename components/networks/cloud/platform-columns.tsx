'use client';
/** The columns of the list of platform networks. */
import type { Column } from '@/components/table/column';
import { Pill } from '@/components/ui/pill';
import { ipSortKey } from '@/lib/domain/ip';
import type { AddressPool } from '@/lib/domain/network/cloud/cloud-networks';
import type { PlatformRow } from '@/lib/domain/network/cloud/network-rows';
import { placesWords } from '@/lib/domain/network/cloud/pool-facts';

export const Unknown = () => <span className="text-unk-fg">Unknown</span>;

export const poolSubnet = ({ network, prefix }: AddressPool): string =>
  prefix === null ? network : `${network}/${prefix}`;

function PoolCell({ row: { pools }, at }: { row: PlatformRow; at: 0 | 1 }) {
  if (pools === null) return <Unknown />;
  const pool = pools[at];
  if (!pool) return at === 0 ? <span className="text-ink-3">None</span> : null;
  return (
    <>
      <span className="mono">{poolSubnet(pool)}</span> <span className="text-ink-3">{pool.name}</span>
    </>
  );
}

/** Every notation of its pools that somebody may look for. */
const findOf = ({ pools }: PlatformRow, at: 0 | 1): string | null => {
  const pool = pools?.[at];
  return pool
    ? `${poolSubnet(pool)} ${pool.name} ${Object.values(pool.reserved).filter(Boolean).join(' ')}`
    : null;
};

const poolColumn = (id: string, label: string, at: 0 | 1): Column<PlatformRow> => ({
  id,
  label,
  value: ({ pools }) => (pools?.[at] ? poolSubnet(pools[at]) : null),
  render: (row) => <PoolCell row={row} at={at} />,
  sortKey: ({ pools }) => (pools?.[at] ? ipSortKey(pools[at].network) : null),
  searchValue: (row) => findOf(row, at),
  width: { min: 200, grow: true },
  hideBeside: at === 1,
});

export const PLATFORM_COLUMNS: readonly Column<PlatformRow>[] = [
  {
    id: 'name',
    label: 'Name',
    value: ({ network }) => network.name,
    render: ({ network }) => <span className="mono font-medium">{network.name || 'No name'}</span>,
    width: { min: 144 },
    canHide: false,
  },
  {
    id: 'type',
    label: 'Type',
    value: ({ network }) => network.type,
    className: 'mono',
    facet: {},
    hideBeside: true,
    width: { min: 128 },
  },
  {
    id: 'stack',
    label: 'Addresses',
    value: ({ stack }) => stack,
    render: ({ stack }) =>
      stack === 'Unknown' ? (
        <Unknown />
      ) : stack === 'Dual stack' ? (
        <Pill>Dual stack</Pill>
      ) : (
        <span className="text-ink-2">{stack}</span>
      ),
    facet: {},
    width: { min: 104 },
  },
  poolColumn('primary', 'Primary pool', 0),
  poolColumn('secondary', 'Secondary pool', 1),
  {
    id: 'use',
    label: 'On interfaces',
    value: ({ network }) => network.use?.interfaces ?? null,
    render: ({ network: { use } }) =>
      use === null ? (
        <Unknown />
      ) : (
        <span className={use.interfaces === 0 ? 'text-ink-3' : ''}>{placesWords(use)}</span>
      ),
    searchable: false,
    width: { min: 196 },
  },
  {
    id: 'allocation',
    label: 'Hosts get an address',
    value: ({ network }) => (network.dynamic === null ? null : network.dynamic ? 'By themselves' : 'By hand'),
    facet: { label: 'Allocation' },
    hideBeside: true,
    hideBelow: 'xl',
    width: { min: 144 },
  },
];

export function PlatformCard({ row }: { row: PlatformRow }) {
  const { network, pools, stack } = row;
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span className="flex items-center gap-2">
        <span className="mono min-w-0 flex-1 font-medium text-title [overflow-wrap:anywhere]">
          {network.name || 'No name'}
        </span>
        {stack === 'Dual stack' ? <Pill>Dual stack</Pill> : <span className="text-ink-2">{stack}</span>}
      </span>
      <span className="mono text-small text-ink-2 [overflow-wrap:anywhere]">
        {pools === null ? 'Pools unknown' : pools.map(poolSubnet).join(', ') || 'No pool'}
      </span>
      <span className="text-small text-ink-3">
        {network.use?.interfaces === 0 ? 'On no interface' : placesWords(network.use)}
      </span>
    </span>
  );
}
