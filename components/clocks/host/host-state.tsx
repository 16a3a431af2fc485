'use client';
/** The state in one note: the word, why, since when, and how long a holdover lasts. */
import { Note, type NoteTone } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { type ClockRow, synceTrouble } from '@/lib/domain/clock/clock-row';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { formatAge } from '@/lib/format/time';
import { HoldoverBar, HoldoverLeft } from '../holdover-left';
import { holdoverEnd, RowGlyph, whyOf } from '../state-words';

const TONES: Record<ClockState, NoteTone> = {
  freerun: 'crit',
  unknown: 'unknown',
  holdover: 'major',
  degraded: 'minor',
  'out-of-tolerance': 'minor',
  ntp: 'info',
  'no-fault': 'info',
  locked: 'info',
  'not-configured': 'unknown',
};

/** What a state means for who stands before it. */
const MEANING: Record<ClockState, string> = {
  freerun: 'Nothing disciplines this clock.',
  unknown: 'That no alarm stands says nothing here.',
  holdover: 'The reference is lost and the oscillator carries the time.',
  degraded: 'As far as anybody says, time is carried.',
  'out-of-tolerance': 'Time is still carried, further out than the platform allows.',
  ntp: 'Alarm 100.114 says when a server is lost.',
  'no-fault': 'No alarm about time stands. That is no proof of a lock: a live source is.',
  locked: 'A live source says so, and no alarm says otherwise.',
  'not-configured': 'Nothing keeps this clock.',
};

export function HostState({ row }: { row: ClockRow }) {
  const { state, clock } = row;
  const why = whyOf(row);
  const until = state === 'holdover' ? holdoverEnd(row) : null;
  // An alarm 100.119 stands then: not about time, and the word of the state alone would deny it.
  const frequencyOnly = state === 'no-fault' && synceTrouble(clock.synce) !== null;
  return (
    <Note
      tone={frequencyOnly ? 'minor' : TONES[state]}
      icon={<RowGlyph row={row} size={17} />}
      title={frequencyOnly ? `${why}.` : `${STATE_WORDS[state]}${why ? `: ${why}` : ''}.`}
    >
      {frequencyOnly && 'SyncE carries frequency. '}
      {MEANING[state]}
      {clock.since !== null && (
        <>
          {' '}
          Since <Time at={clock.since} />, <Time at={clock.since} form="age" />.
        </>
      )}
      {row.suppressed && ' Its alarm is hidden by suppression; it counts here.'}
      {state === 'holdover' && until === null && ' How long it may last, nobody says.'}
      {until !== null && (
        <span className="mt-2 flex items-center gap-3">
          <HoldoverBar until={until} totalMs={clock.holdover?.totalMs ?? 1} />
          <span className="flex-none">
            <HoldoverLeft until={until} /> left of {formatAge(clock.holdover?.totalMs ?? 0)}
          </span>
        </span>
      )}
    </Note>
  );
}
