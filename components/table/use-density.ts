'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { DENSITY_COOKIE, type Density, lookCookie } from '@/lib/format/look';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => observer.disconnect();
}

const read = (): Density =>
  document.documentElement.dataset.density === 'comfortable' ? 'comfortable' : 'compact';

/** Row height for everything on the page: an attribute of <html> that the tokens read, and a cookie for the next visit. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const density = useSyncExternalStore<Density>(subscribe, read, () => 'compact');
  const set = useCallback((next: Density) => {
    document.documentElement.dataset.density = next;
    // biome-ignore lint/suspicious/noDocumentCookie: a preference, read by the server for the first paint; cookieStore is not everywhere
    document.cookie = lookCookie(DENSITY_COOKIE, next);
  }, []);
  return [density, set];
}
