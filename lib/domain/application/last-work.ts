/**
 * How far the platform was with an application before it failed. Its one sentence of progress is written over by that of the
 * failure (conductor/kube_app.py _update_app_status), so what stood there before is kept from reading to reading.
 */
import { type Application, type ApplicationList, isWorking, moodOf } from './application';
import { type Progress, progressOf } from './progress';

export type LastWork = {
  /** A status in which the platform is at work. */
  status: string;
  /** Its sentence then. */
  progress: string;
  /** Epoch milliseconds of the first reading that had this sentence. */
  saidAt: number;
};

export type WatchedApplications = ApplicationList & {
  /** By name: of each that is worked on, or has failed while this console looked. */
  lastWork: Readonly<Record<string, LastWork>>;
};

/** Nobody has looked for longer: whatever failed meanwhile may have been another try. */
const UNWATCHED_MS = 60_000;

type Before = { data: WatchedApplications; asOf: number };

/**
 * @param before the reading before this one, with epoch milliseconds; undefined for the first
 * @param now epoch milliseconds
 */
export function keepLastWork(
  list: ApplicationList,
  before: Before | undefined,
  now: number,
): WatchedApplications {
  const earlier = new Map(before?.data.applications.map((one) => [one.name, one]));
  const works = list.applications.flatMap((one) => {
    const last = ownValue(before?.data.lastWork, one.name);
    const watched = before !== undefined && now - before.asOf <= UNWATCHED_MS;
    const work = lastWorkOf(one, earlier.get(one.name), last, watched, now);
    return work ? [[one.name, work] as const] : [];
  });
  return { ...list, lastWork: Object.fromEntries(works) };
}

function lastWorkOf(
  one: Application,
  earlier: Application | undefined,
  last: LastWork | undefined,
  watched: boolean,
  now: number,
): LastWork | undefined {
  const { status, progress } = one;
  if (isWorking(one) && status !== null) {
    const same = last?.status === status ? last : undefined;
    if (progress === null || progress === same?.progress) return same;
    return { status, progress, saidAt: now };
  }
  if (moodOf(one) !== 'failed' || !last || !earlier) return undefined;
  if (isWorking(earlier)) return watched ? last : undefined;
  return earlier.status === status && earlier.progress === progress ? last : undefined;
}

const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** What was last told of this one before it failed; undefined when it has not failed, or nobody looked. */
export function workBefore(
  one: Application,
  list: Pick<WatchedApplications, 'lastWork'> | undefined,
): LastWork | undefined {
  return moodOf(one) === 'failed' ? ownValue(list?.lastWork, one.name) : undefined;
}

/** The steps of what failed: the one that the platform was in is where it failed. */
export function progressAtFailure(last: LastWork): Progress {
  const progress = progressOf(last);
  return {
    ...progress,
    steps: progress.steps.map((step) => (step.state === 'now' ? { ...step, state: 'failed' } : step)),
  };
}
