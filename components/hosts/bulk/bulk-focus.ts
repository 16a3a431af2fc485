/** Moving between the cells of the table: each is marked with its row and its field. */
import type { BulkField } from '@/lib/domain/provision/bulk-row';

export const cellMark = (row: string, field: BulkField): string => `${row} ${field}`;

/** Puts the focus into a cell, and what it holds under the next key. @returns whether it is there */
export function focusCell(row: string, field: BulkField): boolean {
  const cell = document.querySelector(`[data-cell="${cellMark(row, field)}"]`);
  const control = cell?.querySelector<HTMLElement>('input, select');
  if (!control) return false;
  // On a phone a row is folded.
  cell?.closest('details')?.setAttribute('open', '');
  control.focus();
  control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  return true;
}

/** The cell that something happened in. */
export function cellOf(target: EventTarget): { row: string; field: string; control: HTMLElement } | null {
  if (!(target instanceof HTMLElement)) return null;
  const [row, field] = (target.closest('[data-cell]')?.getAttribute('data-cell') ?? '').split(' ');
  return row && field ? { row, field, control: target } : null;
}
