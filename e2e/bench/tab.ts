/** A tab with a page open: polls what is due, together, as lib/queries/ticker.ts does. */
import type { PolledRead } from './browser';
import { firstReadings } from './first-readings';
import type { Viewer } from './viewer';

/** A page, and what it polls; `first` must be in its HTML. */
export type Watching = { path: string; first: string; reads: readonly PolledRead[] };

export const HOSTS: Watching = {
  path: '/hosts',
  first: 'hosts',
  reads: ['hosts', 'system', 'alarms'].map((view) => ({ view, params: {} })),
};

/** Views due within this time of each other travel together, in milliseconds; and the shortest wait between two polls. */
const TOGETHER_MS = 400;
const SHORTEST_MS = 200;

/** What many tabs saw. */
export type Watched = { readings: { ms: number; bytes: number; unchanged: boolean }[]; failures: number };

type Polled = { read: PolledRead; dueAt: number; version?: string | undefined };

/**
 * Opens the page and polls until `stop` (epoch milliseconds).
 * @returns when the page has arrived; the polls go on in `polls`
 */
export async function watch(
  viewer: Viewer,
  actionId: string,
  watching: Watching,
  stop: () => number,
  watched: Watched,
): Promise<{ polls: Promise<void> }> {
  const { value: html } = await viewer.page(watching.path);
  const first = firstReadings(html, watching.reads);
  if (!first.has(watching.first)) throw new Error(`the page brought no ${watching.first} along`);
  const polled = watching.reads.map((read): Polled => {
    const reading = first.get(read.view);
    // What was not ready in time is asked for at once, as the browser does.
    return reading ? { read, dueAt: reading.nextAt, version: reading.version } : { read, dueAt: 0 };
  });
  return { polls: keepPolling(viewer, actionId, watching.path, polled, stop, watched) };
}

async function keepPolling(
  viewer: Viewer,
  actionId: string,
  path: string,
  polled: readonly Polled[],
  stop: () => number,
  watched: Watched,
): Promise<void> {
  for (;;) {
    const earliest = Math.min(...polled.map(({ dueAt }) => dueAt));
    const wait = Math.max(SHORTEST_MS, earliest - Date.now());
    if (Date.now() + wait >= stop()) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
    await poll(viewer, actionId, path, polled, watched);
  }
}

async function poll(
  viewer: Viewer,
  actionId: string,
  path: string,
  polled: readonly Polled[],
  watched: Watched,
): Promise<void> {
  const limit = Date.now() + TOGETHER_MS;
  const due = polled.filter(({ dueAt }) => dueAt <= limit);
  const reads = due.map(({ read, version }) => ({ ...read, ...(version ? { version } : {}) }));
  const { value: answers, ms, bytes } = await viewer.readMany(actionId, path, reads);
  watched.readings.push({ ms, bytes, unchanged: answers.every(({ unchanged }) => unchanged) });
  for (const [index, view] of due.entries()) {
    const answer = answers[index];
    if (!answer || answer.failed) watched.failures += 1;
    view.version = answer?.version ?? view.version;
    view.dueAt = Date.now() + (answer?.nextInMs ?? 1_000);
  }
}
