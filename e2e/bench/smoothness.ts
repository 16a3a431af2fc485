/** How smooth a page is while somebody types in it. Both functions run in the page. */

export type Smoothness = {
  /** From one animation frame to the next, in milliseconds. */
  frames: number[];
  /** Tasks that held the page for more than 50 ms. */
  longTasks: number[];
  /** From a key to the moment at which the page began to handle it. */
  delays: number[];
  /** From a key to the frame that shows what came of it, as the browser measures it (steps of 8 ms, none below 16). */
  inputs: number[];
};

declare global {
  var benchSmoothness: Smoothness | undefined;
}

export function watchSmoothness(): void {
  const seen: Smoothness = { frames: [], longTasks: [], delays: [], inputs: [] };
  globalThis.benchSmoothness = seen;
  let last = performance.now();
  const frame = (now: number) => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(frame);
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  // Every key, also those that are handled within a frame, which the observer of events leaves out.
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => seen.delays.push(performance.now() - timeStamp),
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.inputs.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

export function smoothness(): Smoothness {
  return globalThis.benchSmoothness ?? { frames: [], longTasks: [], delays: [], inputs: [] };
}
