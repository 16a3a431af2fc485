/**
 * Clocks as pages about hosts show them: of the same readings as the page of clocks, so that their counts and sentences
 * agree with its own, what hangs below a break included. Fetched later: no page waits for it.
 */
import {
  type ClockFinding,
  type ClockRow,
  clockFinding,
  clockRows,
  needsAttention,
  shownClocks,
} from '@/lib/domain/clock/clock-row';
import { type ClockSentence, clockSentence } from '@/lib/domain/clock/clock-sentence';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { type ClockAttention, clockAttention } from '@/lib/domain/clock/clock-trouble';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { deriveClocks } from '@/lib/domain/clock/derive';
import type { ClockInputs } from '@/lib/domain/clock/host-clock';
import { lastKnownStates } from '@/lib/domain/clock/last-known';
import { expandLinks, type LinksWire } from '@/lib/domain/clock/links-wire';
import { expandLive, type LiveWire } from '@/lib/domain/clock/live-wire';
import { syncTree } from '@/lib/domain/clock/sync-tree';
import type { ClockTrouble } from '@/lib/domain/host-trouble';
import { formatAge } from '@/lib/format/time';

/** What a list of hosts says of a clock. */
export type ClockMark = {
  state: ClockState;
  /** In words, short; null when there is nothing to add. */
  why: string | null;
  /** Time left of a holdover, in words. */
  left: string | null;
  /** Share of the holdover that is left, in steps that can be seen; null when nobody says. */
  remaining: number | null;
  suppressed: boolean;
  /** Does somebody have to look? */
  asks: boolean;
  /** Higher asks for a person sooner. */
  urgency: number;
  trouble: ClockTrouble | null;
};

export type HostClocks = {
  rows: readonly ClockRow[];
  /** By the host's uuid. */
  marks: ReadonlyMap<string, ClockMark>;
  attention: ClockAttention;
  finding: ClockFinding;
  sentence: ClockSentence;
};

/** Live readings and cabling as they travelled. */
type Parts = Omit<ClockInputs, 'ports' | 'staleAfterMs' | 'live'> & {
  live: LiveWire | null;
  /** null: it could not be read. */
  links: LinksWire | null;
};
const NAMES = ['hosts', 'alarms', 'fmTrouble', 'config', 'ntp', 'links', 'live', 'now'] as const;
let latest: { parts: Parts; clocks: HostClocks } | undefined;

/** Put together once for all who look at the same readings at the same time. */
export function hostClocks(parts: Parts): HostClocks {
  const known = latest;
  if (known && NAMES.every((name) => known.parts[name] === parts[name])) return known.clocks;
  const clocks = putTogether(parts, known?.clocks.marks);
  latest = { parts, clocks };
  return clocks;
}

function putTogether(parts: Parts, before: HostClocks['marks'] | undefined): HostClocks {
  const live = parts.live && expandLive(parts.live);
  const links = parts.links && expandLinks(parts.links);
  const inputs: ClockInputs = { ...parts, live, ports: links?.ports ?? null };
  const derived = deriveClocks(inputs);
  const tree = syncTree({ clocks: derived, config: parts.config, links });
  const rows = clockRows(derived, tree, lastKnownStates(inputs));
  const attention = clockAttention(rows, parts.alarms ?? [], formatAge);
  return {
    ...{ rows, attention },
    marks: new Map(
      rows.map((row) => {
        const { hostId } = row.clock;
        const mark = markOf(row, attention.byHost.get(hostId) ?? null);
        const last = before?.get(hostId);
        // A mark that says the same is the same: a table draws only what changed.
        return [hostId, last && JSON.stringify(last) === JSON.stringify(mark) ? last : mark];
      }),
    ),
    finding: clockFinding(rows),
    sentence: clockSentence(shownClocks(rows), parts.fmTrouble, formatAge),
  };
}

/** What a row comes to in a line. */
export function markOf(row: ClockRow, trouble: ClockTrouble | null): ClockMark {
  const { state, why, suppressed, urgency, lastKnown } = row;
  const { holdover } = row.clock;
  const left = state === 'holdover' ? (holdover?.leftMs ?? null) : null;
  const share = left !== null && holdover?.totalMs ? left / holdover.totalMs : null;
  const before = lastKnown === null ? null : `was ${lastKnown.replaceAll('-', ' ')}`;
  return {
    ...{ state, suppressed, urgency, trouble },
    // A finding that is the state itself is not said twice.
    why: [why === STATE_WORDS[state] ? null : why, before].filter((part) => part !== null).join(', ') || null,
    left: left === null ? null : left === 0 ? 'time is up' : `${formatAge(left)} left`,
    remaining: share === null ? null : Math.round(share * 24) / 24,
    asks: needsAttention(row),
  };
}
