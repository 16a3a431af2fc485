/** Server time in the browser. A technician's tablet may be minutes off; ages and due times must not be. */

let skewMs = 0;

/** Smaller differences are left alone: clocks tick apart by as much. */
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

/**
 * The same of a page, in the browser. One that came as a document was drawn before its first byte came, however late its code is; of one
 * that a link within the console led to, it is only known that it was drawn before now.
 */
export function notePageTime(stamp: number, asDocument: boolean): void {
  const now = Date.now();
  const asked = asDocument ? now - performance.now() : Number.NEGATIVE_INFINITY;
  const [document] = asDocument ? performance.getEntriesByType('navigation') : [];
  // 0 where the browser does not tell.
  const firstByte = Number(Reflect.get(Object(document), 'responseStart'));
  noteServerTime(stamp, asked, firstByte ? asked + firstByte : now);
}

/** Server time, epoch milliseconds. On the server itself: its own clock. */
export const serverNow = (): number => Date.now() + skewMs;

/** How far the server's clock is ahead of this browser's, in milliseconds; 0 on the server itself. */
export const serverSkew = (): number => skewMs;
