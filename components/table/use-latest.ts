'use client';

import { useCallback, useInsertionEffect, useRef } from 'react';

/** A function that never changes and always does what the latest one does. For event handlers only. */
export function useLatest<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run);
  useInsertionEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
