'use client';
/** One thing that a list is narrowed to, and the way out of it. */
import { X } from 'lucide-react';

const CHIP =
  'inline-flex h-(--control-h) max-w-full items-center gap-1.5 rounded-2 border border-accent-line bg-selected px-2.5 whitespace-nowrap max-md:h-11';

export function FilterChip(props: { label: string; value: string; remove: string; onRemove: () => void }) {
  return (
    <span className={CHIP}>
      {props.label}
      <b className="min-w-0 truncate font-medium">{props.value}</b>
      <button
        type="button"
        aria-label={props.remove}
        className="-mr-1 grid size-5 place-items-center rounded-1 text-ink-3 hover:text-ink max-md:size-9"
        onClick={props.onRemove}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}
