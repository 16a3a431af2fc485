'use client';
/** Which rows of equal height are near the part of a list that is in sight. */
import { type RefObject, useEffect, useState } from 'react';

const OVERSCAN = 12;
/** In the first HTML: more than a window holds. */
const FIRST = 60;

export type Window = { from: number; to: number };

export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number): Window {
  const [span, setSpan] = useState<Window>({ from: 0, to: FIRST });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const next = windowAt(element.scrollTop, element.clientHeight, height);
      setSpan((was) => (was.from === next.from && was.to === next.to ? was : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, height]);
  return { from: Math.min(span.from, Math.max(0, count - OVERSCAN)), to: Math.min(span.to, count) };
}

/** In steps of half the overscan, so that a small scroll draws nothing. */
export function windowAt(top: number, visible: number, height: number): Window {
  const step = OVERSCAN / 2;
  const first = Math.floor(top / height / step) * step;
  const last = Math.ceil((top + visible) / height / step) * step;
  return { from: Math.max(0, first - OVERSCAN), to: last + OVERSCAN };
}
