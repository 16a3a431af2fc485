/** Many viewers of one page at once, and what they cost the platform and this machine. */
import type { RequestCount } from '../../simulator/kernel/requests';
import { pause } from './browser';
import { cpuSeconds, residentMB } from './process';
import type { Stage } from './stage';
import { quantile } from './stats';
import { type Watched, type Watching, watch } from './tab';
import type { Viewer } from './viewer';

/** Sign-ins under way at once. */
const AT_ONCE = 8;

/** What a page of the console asks each of these for. */
const WHY: Record<string, string> = {
  '/v1/ihosts': 'every host in one request; sooner while something changes',
  '/v1/isystems': 'the name and kind of the cloud',
  '/v1/alarms': 'every active alarm in one request',
  '/v3/auth/tokens': 'proof that a session still stands',
};

export type Counted = {
  perMinute: number;
  names: string;
  p50: number | undefined;
  p95: number | undefined;
  rss: number;
  calls: string;
  cpu: string;
  /** Bodies of the answers to the polls, for one viewer in a minute. */
  bytesPerMinute: number;
};

/** Opens a tab for everybody, lets them poll for so long, and counts at the platform. */
export async function countViewers(
  stage: Stage,
  watching: Watching,
  tag: string,
  viewers: readonly Viewer[],
  seconds: number,
): Promise<Counted> {
  const watched: Watched = { readings: [], failures: 0 };
  let stop = Number.POSITIVE_INFINITY;
  const polls: Promise<void>[] = [];
  await inTurns(viewers, async (viewer) => {
    polls.push((await watch(viewer, stage.readManyId, watching, () => stop, watched)).polls);
  });
  await pause(SETTLE_MS);
  await stage.control.resetRequests({ tag });
  watched.readings.length = 0;
  const cpuBefore = cpuSeconds(stage.pid);
  stop = Date.now() + seconds * 1_000;
  let rss = 0;
  while (Date.now() < stop - 250) {
    rss = Math.max(rss, residentMB(stage.pid));
    await pause(Math.min(1_000, stop - 200 - Date.now()));
  }
  const cpu = cpuSeconds(stage.pid) - cpuBefore;
  const requests = await stage.control.requests({ tag });
  await Promise.all(polls);
  if (watched.failures > 0) throw new Error(`${watched.failures} readings failed`);
  const ms = watched.readings.map((reading) => reading.ms);
  const whole = watched.readings.filter(({ unchanged }) => !unchanged).length;
  return {
    perMinute: (requests.reduce((sum, { count: calls }) => sum + calls, 0) * 60) / seconds,
    names: requests.map((line) => explain(line, seconds)).join('; '),
    p50: quantile(ms, 0.5),
    p95: quantile(ms, 0.95),
    rss,
    bytesPerMinute:
      (watched.readings.reduce((sum, { bytes }) => sum + bytes, 0) * 60) / seconds / viewers.length,
    calls: `${ms.length} calls in ${seconds} s, ${whole} of them with something new`,
    cpu: `${((cpu * 1_000) / ms.length).toFixed(1)} ms of a processor per call, ${((cpu * 100) / seconds).toFixed(0)} % of one in all`,
  };
}

/** Opening many tabs at once is a crowd of its own; counting starts when that is over. */
const SETTLE_MS = 5_000;

function explain({ service, method, path, count }: RequestCount, seconds: number): string {
  const perMinute = Number(((count * 60) / seconds).toFixed(1));
  const why = WHY[path];
  return `${perMinute} x ${service} ${method} ${path}${why ? ` (${why})` : ''}`;
}

export async function signInAll(stage: Stage, user: string, count: number): Promise<Viewer[]> {
  const viewers: Viewer[] = [];
  await inTurns(Array.from({ length: count }), async () => {
    viewers.push(await stage.signIn(user));
  });
  return viewers;
}

/** Runs `work` for every item, a few at once. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    while (waiting.length > 0) {
      const [item] = waiting.splice(0, 1);
      await work(item as T);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
