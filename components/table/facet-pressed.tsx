'use client';

import { clsx } from 'clsx';
import type { FacetState } from './facet-state';

export const FACET_OFF = 'border-dashed border-line text-ink-2 hover:text-ink';
export const FACET_ON = 'border-accent-line bg-selected text-ink';
const COUNT = new Intl.NumberFormat('en-GB');

const flip =
  ({ on, set }: FacetState, value: string) =>
  () =>
    set(on.includes(value) ? on.filter((one) => one !== value) : [...on, value]);

/** The values of a facet side by side, each with its count. None pressed: all of them are shown. */
export function FacetSegments({ facet }: { facet: FacetState }) {
  const all = facet.on.length === 0;
  return (
    <fieldset
      aria-label={facet.label}
      className="inline-flex h-(--control-h) flex-none overflow-hidden rounded-2 border border-accent-line bg-selected max-md:order-last max-md:h-11 max-md:w-full"
    >
      {facet.options.map((option) => {
        const on = facet.on.includes(option.value);
        return (
          <button
            key={option.value}
            type="button"
            aria-pressed={on}
            aria-label={`${option.text}, ${COUNT.format(option.count ?? 0)}`}
            title={option.text}
            className={clsx(
              'inline-flex items-center gap-1.5 border-accent-line px-2.5 font-medium tabular-nums not-first:border-l focus-visible:outline-offset-[-2px] max-md:flex-1 max-md:justify-center',
              all || on ? 'text-ink' : 'bg-surface text-ink-3',
              on && 'shadow-[inset_0_-2px_0_var(--accent-fill)]',
            )}
            onClick={flip(facet, option.value)}
          >
            {option.glyph}
            {COUNT.format(option.count ?? 0)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** A button for each value: "Blocks upgrades 8". */
export function FacetToggles({ facet, className }: { facet: FacetState; className?: string | undefined }) {
  return facet.options.map((option) => {
    const on = facet.on.includes(option.value);
    return (
      <button
        key={option.value}
        type="button"
        aria-pressed={on}
        className={clsx(
          'inline-flex h-(--control-h) flex-none items-center gap-1.5 rounded-2 border px-2.5 whitespace-nowrap',
          on ? FACET_ON : FACET_OFF,
          className,
        )}
        onClick={flip(facet, option.value)}
      >
        {option.glyph}
        {facet.holdsBack ? (
          <>
            <b className="font-medium tabular-nums">{COUNT.format(option.count ?? 0)}</b> {option.text}
          </>
        ) : (
          <>
            {option.text} <span className="text-ink-3 tabular-nums">{COUNT.format(option.count ?? 0)}</span>
          </>
        )}
      </button>
    );
  });
}
