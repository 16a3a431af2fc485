'use client';
import type { Column } from '@/components/table/column';
import type { GroupRow, PvRow } from '@/lib/domain/storage/storage-rows';
import { bytesColumn, nameColumn, shareColumn, stateColumn, textColumn } from './cells';
import type { Shown } from './shown-row';

export const PV_COLUMNS: readonly Column<Shown<PvRow>>[] = [
  nameColumn('Physical volume', 150),
  textColumn('type', 'Type', ({ own }) => own.type, { width: { min: 90 } }),
  textColumn('on', 'On', ({ on }) => on, { className: 'mono text-ink-2', width: { min: 130, grow: true } }),
  textColumn('group', 'Volume group', ({ own }) => own.group, { className: 'mono text-ink-2' }),
  stateColumn(),
  bytesColumn('size', 'Size', ({ sizeBytes }) => sizeBytes),
  shareColumn('allocated', 'Allocated', ({ allocated }) => allocated),
];

export const GROUP_COLUMNS: readonly Column<Shown<GroupRow>>[] = [
  nameColumn('Volume group', 150),
  stateColumn(),
  textColumn('access', 'Access', ({ own }) => own.access, {
    ...{ className: 'mono text-ink-2', width: { min: 90, grow: true }, hideBelow: 'lg' },
  }),
  bytesColumn('size', 'Size', ({ sizeBytes }) => sizeBytes),
  bytesColumn('free', 'Free', ({ freeBytes }) => freeBytes),
  shareColumn('used', 'Used', ({ used }) => used),
  count('pvs', 'Physical volumes', ({ own }) => own.physicalVolumes),
  count('lvs', 'Logical volumes', ({ own }) => own.logicalVolumes),
];

function count(
  id: string,
  label: string,
  value: (row: Shown<GroupRow>) => number | null,
): Column<Shown<GroupRow>> {
  return { id, label, value, searchable: false, align: 'end', width: { min: 130 }, hideBelow: 'lg' };
}
