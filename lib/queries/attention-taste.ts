'use client';
/** What this browser's person wants to hear and be notified of. */
import { useMemo } from 'react';
import { type AttentionTaste, QUIET, readTaste } from '@/lib/domain/attention-bell';
import { tasteOf } from './taste';

const taste = tasteOf('roost.attention');

/** Everything off on the server, and without storage. */
export function useAttentionTaste(): AttentionTaste {
  const text = taste.use();
  return useMemo(() => (text === null ? QUIET : readTaste(text)), [text]);
}

export const attentionTaste = (): AttentionTaste => readTaste(taste.read());

/** Without storage nothing is turned on: a sound that cannot be remembered off would come back. */
export const setAttentionTaste = (next: AttentionTaste): void => taste.write(JSON.stringify(next));
