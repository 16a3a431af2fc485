'use client';
/** The way of the time through a host, link by link: the first one that does not carry it is marked, what follows suffers. */
import { clsx } from 'clsx';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { Time } from '@/components/ui/time';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { LINK_WORDS, STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { ChainLink, Evidence } from '@/lib/domain/clock/host-clock';
import { useView } from '@/lib/queries/view';
import { stateInk } from './state-words';

export function ChainList({ row }: { row: ClockRow }) {
  const { chain, evidence } = row.clock;
  const alarms = useView('alarms', {})?.data?.alarms;
  return (
    <ol className="flex flex-col">
      {chain.map((link, index) => {
        const said = evidence.filter((one) => isAbout(one, link));
        const [first] = said;
        const text = alarms?.find(({ id }) => id === first?.refers.alarm)?.reason ?? null;
        const state = row.brokenAt !== null && row.state === 'unknown' ? 'unknown' : link.state;
        return (
          <li key={`${link.kind} ${link.instance}`} className="relative flex gap-3 pb-3 last:pb-0">
            {index < chain.length - 1 && (
              <span
                aria-hidden
                className={clsx(
                  'absolute top-5 bottom-0 left-[7px] border-l',
                  state === 'unknown' ? 'border-dashed border-unk-line' : 'border-series-3',
                )}
              />
            )}
            <span className="flex-none pt-px">
              <ClockGlyph state={state} size={15} title={STATE_WORDS[state]} />
            </span>
            <span className="flex min-w-0 flex-1 flex-col">
              <span className={link.firstBroken ? 'font-medium text-crit-fg' : 'text-ink'}>
                {LINK_WORDS[link.kind]}
                {link.instance && <span className="mono"> {link.instance}</span>}
                {link.interface && (
                  <>
                    {' '}
                    on <span className="mono">{link.interface}</span>
                  </>
                )}
              </span>
              <span className={clsx('text-small', stateInk(state))}>
                {link.what ?? STATE_WORDS[state]}
                {link.since !== null && (
                  <span className="text-ink-3">
                    , <Time at={link.since} form="age" />
                  </span>
                )}
              </span>
              {text && <span className="text-small text-ink-2 [overflow-wrap:anywhere]">{text}</span>}
            </span>
            <span className="flex-none text-right text-small text-ink-3">
              {link.firstBroken ? 'first break' : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What is said of a link is said in its words, of its instance. */
const isAbout = (one: Evidence, link: ChainLink): boolean =>
  link.what !== null &&
  one.what === link.what &&
  (link.instance === null || one.refers.instance === null || one.refers.instance === link.instance);
