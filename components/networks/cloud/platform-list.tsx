'use client';
/** Every platform network: which pools feed it, and where it is. */
import { Network, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { type PlatformRow, platformRows } from '@/lib/domain/network/cloud/network-rows';
import { useOpenRow } from '@/lib/url/open-row';
import { NetworkTabLinks } from '../network-tabs';
import { JobButton } from './job-button';
import { PLATFORM_COLUMNS, PlatformCard } from './platform-columns';
import { PlatformFacts } from './platform-facts';
import { useCloudNetworks } from './reading';

const PlatformDrawer = laterPart(async () => (await import('./platform-drawer')).PlatformDrawer);
const MissingNote = laterPart(async () => (await import('./missing-note')).MissingNote);

const keyOf = ({ network }: PlatformRow) => network.id;
const nameOf = ({ network }: PlatformRow) => network.name || 'No name';
const SORT = { id: 'name', desc: false };

export function PlatformList() {
  const { cloud, ...shown } = useCloudNetworks('networks', 'The platform networks');
  const [openKey, setOpen] = useOpenRow();
  const rows = useMemo(() => cloud && platformRows(cloud), [cloud]);
  return (
    <>
      {cloud && <MissingNote cloud={cloud} list="networks" />}
      <DataTable
        id="platform-networks"
        noun={{ one: 'network', many: 'networks' }}
        heading="Networks"
        places={<NetworkTabLinks />}
        actions={
          <JobButton job={{ job: 'create-network' }} icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}>
            Create network…
          </JobButton>
        }
        columns={PLATFORM_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={nameOf}
        defaultSort={SORT}
        searchPlaceholder="Name, pool, address"
        detail
        onOpen={(row) => setOpen(keyOf(row))}
        card={(row) => <PlatformCard row={row} />}
        {...shown}
        empty={
          <EmptyState icon={<Network aria-hidden />} title="No platform networks">
            The platform makes them when it is installed.
          </EmptyState>
        }
        aside={
          openKey !== null &&
          cloud && (
            <PlatformDrawer
              key={openKey}
              row={rows?.find((row) => keyOf(row) === openKey)}
              cloud={cloud}
              onClose={() => setOpen(null)}
            />
          )
        }
      />
      {/* They make room for a network in full. */}
      {cloud && openKey === null && <PlatformFacts cloud={cloud} />}
    </>
  );
}
