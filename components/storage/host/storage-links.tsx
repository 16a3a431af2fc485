'use client';
/** The lines of the drawing. What is on the way is drawn last, over the others. */
import { memo } from 'react';
import type { Trace } from '@/lib/domain/drawing/trace';
import type { StorageLayout, StorageLink } from '@/lib/domain/storage/layout';
import { drawingHeight, linkPath } from './storage-geometry';

type Props = { layout: StorageLayout; trace: Trace<StorageLink> };

export const StorageLinks = memo(function StorageLinks({ layout, trace }: Props) {
  const height = drawingHeight(layout.rows);
  const ordered = layout.links.toSorted((a, b) => Number(trace.links.has(a)) - Number(trace.links.has(b)));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
      fill="none"
      stroke="currentColor"
    >
      {ordered.map((link) => {
        const [from, to] = [layout.byKey.get(link.from), layout.byKey.get(link.to)];
        if (!from || !to) return null;
        const on = trace.links.has(link);
        return (
          <path
            key={JSON.stringify([link.from, link.to])}
            d={linkPath(from, to)}
            vectorEffect="non-scaling-stroke"
            strokeWidth={on ? 2 : 1.3}
            strokeDasharray={link.kind === 'journal' ? '1 3' : link.quiet ? '3 3' : undefined}
            className={on ? 'text-accent-fill' : link.quiet ? 'text-unk-line' : 'text-series-2'}
          />
        );
      })}
    </svg>
  );
});
