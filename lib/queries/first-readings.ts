'use client';
/**
 * The readings that a page was drawn with on the server. Drawing on the server and taking over in the browser read
 * the very same ones, however late the browser is and whatever has been polled meanwhile; only then the live cache
 * counts. Without this a slow tablet would throw the server's HTML away.
 */
import { hashKey } from '@tanstack/react-query';
import { createContext, createElement, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import type { Seen } from './seen';

export type FirstReading = { key: readonly unknown[]; seen: Seen<unknown> };

const Context = createContext<ReadonlyMap<string, Seen<unknown>>>(new Map());

/** Adds the readings of a part of the page to those of the parts around it. */
export function FirstReadings({
  readings,
  children,
}: {
  readings: readonly FirstReading[];
  children: ReactNode;
}) {
  const outer = use(Context);
  const all = useMemo(
    () => new Map([...outer, ...readings.map(({ key, seen }) => [hashKey(key), seen] as const)]),
    [outer, readings],
  );
  return createElement(Context, { value: all }, children);
}

/** True while the server draws and the browser takes over; false from then on. */
export const useTakingOver = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );

/** What the server knew under a query key. */
export const useFirstReading = (key: readonly unknown[]): Seen<unknown> | undefined =>
  use(Context).get(hashKey(key));

/** The same for several keys. */
export function useFirstReadings(): (key: readonly unknown[]) => Seen<unknown> | undefined {
  const readings = use(Context);
  return (key) => readings.get(hashKey(key));
}

const never = () => () => undefined;
