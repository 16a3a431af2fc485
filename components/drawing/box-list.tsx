'use client';
/** A drawing as a list, for screens too narrow for it: each box that begins a way, and below it what stands on it. */
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { ListGroup, ListLine } from '@/lib/domain/drawing/list';

/** A box in the list; null: it is not drawn. `first`: the group is about it. */
export type ListedBox = { label: string; first: boolean; body: ReactNode } | null;

type Props = {
  label: string;
  groups: readonly ListGroup[];
  /** Key of the box whose details are open. */
  open: string | null;
  onOpen: (key: string) => void;
  box: (line: ListLine) => ListedBox;
  className?: string | undefined;
};

const DEPTHS = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-14'];

export function BoxList({ label, groups, open, onOpen, box, className }: Props) {
  return (
    <ul aria-label={label} className={clsx('flex flex-col gap-2', className)}>
      {groups.map(({ key, lines }) => (
        <li key={key} className="panel p-2">
          {lines.map((line) => {
            const shown = box(line);
            if (!shown) return null;
            return (
              <div
                key={`${line.under ?? ''} ${line.key}`}
                className={DEPTHS[Math.min(line.depth, DEPTHS.length - 1)]}
              >
                <button
                  type="button"
                  aria-label={shown.label}
                  onClick={() => onOpen(line.key)}
                  className={clsx(
                    'flex min-h-11 w-full flex-col justify-center gap-1 px-2 py-1 text-left',
                    line.depth > 0 ? 'border-l border-line' : 'rounded-2',
                    shown.first && 'bg-canvas',
                    open === line.key && 'bg-selected',
                  )}
                >
                  {shown.body}
                </button>
              </div>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
