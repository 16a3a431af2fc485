'use client';

/** Who is signed in, for every client component below the console's layout. Never holds a secret. */
import { createContext, createElement, type ReactNode, use, useMemo } from 'react';
import type { Viewer } from '@/lib/domain/rights';
import { useServicesAway } from './services-away';

export type ViewerState = {
  viewer: Viewer;
  /** Epoch milliseconds (server clock) at which the session ends, as known when the page was rendered. */
  endsAt: number;
};

const Context = createContext<ViewerState | null>(null);

/** Below the query provider: what the viewer may do waits for services that do not answer. */
export function ViewerProvider({ value, children }: { value: ViewerState; children: ReactNode }): ReactNode {
  const awaiting = useServicesAway();
  const { viewer, endsAt } = value;
  const state = useMemo(() => ({ viewer: { ...viewer, awaiting }, endsAt }), [viewer, endsAt, awaiting]);
  return createElement(Context, { value: state }, children);
}

/** The signed-in person. Throws outside of the console's layout: nothing there may ask who acts. */
export function useViewer(): ViewerState {
  const value = use(Context);
  if (!value) throw new Error('useViewer is for components below app/(console)/layout.tsx');
  return value;
}
