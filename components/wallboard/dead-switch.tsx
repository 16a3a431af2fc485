'use client';
/**
 * The last resort: a cover that the browser's compositor draws over the board when this page has not pushed it
 * away for too long. It needs no timer and no script at that moment, so it comes even when the page hangs. While the
 * page lives, each reading starts the time anew, and the page's own bar is there before it.
 */
import { useEffect, useRef } from 'react';
import { serverNow } from '@/lib/queries/clock';
import { Moment } from './wall-moment';

/** The page's own bar gets this long to come first. */
const GRACE_MS = 5_000;

/** @param deadline server time from which the board counts as too old */
export function DeadSwitch({ asOf, deadline }: { asOf: number | null; deadline: number }) {
  const cover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const delay = Math.max(0, deadline + GRACE_MS - serverNow());
    // Opacity alone: that is what runs beside the page, not in it.
    const animation = cover.current?.animate([{ opacity: 0 }, { opacity: 1 }], {
      delay,
      duration: 1,
      fill: 'both',
    });
    return () => animation?.cancel();
  }, [deadline]);
  return (
    <div ref={cover} className="wall-dead-cover" aria-hidden="true" data-testid="dead-switch">
      <strong>
        {asOf === null ? (
          'No data yet'
        ) : (
          <>
            No data since <Moment at={asOf} />
          </>
        )}
      </strong>
      <span>This page stands still. Reload it</span>
    </div>
  );
}
