'use client';

import { useState } from 'react';
import { useNow } from '@/components/ui/clock';

/** Seconds left of a wait that the server imposed, counting down; 0 when there is none. */
export function useCountdown(): [left: number, start: (seconds: number) => void] {
  const now = useNow(1_000);
  const [until, setUntil] = useState(0);
  const start = (seconds: number) => setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0);
  // The shared clock may be a fraction of a second behind the start: never show more than was asked for.
  return [until === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000)), start];
}

/** 8 s, 14 m 20 s */
export function waitText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} m` : `${Math.floor(seconds / 60)} m ${rest} s`;
}
