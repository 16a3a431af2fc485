'use client';

/** The reader's taste: written to a cookie for the next first paint, and to <html> for this one. */
import { useSyncExternalStore } from 'react';
import {
  DENSITIES,
  DENSITY_COOKIE,
  type Density,
  lookCookie,
  THEME_COOKIE,
  THEMES,
  type Theme,
  TIMES_COOKIE,
  type Times,
} from '@/lib/format/look';
import { RAIL_COOKIE } from './rail-cookie';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-density', 'data-times'],
  });
  return () => observer.disconnect();
}

const theme = (): Theme => THEMES.find((each) => each === document.documentElement.dataset.theme) ?? 'system';
const density = (): Density =>
  DENSITIES.find((each) => each === document.documentElement.dataset.density) ?? 'compact';

const times = (): Times => (document.documentElement.dataset.times === 'utc' ? 'utc' : 'local');

export const useTheme = (): Theme => useSyncExternalStore<Theme>(subscribe, theme, () => 'system');
export const useDensity = (): Density => useSyncExternalStore<Density>(subscribe, density, () => 'compact');

export const useTimes = (): Times => useSyncExternalStore<Times>(subscribe, times, () => 'local');

export function setTheme(next: Theme): void {
  document.documentElement.dataset.theme = next;
  remember(THEME_COOKIE, next);
}

export function setDensity(next: Density): void {
  document.documentElement.dataset.density = next;
  remember(DENSITY_COOKIE, next);
}

export function setTimes(next: Times): void {
  document.documentElement.dataset.times = next;
  remember(TIMES_COOKIE, next);
}

export function rememberRail(collapsed: boolean): void {
  remember(RAIL_COOKIE, collapsed ? 'collapsed' : 'wide');
}

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: a preference that the server reads for the first paint; cookieStore is not everywhere
  document.cookie = lookCookie(name, value);
}
