'use client';
import type { Column } from '@/components/table/column';
import type { DiskRow } from '@/lib/domain/storage/storage-rows';
import { bytesColumn, nameColumn, textColumn } from './cells';
import type { Shown } from './shown-row';

type Row = Shown<DiskRow>;

export const DISK_COLUMNS: readonly Column<Row>[] = [
  nameColumn('Disk', 150),
  textColumn('type', 'Type', ({ own }) => own.type, { width: { min: 84 } }),
  textColumn('serial', 'Serial', ({ own }) => own.serial, {
    className: 'mono text-ink-2',
    width: { min: 140 },
  }),
  textColumn('model', 'Model', ({ own }) => own.model, { defaultHidden: true, width: { min: 150 } }),
  textColumn('path', 'Path', ({ own }) => own.path, {
    ...{ defaultHidden: true, className: 'mono text-ink-2', width: { min: 260 } },
  }),
  bytesColumn('size', 'Size', ({ sizeBytes }) => sizeBytes),
  bytesColumn('unallocated', 'Unallocated', ({ freeBytes }) => freeBytes),
  {
    ...{ id: 'rpm', label: 'RPM', searchable: false, align: 'end', width: { min: 76 }, hideBelow: 'lg' },
    // Empty: it does not turn, or did not say.
    value: ({ own }) => own.rpm,
  },
  textColumn('use', 'Used for', ({ usedFor }) => usedFor, { width: { min: 180, grow: true } }),
];
