/** Server time in the browser. A technician's tablet may be minutes off; ages and due times must not be. */

let skewMs = 0;

/** Clocks tick apart by a little: what is smaller is none of the server's business. */
const SLACK_MS = 250;

/**
 * Notes the server's time as of an answer. It was stamped between the question and the answer, so a slow link says little of
 * a clock and moves none that may be right.
 * @param stamp server time, epoch milliseconds
 * @param askedAt and until when the answer took, both by this browser's clock, epoch milliseconds
 */
export function noteServerTime(stamp: number, askedAt: number, answeredAt: number): void {
  const [least, most] = [stamp - answeredAt, stamp - askedAt];
  if (skewMs < least - SLACK_MS) skewMs = least;
  if (skewMs > most + SLACK_MS) skewMs = most;
}

/** The same of the page itself, in the browser: it was drawn before its first byte came, however late its code is. */
export function notePageTime(stamp: number): void {
  const asked = Date.now() - performance.now();
  const [page] = performance.getEntriesByType('navigation');
  const answered = page instanceof PerformanceNavigationTiming && page.responseStart;
  noteServerTime(stamp, asked, asked + (answered || performance.now()));
}

/** Server time, epoch milliseconds. On the server itself: its own clock. */
export const serverNow = (): number => Date.now() + skewMs;

/** How far the server's clock is ahead of this browser's, in milliseconds; 0 on the server itself. */
export const serverSkew = (): number => skewMs;
