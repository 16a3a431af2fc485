'use client';
/** Every address pool: its network and ranges, how full it is, and what it feeds. */
import { Network, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { type PoolRow, poolRows } from '@/lib/domain/network/cloud/network-rows';
import { useOpenRow } from '@/lib/url/open-row';
import { NetworkTabLinks } from '../network-tabs';
import { JobButton } from './job-button';
import { POOL_COLUMNS, PoolCard, poolName } from './pool-columns';
import { useCloudNetworks } from './reading';

const PoolDrawer = laterPart(async () => (await import('./pool-drawer')).PoolDrawer);
const MissingNote = laterPart(async () => (await import('./missing-note')).MissingNote);

const keyOf = ({ pool }: PoolRow) => pool.id;
const SORT = { id: 'name', desc: false };

export function PoolList() {
  const { cloud, ...shown } = useCloudNetworks('pools', 'The address pools');
  const [openKey, setOpen] = useOpenRow();
  const rows = useMemo(() => cloud && poolRows(cloud), [cloud]);
  return (
    <>
      {cloud && <MissingNote cloud={cloud} list="pools" />}
      <DataTable
        id="address-pools"
        noun={{ one: 'address pool', many: 'address pools' }}
        heading="Address pools"
        places={<NetworkTabLinks />}
        actions={
          <JobButton
            job={{ job: 'create-pool' }}
            variant="primary"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          >
            Create address pool…
          </JobButton>
        }
        columns={POOL_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={poolName}
        defaultSort={SORT}
        searchPlaceholder="Name, network, address"
        detail
        onOpen={(row) => setOpen(keyOf(row))}
        card={(row) => <PoolCard row={row} />}
        {...shown}
        empty={
          <EmptyState icon={<Network aria-hidden />} title="No address pools">
            Networks and interfaces take their addresses from pools.
          </EmptyState>
        }
        aside={
          openKey !== null &&
          cloud && (
            <PoolDrawer
              key={openKey}
              row={rows?.find((row) => keyOf(row) === openKey)}
              cloud={cloud}
              onClose={() => setOpen(null)}
            />
          )
        }
      />
    </>
  );
}
