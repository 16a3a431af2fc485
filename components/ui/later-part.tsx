'use client';

import type { ComponentType } from 'react';
import { later } from './later';
import { useLater } from './use-later';

/**
 * A component whose code is fetched when it is first drawn; it draws nothing until then, and nothing when the code is
 * gone. React's own `lazy` would take the whole page down for it.
 * @param onMissing called when it could not be fetched
 */
export function laterPart<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  onMissing?: () => void,
): ComponentType<P> {
  const part = later(fetch);
  return function LaterPart(props: P) {
    const Part = useLater(part, onMissing);
    return Part ? <Part {...props} /> : null;
  };
}
