'use client';

import { elementScroll, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { type BodyProps, focusIn, HEAD_HEIGHT } from './body-handle';
import { LineRows } from './line-rows';
import type { Line } from './lines';

const GROUP_HEIGHT = 28;

const heightOf = (line: Line | undefined, rowHeight: number) =>
  line?.kind === 'group' ? GROUP_HEIGHT : rowHeight;

/**
 * Only the lines near the window. This code comes later than the rows it replaces: whoever scrolled in the meantime
 * stays there. At its start the library would put the list where it believes it to be, and stop a scroll under way.
 */
export function VirtualBody({ ref, scroller, rowHeight, ...rows }: BodyProps) {
  const { lines } = rows;
  const started = useRef(false);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], rowHeight),
    getItemKey: (index) => lines[index]?.key ?? index,
    initialRect: { width: 1024, height: 900 },
    initialOffset: () => scroller.current?.scrollTop ?? 0,
    scrollToFn: (...to) => {
      if (started.current) elementScroll(...to);
    },
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 8,
  });
  useEffect(() => {
    started.current = true;
    // It may have moved since the first of these lines were chosen.
    scroller.current?.dispatchEvent(new Event('scroll'));
  }, [scroller]);
  useImperativeHandle(ref, () => {
    const focusRow = (key: string, tries = 5) => {
      if (focusIn(scroller.current, key)) return;
      const index = lines.findIndex((line) => line.key === key);
      if (index < 0 || tries === 0) return;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() => focusRow(key, tries - 1));
    };
    return { focusRow };
  }, [lines, virtualizer, scroller]);

  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return (
    <LineRows
      {...rows}
      from={first?.index ?? 0}
      to={(last?.index ?? -1) + 1}
      before={first ? first.start - HEAD_HEIGHT : 0}
      after={last ? virtualizer.getTotalSize() - (last.end - HEAD_HEIGHT) : 0}
    />
  );
}
