'use client';
import type { Column } from '@/components/table/column';
import type { PartitionRow } from '@/lib/domain/storage/storage-rows';
import { bytesColumn, nameColumn, stateColumn, textColumn } from './cells';
import type { Shown } from './shown-row';

export const PARTITION_COLUMNS: readonly Column<Shown<PartitionRow>>[] = [
  nameColumn('Partition', 150),
  textColumn('disk', 'Disk', ({ disk }) => disk, { className: 'mono text-ink-2' }),
  textColumn('type', 'Type', ({ own }) => own.typeName, { width: { min: 160, grow: true } }),
  stateColumn(),
  textColumn('group', 'Volume group', ({ group }) => group, { className: 'mono text-ink-2' }),
  bytesColumn('size', 'Size', ({ sizeBytes }) => sizeBytes),
];
