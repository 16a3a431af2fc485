'use client';
/** The lines of the lanes. What is on the way is drawn last, over the others. */
import { memo } from 'react';
import type { Trace } from '@/lib/domain/drawing/trace';
import type { LaneLink, Lanes } from '@/lib/domain/network/lanes';
import { drawingHeight, linkPath } from './lane-geometry';

export const LaneLinks = memo(function LaneLinks({ lanes, trace }: { lanes: Lanes; trace: Trace<LaneLink> }) {
  const height = drawingHeight(lanes.rows);
  const ordered = [...lanes.links].sort((a, b) => Number(trace.links.has(a)) - Number(trace.links.has(b)));
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
        const [from, to] = [lanes.byKey.get(link.from), lanes.byKey.get(link.to)];
        if (!from || !to) return null;
        const on = trace.links.has(link);
        return (
          <path
            key={idOf(link)}
            d={linkPath(link, from, to)}
            vectorEffect="non-scaling-stroke"
            strokeWidth={on ? 2 : 1.3}
            strokeDasharray={link.quiet ? '3 3' : undefined}
            className={on ? 'text-accent-fill' : link.quiet ? 'text-unk-line' : 'text-series-2'}
          />
        );
      })}
    </svg>
  );
});

const idOf = ({ from, to }: LaneLink): string => JSON.stringify([from, to]);
