'use client';

import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { lookCookie, ZONE_COOKIE } from '@/lib/format/look';

interface ServerClock {
  now: number;
  zone: string;
}

const Context = createContext<ServerClock>({ now: 0, zone: 'UTC' });

/**
 * What the server knew about time when it rendered: its own hour and the zone of this browser. The first paint and
 * hydration use these two, so both agree; after that the browser's own clock and zone take over.
 */
export function ClockProvider({ now, zone, children }: ServerClock & { children: ReactNode }) {
  useEffect(() => {
    const mine = browserZone();
    if (mine === zone || document.documentElement.dataset.times === 'utc') return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = lookCookie(ZONE_COOKIE, mine);
  }, [zone]);
  return <Context value={{ now, zone }}>{children}</Context>;
}

/** The present, in milliseconds since the epoch, renewed every `stepMs` (1, 10 or 60 seconds). */
export function useNow(stepMs: 1_000 | 10_000 | 60_000 = 10_000): number {
  const server = useContext(Context);
  const ticker = TICKERS[stepMs];
  return useSyncExternalStore(ticker.subscribe, ticker.read, () => server.now);
}

/** The IANA zone to write times in: the browser's, or UTC where the reader wants that (`data-times` of <html>). */
export function useZone(): string {
  const server = useContext(Context);
  return useSyncExternalStore(onTimesChange, wantedZone, () => server.zone);
}

function onTimesChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-times'] });
  return () => observer.disconnect();
}

const wantedZone = () => (document.documentElement.dataset.times === 'utc' ? 'UTC' : browserZone());

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** One interval however many ages are on the page, and none while nobody looks at one. */
function createTicker(stepMs: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener: () => void) {
      if (listeners.size === 0) {
        now = Date.now();
        timer = setInterval(tick, stepMs);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
    read: () => now,
  };
}

const TICKERS = { 1000: createTicker(1_000), 10000: createTicker(10_000), 60000: createTicker(60_000) };
