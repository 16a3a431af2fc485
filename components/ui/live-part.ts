'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Marks a part of the page that may be taken over after its frame: Next puts each page behind a boundary of its own. */
export const PART = 'data-part';

const live = new WeakSet<Element>();

/** For the outermost element of such a part, which also carries `PART`: notes when the part has been taken over. */
export function useLivePart<T extends Element>(): RefObject<T | null> {
  const part = useRef<T>(null);
  useEffect(() => {
    if (part.current) live.add(part.current);
  }, []);
  return part;
}

/** Whether the part of the page that an element is in has been taken over. The frame has, once anybody asks this. */
export function isLive(element: Element): boolean {
  const part = element.closest(`[${PART}]`);
  return part === null || live.has(part);
}
