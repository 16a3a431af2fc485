'use client';
/** The same as tables, one at a time, with the selection and the search of the drawing. */
import { useMemo } from 'react';
import type { Column } from '@/components/table/column';
import { DataTable } from '@/components/table/data-table';
import { Segmented } from '@/components/ui/segmented';
import { traceOf } from '@/lib/domain/drawing/trace';
import { type HostStoragePart, unreadStorage } from '@/lib/domain/storage/host-storage';
import { changeSearch } from '@/lib/url/address';
import { useParams } from '@/lib/url/use-params';
import { STORAGE_PARAMS, STORAGE_TABLES, type StorageTableId } from '../storage-params';
import { sizeWord } from '../storage-words';
import type { HostStorageModel } from '../use-host-storage';
import type { StorageSelection } from '../use-storage-selection';
import { DISK_COLUMNS } from './disk-columns';
import { FILESYSTEM_COLUMNS } from './filesystem-columns';
import { FUNCTION_COLUMNS } from './function-columns';
import { PARTITION_COLUMNS } from './partition-columns';
import type { Shown } from './shown-row';
import { GROUP_COLUMNS, PV_COLUMNS } from './volume-columns';

type Props = { model: HostStorageModel; selection: StorageSelection; stale: boolean };

const PARTS: Record<StorageTableId, { part: HostStoragePart; label: string }> = {
  disks: { part: 'disks', label: 'Disks' },
  partitions: { part: 'partitions', label: 'Partitions' },
  volumes: { part: 'physicalVolumes', label: 'Physical volumes' },
  groups: { part: 'volumeGroups', label: 'Volume groups' },
  osds: { part: 'storageFunctions', label: 'OSDs and journals' },
  filesystems: { part: 'filesystems', label: 'Filesystems' },
};

/** The table that has what is open. */
const TABLE_OF: Readonly<Record<string, StorageTableId>> = {
  ...{ disk: 'disks', partition: 'partitions', pv: 'volumes', vg: 'groups', osd: 'osds', journal: 'osds' },
  fs: 'filesystems',
};

/** Hosts of these functions can have OSDs; elsewhere the table is there once there is something in it. */
const canHaveOsds = ({ host, storage }: HostStorageModel): boolean =>
  host.personality === 'storage' ||
  host.personality === 'controller' ||
  storage.storageFunctions.length > 0 ||
  storage.unread.some(({ part }) => part === 'storageFunctions') ||
  storage.unreadable.some(({ part }) => part === 'storageFunctions');

export function StorageTables({ model, selection, stale }: Props) {
  const [{ table }] = useParams(STORAGE_PARAMS);
  const opened = selection.open?.slice(0, selection.open.indexOf(':')) ?? '';
  const ids = STORAGE_TABLES.filter((id) => id !== 'osds' || canHaveOsds(model));
  const wanted = table ?? TABLE_OF[opened] ?? 'disks';
  const shown = ids.includes(wanted) ? wanted : 'disks';
  const tabs = (
    <div className="min-w-0 overflow-x-auto">
      <Segmented
        label="Table"
        value={shown}
        options={ids.map((value) => ({ value, label: <Count model={model} id={value} /> }))}
        // The order and columns of one table are not those of another.
        onValueChange={(next) => changeSearch({ table: next, sort: null, cols: null }, 'push')}
      />
    </div>
  );
  const shared = { model, selection, stale, tabs };
  const { rows } = model;
  switch (shown) {
    case 'disks':
      return (
        <Table {...shared} id="disks" one="disk" many="disks" columns={DISK_COLUMNS} rows={rows.disks} />
      );
    case 'partitions':
      return (
        <Table
          {...shared}
          {...{ id: 'partitions', one: 'partition', many: 'partitions' }}
          columns={PARTITION_COLUMNS}
          rows={rows.partitions}
        />
      );
    case 'volumes':
      return (
        <Table
          {...shared}
          {...{ id: 'volumes', one: 'physical volume', many: 'physical volumes' }}
          columns={PV_COLUMNS}
          rows={rows.physicalVolumes}
        />
      );
    case 'groups':
      return (
        <Table
          {...shared}
          {...{ id: 'groups', one: 'volume group', many: 'volume groups' }}
          columns={GROUP_COLUMNS}
          rows={rows.volumeGroups}
        />
      );
    case 'osds':
      return (
        <Table
          {...shared}
          {...{ id: 'osds', one: 'OSD or journal', many: 'OSDs and journals' }}
          columns={FUNCTION_COLUMNS}
          rows={rows.storageFunctions}
        />
      );
    case 'filesystems':
      return (
        <Table
          {...shared}
          {...{ id: 'filesystems', one: 'filesystem', many: 'filesystems' }}
          columns={FILESYSTEM_COLUMNS}
          rows={rows.filesystems}
        />
      );
  }
}

