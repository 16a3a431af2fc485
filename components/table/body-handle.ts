import type { Ref, RefObject } from 'react';
import type { LineRowsProps } from './line-rows';

/** CSS pixels of the sticky head. */
export const HEAD_HEIGHT = 30;

/** Brings a row into view and gives it focus. */
export type BodyHandle = { focusRow: (key: string) => void };

export type BodyProps = LineRowsProps & {
  ref: Ref<BodyHandle>;
  scroller: RefObject<HTMLElement | null>;
  rowHeight: number;
};

/** Whether the row was there to take focus. */
export function focusIn(scroller: HTMLElement | null, key: string): boolean {
  const row = scroller?.querySelector<HTMLElement>(`[data-key=${CSS.escape(key)}]`);
  if (!row) return false;
  row.scrollIntoView({ block: 'nearest' });
  row.focus({ preventScroll: true });
  return true;
}
