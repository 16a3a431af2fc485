'use client';
import type { Column } from '@/components/table/column';
import type { FsRow } from '@/lib/domain/storage/storage-rows';
import { percentWord } from '../storage-words';
import { bytesColumn, nameColumn, stateColumn, textColumn } from './cells';
import type { Shown } from './shown-row';

export const FILESYSTEM_COLUMNS: readonly Column<Shown<FsRow>>[] = [
  nameColumn('Filesystem', 150),
  stateColumn(),
  textColumn('volume', 'Logical volume', ({ own }) => own.logicalVolume, {
    ...{ className: 'mono text-ink-2', width: { min: 140, grow: true } },
  }),
  textColumn('functions', 'Functions', ({ own }) => own.functions.join(', ')),
  bytesColumn('size', 'Size', ({ sizeBytes }) => sizeBytes),
  {
    ...{ id: 'full', label: 'Full, by alarm', searchable: false, align: 'end', width: { min: 120 } },
    value: ({ fullPercent }) => fullPercent,
    // Empty: no alarm says it, and nothing else could.
    render: ({ fullPercent }) => (fullPercent === null ? '' : percentWord(fullPercent)),
  },
];