function Count({ model: { storage }, id }: { model: HostStorageModel; id: StorageTableId }) {
  const { part, label } = PARTS[id];
  const unread = unreadStorage(storage, part) !== null;
  return (
    <>
      {label} <span className="text-ink-3 tabular-nums">{unread ? 'unknown' : storage[part].length}</span>
    </>
  );
}

type Row = { key: string; name: string; sizeBytes: number | null; state: string | null };
const keyOf = ({ key }: Row) => key;
const nameOf = ({ name }: Row) => name;
const SORT = { id: 'name', desc: false };

type TableProps<T extends Row> = Props & {
  id: StorageTableId;
  one: string;
  many: string;
  columns: readonly Column<Shown<T>>[];
  rows: readonly T[];
  tabs: React.ReactNode;
};

function Table<T extends Row>({ model, selection, stale, ...own }: TableProps<T>) {
  const { layout, storage } = model;
  const { part } = PARTS[own.id];
  const found = useMemo(
    () => new Map(own.rows.map(({ key }) => [key, findOf(layout.boxOf.get(key) ?? key, layout)])),
    [own.rows, layout],
  );
  const shown = own.rows.map(
    (row): Shown<T> => ({
      ...row,
      find: `${row.name}\n${found.get(row.key) ?? ''}`,
      traced: selection.trace.nodes.has(layout.boxOf.get(row.key) ?? row.key),
    }),
  );
  const unreadable = storage.unreadable.flatMap((row, index) =>
    row.part === part
      ? [
          {
            key: `unreadable ${row.id ?? index}`,
            label: row.name ?? row.id ?? 'Without a name',
            why: row.why,
          },
        ]
      : [],
  );
  const message = unreadStorage(storage, part);
  return (
    <div className="[&_tr:has([data-traced])]:bg-selected">
      <DataTable
        id={`host-storage-${own.id}`}
        noun={{ one: own.one, many: own.many }}
        columns={own.columns}
        rows={message === null ? shown : undefined}
        rowKey={keyOf}
        rowLabel={nameOf}
        unreadable={unreadable}
        defaultSort={SORT}
        searchPlaceholder={null}
        tools={own.tabs}
        detail
        card={(row) => <RowCard row={row} />}
        empty={<p className="px-3.5 py-3 text-ink-2">The platform lists no {own.many} of this host.</p>}
        failed={
          <p className="px-3.5 py-3 text-unk-fg">
            Unknown. <span className="mono">{message}</span>
          </p>
        }
        stale={stale}
      />
    </div>
  );
}

/** What a search finds a row by: everything on its way. */
const findOf = (box: string, layout: HostStorageModel['layout']): string =>
  [...traceOf(layout, [box]).nodes].flatMap((key) => layout.byKey.get(key)?.find ?? []).join('\n');

function RowCard({ row }: { row: Row }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="mono min-w-0 flex-1 text-[16px] font-medium text-ink [overflow-wrap:anywhere]">
        {row.name}
      </span>
      {row.state !== null && <span className="text-ink-2">{row.state}</span>}
      <span className="text-ink-2 tabular-nums">{sizeWord(row.sizeBytes)}</span>
    </span>
  );
}
