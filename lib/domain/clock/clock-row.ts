/**
 * The clocks of a cloud as a list shows them: each with its place in the tree, and the order in which they ask for a
 * person. A host that nobody speaks for, below a broken link, is unknown: no alarm there is no proof that time arrives.
 */
import type { Unknown } from '../host';
import { byAttention, CLOCK_STATES, type ClockState, isTrouble } from './clock-state';
import { STATE_WORDS } from './clock-words';
import { firstBrokenLink } from './derive';
import type { HostClock } from './host-clock';
import type { SyncNode, SyncTree } from './sync-node';

export type ClockRow = {
  /** Hostname, or what stands for it. */
  host: string;
  clock: HostClock;
  /** What is shown: the clock's own state, or unknown below a break. */
  state: ClockState;
  /** In words, short; null when there is nothing to add. */
  why: Unknown<string>;
  /** Name of the receiver or grandmaster at the top of its branch; null when it has no place. */
  source: Unknown<string>;
  /** Linux's name of the port through which its time comes. */
  port: Unknown<string>;
  /** Switch between it and what is above. */
  via: Unknown<string>;
  /** The host above at which the branch is broken; null when it is not, or here. */
  brokenAt: Unknown<string>;
  firstBroken: boolean;
  /** An alarm that counts here is hidden by suppression. */
  suppressed: boolean;
  /** What the state was by the last reading of the alarms, while they cannot be read. */
  lastKnown: Unknown<ClockState>;
  /** Higher asks for a person sooner. */
  urgency: number;
};

type Place = { node: SyncNode; root: SyncNode; brokenAt: Unknown<string> };

/** Rows in the order of the clocks. @param lastKnown by host, while fault management does not answer */
export function clockRows(
  clocks: readonly HostClock[],
  tree: SyncTree,
  lastKnown: ReadonlyMap<string, ClockState> = new Map(),
): ClockRow[] {
  const places = placesOf(tree);
  return clocks.map((clock): ClockRow => {
    const place = places.get(clock.host);
    const upstream = place?.node.unknownBecauseUpstream ?? false;
    const state = upstream ? 'unknown' : clock.state;
    const firstBroken = place?.node.firstBroken ?? false;
    const row = {
      ...{ host: clock.host, clock, state, firstBroken },
      why: upstream && place?.brokenAt ? `Below ${place.brokenAt}` : noteWithFrequency(clock),
      source: place?.root.name ?? null,
      port: place?.node.port ?? clock.chain.find(({ kind }) => kind === 'ptp4l')?.interface ?? null,
      via: place?.node.via ?? null,
      brokenAt: place?.brokenAt ?? null,
      suppressed: clock.evidence.some(({ suppressed, source }) => suppressed && source === 'alarm'),
      lastKnown: state === 'unknown' ? (lastKnown.get(clock.host) ?? null) : null,
    };
    return { ...row, urgency: urgencyOf(row) };
  });
}

/** SyncE is no part of the state of time: what is wrong with it is said beside. */
function noteWithFrequency({ note, synce }: HostClock): Unknown<string> {
  return [note, synceTrouble(synce)].filter((part) => part !== null).join('; ') || null;
}

/** In words; null while nothing is wrong with it. */
export const synceTrouble = (synce: HostClock['synce']): Unknown<string> =>
  synce && isTrouble(synce.state) ? (synce.what ?? `SyncE ${STATE_WORDS[synce.state].toLowerCase()}`) : null;

/** Clocks in the state that is shown of them: what hangs below a break is unknown, whatever no alarm says of it. */
export const shownClocks = (rows: readonly ClockRow[]): HostClock[] =>
  rows.map(({ clock, state }) => (clock.state === state ? clock : { ...clock, state }));

function placesOf(tree: SyncTree): Map<string, Place> {
  const places = new Map<string, Place>();
  const work = tree.roots.map((root): Place => ({ node: root, root, brokenAt: null }));
  for (let at = 0; at < work.length; at += 1) {
    const one = work[at];
    if (!one) break;
    if (one.node.host !== null) places.set(one.node.host, one);
    const brokenAt = one.brokenAt ?? (one.node.firstBroken ? one.node.host : null);
    for (const node of one.node.children) work.push({ node, root: one.root, brokenAt });
  }
  return places;
}

/** Locked on purpose, and what hangs below a break that is shown already, come after everything that is wrong here. */
function urgencyOf({
  state,
  clock,
  firstBroken,
  brokenAt,
}: Pick<ClockRow, 'state' | 'clock' | 'firstBroken' | 'brokenAt'>): number {
  const rank = (CLOCK_STATES.length - CLOCK_STATES.indexOf(state)) * 10;
  const after = (CLOCK_STATES.length - CLOCK_STATES.indexOf('out-of-tolerance')) * 10;
  if (state === 'unknown' && (clock.unknown === 'locked' || clock.unknown === null)) return after - 5;
  return rank + (firstBroken ? 5 : brokenAt === null ? 2 : 0);
}

/** Most urgent first; of equals the one that has been so longest, then by name. */
export const byUrgency = (a: ClockRow, b: ClockRow): number =>
  b.urgency - a.urgency ||
  byAttention(a.state, b.state) ||
  (a.clock.since ?? Number.MAX_SAFE_INTEGER) - (b.clock.since ?? Number.MAX_SAFE_INTEGER) ||
  a.host.localeCompare(b.host, 'en', { numeric: true });

const CALM: readonly ClockState[] = ['locked', 'no-fault', 'ntp', 'not-configured'];

/** Does somebody have to look? Not at a host that was locked on purpose. */
export const needsAttention = ({ state, clock }: ClockRow): boolean =>
  !CALM.includes(state) && !(state === 'unknown' && clock.unknown === 'locked');

export type ClockFinding = {
  /** Hosts that follow PTP. */
  ptp: number;
  /** The row that asks for a person first; null when none does. */
  first: Unknown<ClockRow>;
  /** Where its chain is broken, in words. */
  firstLink: Unknown<string>;
  /** The holdover that ends first, of those that somebody dates. Epoch milliseconds. */
  holdover: Unknown<{ host: string; until: number; totalMs: number }>;
  /** The offset furthest from zero. */
  worst: Unknown<{ host: string; offset: NonNullable<HostClock['offset']> }>;
};

export function clockFinding(rows: readonly ClockRow[]): ClockFinding {
  const ptp = rows.filter(({ clock }) => clock.follows === 'ptp');
  const [first = null] = rows.filter(needsAttention).sort(byUrgency);
  const broken = first && firstBrokenLink(first.clock.chain);
  const holdovers = rows.flatMap(({ host, clock: { holdover } }) =>
    holdover?.since != null && holdover.totalMs !== null
      ? [{ host, until: holdover.since + holdover.totalMs, totalMs: holdover.totalMs }]
      : [],
  );
  const offsets = rows.flatMap(({ host, clock: { offset } }) => (offset ? [{ host, offset }] : []));
  return {
    ptp: ptp.length,
    first,
    firstLink: broken?.what ?? first?.why ?? null,
    holdover: holdovers.sort((a, b) => a.until - b.until)[0] ?? null,
    worst: offsets.sort((a, b) => Math.abs(b.offset.ns) - Math.abs(a.offset.ns))[0] ?? null,
  };
}
