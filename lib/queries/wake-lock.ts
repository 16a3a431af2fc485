/** Keeps the screen awake. Silent where the browser cannot, or does not want to (battery, no https). */
export function keepAwake(): () => void {
  let stopped = false;
  let held: WakeLockSentinel | undefined;
  const request = async () => {
    if (stopped || document.hidden || (held && !held.released)) return;
    try {
      // Older browsers have no `wakeLock`; the type says otherwise.
      const lock: WakeLock | undefined = navigator.wakeLock;
      held = await lock?.request('screen');
      if (stopped) void held?.release();
    } catch {
      // Not allowed now: the next time the page is shown is another chance.
    }
  };
  // The browser takes the lock away whenever the page is hidden.
  document.addEventListener('visibilitychange', request);
  void request();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', request);
    void held?.release().catch(() => undefined);
  };
}
