'use client';
/** Alarms that nobody of this console has marked as seen, the worst and longest first. */
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { atLeastWord, type Severity } from '@/lib/domain/alarm';
import { reachesFloor, unseenAlarms } from '@/lib/domain/alarm-watch';
import { formatAge } from '@/lib/format/time';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { useMarks } from './use-board';
import { useWallNow } from './wall-clock';
import { whatOf, whoOf } from './wall-words';

export function Unseen({ floor, most }: { floor: Severity; most: number }) {
  const { sums, marks } = useActiveAlarms();
  const standing = sums?.standing.alarms;
  const capped = sums?.standing.capped ?? false;
  const reading = marks === undefined;
  const markOf = useMarks();
  const now = useWallNow(10_000);
  const list =
    standing && markOf
      ? unseenAlarms(
          standing.filter(({ severity }) => reachesFloor(severity, floor)),
          markOf,
        )
      : [];
  return (
    <section className="wall-cell" aria-labelledby="wall-unseen">
      <h2 id="wall-unseen">
        Not seen by anybody{list.length > 0 && `, ${atLeastWord(list.length, capped)}`}
      </h2>
      {!standing && <p className="wall-none">Alarms could not be read</p>}
      {standing && !markOf && (
        <p className="wall-none">{reading ? 'Reading' : 'Unknown. What was seen could not be read'}</p>
      )}
      {standing && markOf && list.length === 0 && (
        <p className="wall-none">
          {capped ? 'Every alarm that was read was seen by somebody' : 'Every alarm was seen by somebody'}
        </p>
      )}
      <ul>
        {list.slice(0, most).map((alarm) => (
          <li key={alarm.id}>
            <SeverityGlyph severity={alarm.severity} title={alarm.severity} className="wall-glyph-s" />
            <span className="mono">{whoOf(alarm)}</span>
            <span className="wall-what">{whatOf(alarm.reason, whoOf(alarm), alarm.entity)}</span>
            <span className="wall-age">
              <span className="sr-only">for </span>
              {formatAge(now - alarm.raisedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
