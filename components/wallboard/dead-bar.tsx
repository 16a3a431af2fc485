'use client';
/** The board is too old: says so across its whole width, since when, and why. */
import { outageOf } from '@/components/shell/outage';
import { formatDuration } from '@/lib/format/time';
import { useViewHealth } from '@/lib/queries/view-failures';
import { useWallNow } from './wall-clock';
import { Moment } from './wall-moment';

/** @param asOf epoch milliseconds of the alarms that are shown; null when none were ever read */
export function DeadBar({ asOf }: { asOf: number | null }) {
  const now = useWallNow();
  const outage = outageOf(useViewHealth());
  return (
    <div className="wall-dead-bar" role="alert">
      <div>
        <strong>
          {asOf === null ? (
            'No alarms read yet'
          ) : (
            <>
              No data since <Moment at={asOf} />
            </>
          )}
        </strong>
        <span>
          {asOf !== null && 'Everything below is old. '}
          {outage?.what ?? 'Nothing has answered since.'}
        </span>
      </div>
      {asOf !== null && (
        <span className="wall-dead-age" aria-hidden>
          {formatDuration(now - asOf)}
        </span>
      )}
    </div>
  );
}
