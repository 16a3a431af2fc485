import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** Facts as pairs: term left in quiet ink, value right. */
export function Kv({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={clsx('kv', className)}>{children}</dl>;
}

/** Without a value the row says nothing: pass "None", "Unknown" or "Not applicable" in words. */
export function KvRow({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
