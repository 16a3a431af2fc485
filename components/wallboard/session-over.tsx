'use client';
/** In place of the board when its session is over: nothing of it is shown any more. */
import type { SessionEnd } from './use-wall-session';
import { Moment } from './wall-moment';

const WHY = {
  idle: 'Nobody touched this browser for as long as the idle limit is.',
  token: 'Its Keystone token has run out.',
  ended: 'It was ended elsewhere, or the platform no longer accepts it.',
} as const;

export function SessionOver({ end, here }: { end: NonNullable<SessionEnd>; here: string }) {
  return (
    <div className="wall-over" role="alert">
      <strong>
        Session ended at <Moment at={end.at} minutes />
      </strong>
      <span>{WHY[end.reason]}</span>
      <span>
        <a
          className="link"
          href={`/login?callbackUrl=${encodeURIComponent(here)}`}
          target="_blank"
          rel="noopener"
        >
          Sign in in another tab
        </a>{' '}
        of this browser: the board goes on by itself.
      </span>
    </div>
  );
}
