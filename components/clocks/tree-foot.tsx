'use client';
/** Below the tree: what has no place in it, who keeps time otherwise, and what the bands mean. */
import Link from 'next/link';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { byAttention, type ClockState, isTrouble } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { lowered } from '@/lib/domain/words';
import type { Clocks } from '@/lib/queries/clocks';
import { BandLegend } from './band';

const SHOWN = 6;

export function TreeFoot({ clocks }: { clocks: Clocks }) {
  const { tree, byHost } = clocks;
  const unplaced = grouped(tree.unplaced.map(({ host, why }) => [host, why] as const));
  // Unprovisioned hosts have no clock to speak of; those set to PTP without an instance are a finding.
  const bare = grouped(
    tree.none.flatMap((host) => {
      const note = byHost.get(host)?.clock.note;
      return note && note !== 'Host is not provisioned' ? [[host, note] as const] : [];
    }),
  );
  const ntpTroubles = troublesOf(tree.ntp.flatMap((host) => byHost.get(host) ?? []));
  return (
    <footer className="flex flex-none flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-line px-3.5 py-2 text-small">
      <ul
        aria-label="Not in the tree"
        className="flex min-w-0 flex-1 basis-80 flex-wrap gap-x-5 gap-y-1 text-ink-3"
      >
        {[...unplaced].map(([why, hosts]) => (
          <Line key={why} hosts={hosts} glyph="unknown" list="source=Not%20placed">
            not placed: {why}
          </Line>
        ))}
        {[...bare].map(([why, hosts]) => (
          <Line key={why} hosts={hosts} glyph="not-configured" list="state=not-configured">
            {why.charAt(0).toLowerCase() + why.slice(1)}
          </Line>
        ))}
        {tree.ntp.length > 0 && (
          <Line hosts={tree.ntp} glyph="ntp" list="view=ntp">
            {tree.ntp.length === 1 ? 'follows' : 'follow'} NTP
          </Line>
        )}
        {ntpTroubles.map(({ state, why, hosts }) => (
          <Line key={`${state} ${why}`} hosts={hosts} glyph={state} list="view=ntp">
            {lowered(STATE_WORDS[state])}
            {why && `: ${why}`}
          </Line>
        ))}
      </ul>
      <span className="max-lg:hidden">
        <BandLegend />
      </span>
    </footer>
  );
}

function Line(props: {
  hosts: readonly string[];
  glyph: ClockState;
  /** Filter of the list that has all of them. */
  list: string;
  children: React.ReactNode;
}) {
  const { hosts } = props;
  const more = hosts.length - SHOWN;
  return (
    <li className="flex min-w-0 items-start gap-1.5">
      <span className="flex-none pt-px">
        <ClockGlyph state={props.glyph} size={14} />
      </span>
      <span className="min-w-0">
        <span className="mono text-ink-2">{hosts.slice(0, SHOWN).join(', ')}</span>
        {more > 0 && (
          <>
            {' and '}
            <Link className="link" href={`/clocks?${props.list}`} prefetch={false}>
              {more.toLocaleString('en-GB')} more
            </Link>
          </>
        )}{' '}
        {props.children}
      </span>
    </li>
  );
}

/** What is wrong with clocks that have no row here, and on which, worst first. */
function troublesOf(rows: readonly ClockRow[]): { state: ClockState; why: string | null; hosts: string[] }[] {
  const found = new Map<string, { state: ClockState; why: string | null; hosts: string[] }>();
  for (const { host, state, why } of rows) {
    if (!isTrouble(state)) continue;
    const same = found.get(`${state} ${why}`);
    if (same) same.hosts.push(host);
    else found.set(`${state} ${why}`, { state, why, hosts: [host] });
  }
  return [...found.values()].sort((a, b) => byAttention(a.state, b.state));
}

/** Hosts by what is said of them, in the order in which they come. */
function grouped(said: readonly (readonly [host: string, why: string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [host, why] of said) groups.set(why, [...(groups.get(why) ?? []), host]);
  return groups;
}
