import type { ReactNode } from 'react';

/** For readers only. A class, not an inline style: the content security policy refuses those. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
