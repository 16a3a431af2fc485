'use client';
/** Every OSD and journal of every host, those to look at first. */
import { HardDrive } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { type OsdRow, osdRows } from '@/lib/domain/storage/cloud/osd-rows';
import { storageHref } from '@/lib/domain/storage/storage-href';
import { listState } from './list-state';
import { OSD_COLUMNS, OsdCard, osdLabel } from './osd-columns';
import { StorageTabLinks } from './storage-tabs';
import { useStorage } from './use-storage';

const keyOf = ({ osd }: OsdRow) => osd.id;
const urgencyOf = ({ urgency }: OsdRow) => urgency;
const SORT = { id: 'state', desc: false };

export function OsdList() {
  const reading = useStorage();
  const { storage, hosts } = reading;
  const rows = useMemo(() => storage && osdRows(storage.storageFunctions, hosts), [storage, hosts]);
  return (
    <DataTable
      id="osds"
      noun={{ one: 'OSD or journal', many: 'OSDs and journals' }}
      heading="OSDs"
      places={<StorageTabLinks />}
      columns={OSD_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={osdLabel}
      defaultSort={SORT}
      urgency={urgencyOf}
      searchPlaceholder="Host, OSD, tier"
      href={({ hostname, osd }) =>
        hostname === null
          ? '/hosts'
          : storageHref(hostname, { kind: osd.function === 'journal' ? 'journal' : 'osd', what: osd.id })
      }
      card={(row) => <OsdCard row={row} />}
      {...listState(reading, 'storageFunctions', 'The OSDs')}
      empty={
        <EmptyState icon={<HardDrive aria-hidden />} title="No OSDs">
          Ceph has taken no disk of any host.
        </EmptyState>
      }
    />
  );
}
