'use client';

import { useEffect } from 'react';
import { fetchEveryPart, tellOfMissingCode } from '@/components/ui/later';
import { noteMissingCode } from '@/lib/queries/missing-code';

/**
 * Fetches, once the page is quiet, the code that was left out of the first load: so that a menu opens at once, and
 * opens at all in a tab that outlives its server's build. Code that is already gone by then makes the page ask which
 * build the server runs.
 */
export function WarmUp() {
  useEffect(() => {
    tellOfMissingCode(() => void noteMissingCode());
    const fetchAll = () => void fetchEveryPart();
    // Safari has no idle callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchAll, 1_500);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(fetchAll, { timeout: 4_000 });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return null;
}
