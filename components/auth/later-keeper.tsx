'use client';
import { laterPart } from '@/components/ui/later-part';

/** Keeps the session; it draws nothing in the first paint, and is fetched right after. */
export const LaterSessionKeeper = laterPart(async () => (await import('./session-keeper')).SessionKeeper);
