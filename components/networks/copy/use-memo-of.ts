'use client';
import { useState } from 'react';

/** Remembers what a pure function gave for each of several things, and asks it again only when what it is given differs. */
export function useMemoOf<A extends readonly unknown[], R>(
  make: (...given: A) => R,
): (key: string, ...given: A) => R {
  const [held] = useState(() => new Map<string, { given: A; value: R }>());
  return (key, ...given) => {
    const known = held.get(key);
    if (known?.given.every((one, index) => Object.is(one, given[index]))) return known.value;
    const value = make(...given);
    held.set(key, { given, value });
    return value;
  };
}
