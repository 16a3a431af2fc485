'use client';
/** How a clock was, as far as the event log tells: the band, and each stretch in words. */
import { useServerTime } from '@/components/timing/server-time';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { Note } from '@/components/ui/note';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { formatAge } from '@/lib/format/time';
import { useStateBands } from '@/lib/queries/clocks';
import { useParams } from '@/lib/url/use-params';
import { Band, BandAxis } from './band';
import { CLOCK_PARAMS } from './clock-params';
import { BandLength } from './clock-tools';

export function DrawerHistory({ row }: { row: ClockRow }) {
  const [{ last }] = useParams(CLOCK_PARAMS);
  const { bands, error } = useStateBands([row], last, useServerTime(60_000));
  const band = bands?.get(row.host);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-3 text-small text-ink-3">
        <BandLength />
        From the event log: raises and clears of timing alarms, and when the host was away
      </div>
      {error && (
        <Note tone="unknown" title="The event log could not be read.">
          {error.message}
          {band && ' You see what was read before.'}
        </Note>
      )}
      {!band && !error && <SkeletonBlock className="h-24" />}
      {band && (
        <>
          <figure className="m-0">
            <Band band={band} host={row.host} />
            <BandAxis from={band.from} to={band.to} />
          </figure>
          <table className="w-full text-small">
            <caption className="sr-only">Stretches of time, newest first</caption>
            <thead className="text-left text-ink-3">
              <tr>
                <th className="py-1 font-medium">From</th>
                <th className="py-1 font-medium">State</th>
                <th className="py-1 text-right font-medium">Lasted</th>
              </tr>
            </thead>
            <tbody>
              {band.segments.toReversed().map(({ from, to, state, what }) => (
                <tr key={from} className="*:border-t *:border-hair *:py-1.5 *:align-top">
                  <td className="pr-2 whitespace-nowrap text-ink-2">
                    {from <= band.from ? 'before ' : ''}
                    <Time at={from} form="stamp" />
                  </td>
                  <td className="pr-2">
                    <span className="flex items-start gap-1.5">
                      <span className="flex-none pt-px">
                        <ClockGlyph state={state} size={14} />
                      </span>
                      <span>
                        {STATE_WORDS[state]}
                        {what && what !== STATE_WORDS[state] && <span className="text-ink-3">. {what}</span>}
                      </span>
                    </span>
                  </td>
                  <td className="text-right whitespace-nowrap tabular-nums text-ink-2">
                    {to >= band.to ? 'till now, ' : ''}
                    {formatAge(to - from)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}
