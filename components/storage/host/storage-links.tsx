'use client';
import { memo } from 'react';
import { DrawingLinks } from '@/components/drawing/drawing-links';
import type { Trace } from '@/lib/domain/drawing/trace';
import type { StorageLayout, StorageLink } from '@/lib/domain/storage/layout';
import { drawingHeight, linkPath } from './storage-geometry';

type Props = { layout: StorageLayout; trace: Trace<StorageLink> };

/** Dotted: an OSD writes its journal there. */
const dash = ({ kind }: StorageLink) => (kind === 'journal' ? '1 3' : undefined);

export const StorageLinks = memo(function StorageLinks({ layout, trace }: Props) {
  return (
    <DrawingLinks
      height={drawingHeight(layout.rows)}
      links={layout.links}
      isOn={(link) => trace.links.has(link)}
      path={(link) => {
        const [from, to] = [layout.byKey.get(link.from), layout.byKey.get(link.to)];
        return from && to ? linkPath(from, to) : null;
      }}
      dash={dash}
    />
  );
});
