'use client';
/**
 * The hosts to be added. Enter goes to the same column of the next row, and makes one after the last; what was copied from a
 * spreadsheet and is pasted into a cell is spread from there.
 */
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useMedia } from '@/components/table/use-media';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { BulkFault } from '@/lib/domain/provision/bulk-fault';
import { spreadFrom } from '@/lib/domain/provision/bulk-paste';
import { BULK_FIELDS, type BulkField, type BulkSpec } from '@/lib/domain/provision/bulk-row';
import { cellOf, focusCell } from './bulk-focus';
import { BulkCard, BulkLine } from './bulk-row';
import { cellsOf } from './read-text';
import type { BulkModel } from './use-bulk';

const NONE: readonly BulkFault[] = [];
const fieldOf = (name: string): BulkField | undefined => BULK_FIELDS.find((field) => field === name);

export function BulkTable({ model, specs }: { model: BulkModel; specs: readonly BulkSpec[] }) {
  const phone = useMedia('(max-width: 719px)');
  const { rows, context, deeds } = model;
  const faults = new Map<string, BulkFault[]>();
  for (const fault of model.faults) faults.set(fault.row, [...(faults.get(fault.row) ?? []), fault]);
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    const field = fieldOf(cell?.field ?? '');
    if (!cell || !field || event.altKey || event.ctrlKey || event.metaKey) return;
    const picks = cell.control.tagName === 'SELECT';
    const up = (event.key === 'Enter' && event.shiftKey) || (event.key === 'ArrowUp' && !picks);
    const down = (event.key === 'Enter' && !event.shiftKey) || (event.key === 'ArrowDown' && !picks);
    if (!up && !down) return;
    event.preventDefault();
    const at = rows.findIndex(({ id }) => id === cell.row) + (up ? -1 : 1);
    const next = rows[at]?.id ?? (event.key === 'Enter' && at === rows.length ? deeds.add() : null);
    // A new row is drawn before the next frame.
    if (next && !focusCell(next, field)) requestAnimationFrame(() => focusCell(next, field));
  };
  const onPaste = (event: ClipboardEvent) => {
    const cell = cellOf(event.target);
    const field = fieldOf(cell?.field ?? '');
    const text = event.clipboardData.getData('text/plain');
    if (!cell || !field || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const shown = specs.map((spec) => spec.field);
    deeds.spread(cell.row, spreadFrom(field, shown, cellsOf(text)));
  };
  const parts = rows.map((row, at) => ({
    ...{ row, at, specs, context, deeds },
    faults: faults.get(row.id) ?? NONE,
  }));
  if (phone) {
    return (
      <ul aria-label="Hosts to add" className="flex flex-col gap-3">
        {parts.map((part) => (
          <BulkCard key={part.row.id} {...part} />
        ))}
      </ul>
    );
  }
  return (
    <ScrollRegion aria-label="Table of hosts to add" className="relative overflow-x-auto">
      <table aria-label="Hosts to add" className="w-full" onKeyDown={onKeyDown} onPaste={onPaste}>
        <thead>
          <tr className="text-left text-ink-2 text-small">
            <th scope="col" className="sticky left-0 z-1 bg-surface px-3 py-2 font-medium">
              Send
            </th>
            {specs.map(({ field, label }) => (
              <th key={field} scope="col" className="whitespace-nowrap px-1 py-2 font-medium">
                {label}
              </th>
            ))}
            <th scope="col" className="px-2">
              <span className="sr-only">Deeds</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <BulkLine key={part.row.id} {...part} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
