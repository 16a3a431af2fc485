/** Things whose identity is their place, as lines of one text that never change places: numbered from 1. */
export const numbered = <T>(items: readonly T[]): { number: number; item: T }[] =>
  items.map((item, index) => ({ number: index + 1, item }));
