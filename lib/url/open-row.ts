'use client';

import { changeSearch, useSearchText } from './address';

/**
 * The row of a list whose detail is open: its key and a way to open another or close it (null). `prefix` as given to
 * the table (`urlPrefix`).
 */
export function useOpenRow(prefix?: string): readonly [string | null, (key: string | null) => void] {
  const name = prefix ? `${prefix}.open` : 'open';
  const key = new URLSearchParams(useSearchText()).get(name);
  return [key, (next) => changeSearch({ [name]: next }, 'push')];
}
