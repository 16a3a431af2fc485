/**
 * What was seen of a host while somebody looked: the only witness of the steps of an installation, which the platform
 * logs nowhere. Pure; the tab keeps it.
 */
import type { Host } from '../host';
import { placeOf, type Stage } from './stage';

/** The host was at a stage in a reading. */
export type Sighting = {
  stage: Stage;
  /** Server time of the first reading that had it so. */
  at: number;
  /** Of the reading before, which had it elsewhere; null: it was so when somebody began to look. */
  before: number | null;
};

export type Watched = {
  hostId: string;
  /** Server time of the newest reading. */
  lastAt: number;
  /** Oldest first; the last is where it stands. */
  sightings: readonly Sighting[];
};

/** Steps kept: a host that goes round and round does not fill a phone. */
const MOST = 48;

/** Takes in a reading. An older one than the last changes nothing. @param asOf server time of the reading */
export function watch(before: Watched | null, host: Host, asOf: number): Watched {
  const { stage } = placeOf(host);
  if (!before || before.hostId !== host.id)
    return { hostId: host.id, lastAt: asOf, sightings: [{ stage, at: asOf, before: null }] };
  if (asOf <= before.lastAt) return before;
  const last = before.sightings.at(-1);
  const sightings =
    last?.stage === stage
      ? before.sightings
      : [...before.sightings, { stage, at: asOf, before: before.lastAt }].slice(-MOST);
  return { ...before, lastAt: asOf, sightings };
}

/** The latest time that it was seen to come to a stage, not earlier than `since`. */
export const sightingOf = (
  watched: Watched | null,
  stage: Stage,
  since: number | null,
): Sighting | undefined =>
  watched?.sightings.findLast((one) => one.stage === stage && (since === null || one.at >= since));

/** The last stage seen that is not the one it is at now, which may not have been noted yet: where an installation that failed was. */
export const stageBefore = (watched: Watched | null, now: Stage): Stage | null =>
  watched?.sightings.findLast(({ stage }) => stage !== now)?.stage ?? null;
