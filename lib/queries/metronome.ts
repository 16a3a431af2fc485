/**
 * A beat about once a second that goes on while the tab is hidden. Browsers slow the timers of a hidden page down to
 * one a minute, but not those of its workers. Where no worker can be had the page's own timer has to do.
 */
const SECOND_MS = 1_000;
/** Both sources beat; the second of a pair is dropped. */
const TOO_SOON_MS = 500;

const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/** Calls the listener about once a second. @returns how to stop */
export function onBeat(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

function start(): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const beat = () => {
    const now = performance.now();
    if (now - last < TOO_SOON_MS) return;
    last = now;
    for (const listener of [...listeners]) listener();
  };
  const timer = setInterval(beat, SECOND_MS);
  const worker = makeWorker();
  worker?.addEventListener('message', beat);
  return () => {
    clearInterval(timer);
    worker?.terminate();
  };
}

function makeWorker(): Worker | undefined {
  try {
    return new Worker('/metronome.js');
  } catch {
    return undefined;
  }
}
