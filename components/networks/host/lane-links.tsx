'use client';
import { memo } from 'react';
import { DrawingLinks } from '@/components/drawing/drawing-links';
import type { Trace } from '@/lib/domain/drawing/trace';
import type { LaneLink, Lanes } from '@/lib/domain/network/lanes';
import { drawingHeight, linkPath } from './lane-geometry';

export const LaneLinks = memo(function LaneLinks({ lanes, trace }: { lanes: Lanes; trace: Trace<LaneLink> }) {
  return (
    <DrawingLinks
      height={drawingHeight(lanes.rows)}
      links={lanes.links}
      isOn={(link) => trace.links.has(link)}
      path={(link) => {
        const [from, to] = [lanes.byKey.get(link.from), lanes.byKey.get(link.to)];
        return from && to ? linkPath(link, from, to) : null;
      }}
    />
  );
});
