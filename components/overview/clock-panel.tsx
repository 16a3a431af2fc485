'use client';
/** How the clocks of the cloud are: a sentence, how many in each state, and those to look at first. */
import Link from 'next/link';
import { ClockMarkLine } from '@/components/timing/clock-mark';
import { useHostClocks } from '@/components/timing/use-host-clocks';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { clockCounts } from '@/lib/domain/clock/clock-counts';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { lowered } from '@/lib/domain/words';
import { formatCount } from '@/lib/format/number';
import type { HostClocks } from '@/lib/queries/host-clocks';
import { ReadingPanel } from './reading-panel';

/** Rows of the worst; the page of clocks has all. */
const SHOWN = 5;

export function ClockPanel() {
  const { clocks, stale, trouble } = useHostClocks();
  return (
    <ReadingPanel
      title="Clock sync"
      link={{ href: '/clocks', label: 'Clocks' }}
      stale={stale}
      waits="h-24"
      trouble={trouble}
      unread="Hosts could not be read."
    >
      {clocks && <Clocks clocks={clocks} />}
    </ReadingPanel>
  );
}

function Clocks({ clocks: { rows, marks, sentence } }: { clocks: HostClocks }) {
  const counts = clockCounts(rows);
  const worst = rows
    .flatMap(({ host, clock }) => {
      const mark = marks.get(clock.hostId);
      return mark?.asks ? [{ host, mark, since: clock.since ?? Number.MAX_SAFE_INTEGER }] : [];
    })
    .sort((a, b) => b.mark.urgency - a.mark.urgency || a.since - b.since);
  return (
    <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
      <div className="flex min-w-0 flex-col gap-2.5">
        <p>
          {sentence.finding}.{sentence.second && <span className="text-ink-2"> {sentence.second}</span>}
        </p>
        {counts.length > 0 && <Share counts={counts} />}
        <ul aria-label="Clocks by state" className="flex flex-wrap gap-x-5 gap-y-1.5">
          {counts.map(({ state, count }) => (
            <li key={state} className="flex items-center gap-1.5">
              <ClockGlyph state={state} size={16} />
              <b className="font-semibold tabular-nums">{formatCount(count)}</b>
              <span className="text-ink-2">{lowered(STATE_WORDS[state])}</span>
            </li>
          ))}
        </ul>
      </div>
      {worst.length > 0 && (
        <div>
          <ul aria-label="Clocks to look at first" className="flex flex-col gap-1">
            {worst.slice(0, SHOWN).map(({ host, mark }) => (
              <li key={host} className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] items-center gap-3">
                <Link
                  className="link mono min-h-6 truncate leading-6"
                  href={`/hosts/${encodeURIComponent(host)}/clock`}
                  prefetch={false}
                >
                  {host}
                </Link>
                <ClockMarkLine mark={mark} />
              </li>
            ))}
          </ul>
          {worst.length > SHOWN && (
            <p className="mt-1 text-small text-ink-3">{formatCount(worst.length - SHOWN)} more, none worse</p>
          )}
        </div>
      )}
    </div>
  );
}

const INKS: Record<ClockState, string> = {
  freerun: 'bg-crit-fill',
  unknown: '[background:var(--hatch)]',
  holdover: 'bg-major-fill',
  degraded: 'bg-minor-fill',
  'out-of-tolerance': 'bg-minor-fill',
  ntp: 'bg-series-2',
  'no-fault': 'bg-series-2',
  locked: 'bg-ok-fill',
  'not-configured': 'bg-track',
};

/** The counts as one line; the list below says the same in words. */
function Share({ counts }: { counts: ReturnType<typeof clockCounts> }) {
  return (
    <div aria-hidden className="flex h-1.5 gap-0.5 overflow-hidden rounded-1">
      {counts.toReversed().map(({ state, count }) => (
        <span key={state} className={`min-w-1 ${INKS[state]}`} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
