/**
 * The one polling policy. One timer for all active views: it rings when the earliest is due and reads all that
 * are due by then, so that they travel together. It rests while a person holds the page still, and while the tab is
 * hidden (a tab that was asked to call somebody goes on reading what it calls for, and nothing else), and looks again at once when it
 * is shown. On the wallboard it never rests, and a beat from outside wakes it where the browser slows its own timer
 * down. Views are not remounted, menus not closed: only data is replaced.
 */
import type { QueryClient } from '@tanstack/react-query';
import { heardHidden } from './attention-state';
import { serverNow } from './clock';
import { pausedStore } from './pause';
import type { Seen } from './seen';

/** Views due within this time of each other are read together. */
const TOGETHER_MS = 400;
const SHORTEST_MS = 200;

/**
 * Starts the ticker. Returns a function that stops it.
 * @param onBeat makes it restless, see metronome.ts: it calls a listener about once a second, come what may
 */
export function startTicker(client: QueryClient, onBeat?: (listener: () => void) => () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Server time at which the timer is to ring. */
  let ringAt = Number.POSITIVE_INFINITY;
  let stopped = false;

  /** Hidden, it is kept awake for the sake of what calls somebody back. */
  const calls = (view: unknown) =>
    [...heardHidden.get().values()].some((views) => views.some((one) => one === view));
  const resting = () => !onBeat && (pausedStore.get() || (document.hidden && heardHidden.get().size === 0));

  const dueTimes = () =>
    client
      .getQueryCache()
      .findAll({
        type: 'active',
        predicate: ({ queryKey }) =>
          queryKey[0] === 'view' && (onBeat !== undefined || !document.hidden || calls(queryKey[1])),
      })
      .map((query) => ({ query, at: (query.state.data as Seen<unknown> | undefined)?.nextAt ?? 0 }));

  const arm = () => {
    disarm();
    if (stopped || resting()) return;
    const earliest = Math.min(...dueTimes().map(({ at }) => at));
    if (!Number.isFinite(earliest)) return;
    const wait = Math.max(SHORTEST_MS, earliest - serverNow());
    ringAt = serverNow() + wait;
    timer = setTimeout(ring, wait);
  };

  const disarm = () => {
    clearTimeout(timer);
    ringAt = Number.POSITIVE_INFINITY;
  };

  const ring = async () => {
    disarm();
    const limit = serverNow() + TOGETHER_MS;
    const due = new Set(dueTimes().flatMap(({ query, at }) => (at <= limit ? [query.queryHash] : [])));
    await client.refetchQueries(
      { predicate: ({ queryHash }) => due.has(queryHash) },
      { cancelRefetch: false },
    );
    arm();
  };

  // A view that appears, or a reading that came outside the ticker's turn, may be due earlier than planned.
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type === 'observerAdded' || (event.type === 'updated' && event.action.type === 'success'))
      arm();
  });
  document.addEventListener('visibilitychange', arm);
  const unpause = pausedStore.subscribe(arm);
  const stopListening = heardHidden.subscribe(arm);
  const silence = onBeat?.(() => {
    if (serverNow() >= ringAt) void ring();
  });
  arm();

  return () => {
    stopped = true;
    disarm();
    silence?.();
    unsubscribe();
    unpause();
    stopListening();
    document.removeEventListener('visibilitychange', arm);
  };
}
