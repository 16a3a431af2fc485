/** Server time in the browser. A technician's tablet may be minutes off; ages and due times must not be. */

let skewMs = 0;

/** Notes the server's time as of an answer that has just arrived. */
export function noteServerTime(now: number): void {
  const next = now - Date.now();
  // A slow answer looks like a clock that is behind: small differences are the network's.
  if (Math.abs(next - skewMs) > 1_500) skewMs = next;
}

/** Server time, epoch milliseconds. On the server itself: its own clock. */
export const serverNow = (): number => Date.now() + skewMs;

/** How far the server's clock is ahead of this browser's, in milliseconds; 0 on the server itself. */
export const serverSkew = (): number => skewMs;
