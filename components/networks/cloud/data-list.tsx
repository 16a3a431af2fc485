'use client';
/** Every data network: what kind it is, and who uses it. */
import { Network, Plus } from 'lucide-react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import type { DataNetwork } from '@/lib/domain/network/cloud/cloud-networks';
import { useOpenRow } from '@/lib/url/open-row';
import { NetworkTabLinks } from '../network-tabs';
import { DATA_COLUMNS, DataCard, dataName } from './data-columns';
import { JobButton } from './job-button';
import { useCloudNetworks } from './reading';

const DataDrawer = laterPart(async () => (await import('./data-drawer')).DataDrawer);
const MissingNote = laterPart(async () => (await import('./missing-note')).MissingNote);

const keyOf = ({ id }: DataNetwork) => id;
const SORT = { id: 'name', desc: false };

export function DataList() {
  const { cloud, ...shown } = useCloudNetworks('dataNetworks', 'The data networks');
  const [openKey, setOpen] = useOpenRow();
  const rows = cloud?.dataNetworks;
  return (
    <>
      {cloud && <MissingNote cloud={cloud} list="dataNetworks" />}
      <DataTable
        id="data-networks"
        noun={{ one: 'data network', many: 'data networks' }}
        heading="Data networks"
        places={<NetworkTabLinks />}
        actions={
          <JobButton
            job={{ job: 'create-data' }}
            variant="primary"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          >
            Create data network…
          </JobButton>
        }
        columns={DATA_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={dataName}
        defaultSort={SORT}
        searchPlaceholder="Name, group, description"
        detail
        onOpen={(row) => setOpen(keyOf(row))}
        card={(row) => <DataCard row={row} />}
        {...shown}
        empty={
          <EmptyState icon={<Network aria-hidden />} title="No data networks">
            Interfaces of class data and pci-sriov reach the networks of workloads through them.
          </EmptyState>
        }
        aside={
          openKey !== null &&
          cloud && (
            <DataDrawer
              key={openKey}
              row={rows?.find(({ id }) => id === openKey)}
              onClose={() => setOpen(null)}
            />
          )
        }
      />
    </>
  );
}
