'use client';
/** The telecom line that offsets are held against, chosen per browser: taste, so it is in local storage. */
import { useSyncExternalStore } from 'react';
import { REFERENCE_LINES, type ReferenceLine } from '@/lib/domain/clock/thresholds';
import { createStore } from '@/lib/queries/store';

const KEY = 'roost.clock-line';
const turned = createStore(0);
/** What a base station's site is usually held to. */
const USUAL = REFERENCE_LINES.find(({ ns }) => ns === 1_100) ?? {
  name: '',
  ns: 1_100,
  standard: '',
  what: '',
};

const subscribe = (listener: () => void) => {
  const stop = turned.subscribe(listener);
  window.addEventListener('storage', listener);
  return () => {
    stop();
    window.removeEventListener('storage', listener);
  };
};

function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function useReferenceLine(): ReferenceLine {
  const text = useSyncExternalStore(subscribe, stored, () => null);
  return REFERENCE_LINES.find(({ name }) => name === text) ?? USUAL;
}

/** Without storage the usual line stays. */
export function chooseReferenceLine(name: string): void {
  try {
    window.localStorage.setItem(KEY, name);
  } catch {
    return;
  }
  turned.set(turned.get() + 1);
}
