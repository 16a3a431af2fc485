'use client';
import type { Column } from '@/components/table/column';
import { mibToBytes } from '@/lib/domain/storage/size';
import type { FunctionRow } from '@/lib/domain/storage/storage-rows';
import { bytesColumn, nameColumn, stateColumn, textColumn } from './cells';
import type { Shown } from './shown-row';

export const FUNCTION_COLUMNS: readonly Column<Shown<FunctionRow>>[] = [
  nameColumn('OSD or journal', 200),
  textColumn('function', 'Function', ({ own }) => own.function, { width: { min: 90 } }),
  stateColumn(),
  textColumn('disk', 'Disk', ({ disk }) => disk, { className: 'mono text-ink-2' }),
  textColumn('tier', 'Tier', ({ own }) => (own.function === 'journal' ? '' : own.tier)),
  textColumn('journal', 'Journal on', ({ journalOn }) => journalOn, {
    ...{ className: 'mono text-ink-2', width: { min: 130, grow: true } },
  }),
  {
    ...bytesColumn<Shown<FunctionRow>>('journalSize', 'Journal size', ({ own }) =>
      own.journal.sizeMib === null ? null : mibToBytes(own.journal.sizeMib),
    ),
    hideBelow: 'lg',
  },
  bytesColumn('size', 'Disk size', ({ sizeBytes }) => sizeBytes),
];
