'use client';
/** Every volume group of every host, those to look at first. */
import { Database } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { type GroupRow, groupRows } from '@/lib/domain/storage/cloud/group-rows';
import { storageHref } from '@/lib/domain/storage/storage-href';
import { GROUP_COLUMNS, GroupCard, groupLabel } from './group-columns';
import { listState } from './list-state';
import { StorageTabLinks } from './storage-tabs';
import { useStorage } from './use-storage';

const keyOf = ({ group }: GroupRow) => group.id;
const urgencyOf = ({ urgency }: GroupRow) => urgency;
const SORT = { id: 'taken', desc: true };

export function GroupList() {
  const reading = useStorage();
  const { storage, hosts, alarms } = reading;
  const rows = useMemo(
    () => storage && groupRows(storage.volumeGroups, hosts, alarms?.alarms ?? []),
    [storage, hosts, alarms],
  );
  return (
    <DataTable
      id="volume-groups"
      noun={{ one: 'volume group', many: 'volume groups' }}
      heading="Volume groups"
      places={<StorageTabLinks />}
      columns={GROUP_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={groupLabel}
      defaultSort={SORT}
      urgency={urgencyOf}
      searchPlaceholder="Host, volume group"
      href={({ hostname, group }) =>
        hostname === null ? '/hosts' : storageHref(hostname, { kind: 'vg', what: group.name })
      }
      card={(row) => <GroupCard row={row} />}
      {...listState(reading, 'volumeGroups', 'The volume groups')}
      empty={
        <EmptyState icon={<Database aria-hidden />} title="No volume groups">
          They come with the disks of a host, once it is inventoried.
        </EmptyState>
      }
    />
  );
}
