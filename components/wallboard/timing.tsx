'use client';
/** Clocks by state, worst first, and the ones to go to. What no live source vouches for is never green. */
import { useHostClocks } from '@/components/timing/use-host-clocks';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { clockCounts } from '@/lib/domain/clock/clock-counts';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { formatCount } from '@/lib/format/number';
import { shortNames } from '@/lib/format/short-name';
import type { HostClocks } from '@/lib/queries/host-clocks';

/** States and names that there is room for. */
const MOST = 4;
const NAMED = 3;
/** As short as a board has it. */
const WORDS: Record<ClockState, string> = {
  freerun: 'freerun',
  unknown: 'unknown',
  holdover: 'holdover',
  degraded: 'degraded',
  'out-of-tolerance': 'out of tol',
  ntp: 'on NTP',
  'no-fault': 'no timing alarm',
  locked: 'locked',
  'not-configured': 'not configured',
};

export function WallTiming() {
  const { clocks, stale, fmTrouble, trouble } = useHostClocks();
  const counts = clocks ? clockCounts(clocks.rows) : [];
  const rest = counts.slice(MOST);
  return (
    <section className="wall-panel wall-timing" aria-labelledby="wall-clocks" data-stale={stale || undefined}>
      <h2 id="wall-clocks">
        Clocks{clocks && `, ${formatCount(counts.reduce((a, { count }) => a + count, 0))}`}
      </h2>
      {trouble !== null && <p className="wall-none">Hosts could not be read</p>}
      {clocks && counts.length === 0 && <p className="wall-none">No host keeps time by PTP or NTP</p>}
      {counts.length > 0 && (
        <ul aria-label="Clocks by state">
          {counts.slice(0, MOST).map(({ state, count }) => (
            <li key={state}>
              <ClockGlyph state={state} className="wall-glyph-m" />
              <b>{formatCount(count)}</b>
              <span className="wall-kind">{WORDS[state]}</span>
            </li>
          ))}
        </ul>
      )}
      {clocks && (fmTrouble !== null || rest.length > 0) && (
        <p className="wall-sub">
          {[
            fmTrouble !== null && 'Fault management does not answer',
            ...rest.map(({ state, count }) => `${formatCount(count)} ${WORDS[state]}`),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {clocks && fmTrouble === null && <Worst clocks={clocks} />}
    </section>
  );
}

/** Which they are, worst first, and how long a holdover lasts. */
function Worst({ clocks: { rows, marks } }: { clocks: HostClocks }) {
  const worst = rows
    .flatMap(({ host, clock }) => {
      const mark = marks.get(clock.hostId);
      return mark?.asks ? [{ host, mark }] : [];
    })
    .sort((a, b) => b.mark.urgency - a.mark.urgency);
  if (worst.length === 0) return null;
  const short = shortNames(rows.map(({ host }) => host));
  return (
    <ul className="wall-clock-worst" aria-label="Clocks to go to">
      {worst.slice(0, NAMED).map(({ host, mark }) => (
        <li key={host} className="wall-clock-name">
          <ClockGlyph
            state={mark.state}
            title={WORDS[mark.state]}
            className="wall-glyph-m"
            {...(mark.remaining === null ? {} : { remaining: mark.remaining })}
          />
          <span className="mono" title={host}>
            <span aria-hidden>{short.get(host) ?? host}</span>
            <span className="sr-only">{host}</span>
          </span>
          {mark.left && <span className="wall-clock-left">{mark.left}</span>}
        </li>
      ))}
      {worst.length > NAMED && <li className="wall-kind">{formatCount(worst.length - NAMED)} more</li>}
    </ul>
  );
}
