import type { ReactNode } from 'react';
import type { Column, Facet } from './column';

/** One facet as its menu shows it. */
export type FacetState = {
  id: string;
  label: string;
  look: NonNullable<Facet<unknown>['look']>;
  /** Some rows wait while it is off: its toggles are always in sight. */
  holdsBack: boolean;
  on: readonly string[];
  options: readonly {
    value: string;
    text: string;
    glyph: ReactNode;
    /** Rows that it would show; null where that is not known. */
    count: number | null;
    /** Why it cannot be chosen: it stays in sight, and can be taken off. */
    off?: string | undefined;
  }[];
  set: (values: readonly string[]) => void;
};

const collator = new Intl.Collator('en', { numeric: true });

/**
 * The options of a facet: the known values in their order, then others that occur, by name. A value that is on stays
 * listed even when nothing has it now, so that it can be taken off. Known values that do not occur are left out.
 */
export function facetOptions<T>(
  column: Column<T>,
  counts: ReadonlyMap<string, number>,
  on: readonly string[],
): FacetState['options'] {
  const { order = [], text, glyph, look, standing = [] } = column.facet ?? {};
  const rank = (value: string) => {
    const place = order.indexOf(value);
    return place < 0 ? order.length : place;
  };
  const known = look === 'segments' ? order : [];
  const values = [...new Set([...known, ...counts.keys(), ...on])].filter(
    (value) => !standing.includes(value),
  );
  values.sort((a, b) => rank(a) - rank(b) || collator.compare(a, b));
  return values.map((value) => ({
    value,
    text: text ? text(value) : value,
    glyph: glyph?.(value),
    count: counts.get(value) ?? 0,
  }));
}
