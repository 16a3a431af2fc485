'use client';
/** What was raised and cleared lately, newest first. */
import { useId } from 'react';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import type { Severity } from '@/lib/domain/alarm';
import { reachesFloor } from '@/lib/domain/alarm-watch';
import type { EventRecord } from '@/lib/domain/event';
import { useView } from '@/lib/queries/view';
import { LOG_HOURS } from './log-hours';
import { Moment } from './wall-moment';
import { isLong, whatOf, whoOf } from './wall-words';

/** @param wide the whole middle of the board, not a cell of its foot */
export function Changes({ floor, most, wide = false }: { floor: Severity; most: number; wide?: boolean }) {
  const id = useId();
  const seen = useView('events', { hours: LOG_HOURS });
  const list = (seen?.data?.events ?? [])
    .filter(({ state, suppressed }) => (state === 'set' || state === 'clear') && !suppressed)
    .filter(({ severity }) => severity === null || reachesFloor(severity, floor))
    .slice(0, most);
  return (
    <section
      className={wide ? 'wall-panel wall-worst' : 'wall-cell'}
      data-wide={wide || undefined}
      aria-labelledby={id}
    >
      <h2 id={id}>{wide ? 'Changes, newest first' : 'Recent changes'}</h2>
      {!seen?.data && (
        <p className="wall-none">{seen?.error ? 'The event log could not be read' : 'Reading'}</p>
      )}
      {seen?.data && list.length === 0 && <p className="wall-none">None in the last {LOG_HOURS} hours</p>}
      <ul>
        {list.map((event) => (
          <Change key={event.id} event={event} wide={wide} />
        ))}
      </ul>
    </section>
  );
}

function Change({ event, wide }: { event: EventRecord; wide: boolean }) {
  const { state, severity, at, reason } = event;
  const who = whoOf(event);
  const cleared = state === 'clear';
  const what = `${cleared ? 'Cleared: ' : ''}${whatOf(reason, who, event.entity)}`;
  const size = wide ? 'wall-glyph-m' : 'wall-glyph-s';
  return (
    <li className={wide ? 'wall-row' : undefined} data-cleared={cleared || undefined}>
      <span className="wall-time">
        <Moment at={at} minutes />
      </span>
      <SeverityGlyph
        severity={cleared ? 'cleared' : (severity ?? 'warning')}
        title={cleared ? 'Cleared' : `Raised, ${severity ?? 'severity unknown'}`}
        className={size}
      />
      <span className={wide ? 'wall-who mono' : 'mono'}>{who}</span>
      <span className="wall-what" data-long={(wide && isLong(what)) || undefined}>
        {what}
      </span>
    </li>
  );
}
