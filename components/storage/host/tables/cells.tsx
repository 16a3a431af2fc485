'use client';
/** Columns that several tables of storage have. */
import { TracedName } from '@/components/drawing/traced-name';
import type { Column } from '@/components/table/column';
import type { Look } from '@/lib/domain/storage/state-look';
import { formatBytes } from '@/lib/format/bytes';
import { StateWord } from '../state-word';
import { percentWord } from '../storage-words';
import type { Shown } from './shown-row';

type Named = Shown<{ name: string }>;

export const nameColumn = <T extends Named>(label: string, min = 140): Column<T> => ({
  id: 'name',
  label,
  value: ({ name }) => name,
  searchValue: ({ find }) => find,
  render: ({ name, traced }) => <TracedName name={name} traced={traced} />,
  width: { min },
  canHide: false,
});

/** A text of the platform; "Unknown" where it said nothing. */
export const textColumn = <T extends object>(
  id: string,
  label: string,
  value: (row: T) => string | null,
  more: Partial<Column<T>> = {},
): Column<T> => ({
  ...{ id, label, value, searchable: false, className: 'text-ink-2', width: { min: 110 } },
  render: (row) => <Text>{value(row)}</Text>,
  ...more,
});

function Text({ children }: { children: string | null }) {
  if (children === null) return <span className="text-unk-fg">Unknown</span>;
  return <span title={children}>{children}</span>;
}

/** Bytes; the file has them as they are. */
export const bytesColumn = <T extends object>(
  id: string,
  label: string,
  value: (row: T) => number | null,
): Column<T> => ({
  ...{ id, label, value, searchable: false, align: 'end', width: { min: 100 } },
  render: (row) => {
    const bytes = value(row);
    if (bytes === null) return <span className="text-unk-fg">Unknown</span>;
    return (
      <span className={bytes === 0 ? 'text-ink-3' : undefined}>{bytes === 0 ? '0' : formatBytes(bytes)}</span>
    );
  },
});

/** A share between 0 and 1, in percent. */
export const shareColumn = <T extends object>(
  id: string,
  label: string,
  value: (row: T) => number | null,
): Column<T> => ({
  ...{ id, label, value, searchable: false, align: 'end', width: { min: 90 } },
  render: (row) => {
    const share = value(row);
    return share === null ? <span className="text-unk-fg">Unknown</span> : percentWord(share * 100);
  },
});

export const stateColumn = <T extends { state: string | null; look: Look | null }>(): Column<T> => ({
  ...{ id: 'state', label: 'State', searchable: false, width: { min: 170 } },
  value: ({ state }) => state,
  render: ({ state, look }) => <StateWord word={state} look={look} />,
});
