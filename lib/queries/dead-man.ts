/** How old is too old for a screen that nobody touches: older than two intervals, whatever the reason. */
import type { Seen } from './seen';

/** What a network and a server may add to an interval. */
const ALLOWANCE_MS = 3_000;
/** What a reading is given that has never come. */
const FIRST_MS = 15_000;

export type Age = {
  /** Epoch milliseconds of the newest good reading; null when there never was one. */
  asOf: number | null;
  /** When it becomes too old, epoch milliseconds. */
  deadline: number;
  dead: boolean;
};

/**
 * The age of one reading. A read that failed is not yet a dead one: the value may still be young enough.
 * @param openedAt when the page was rendered: the start of waiting for what was never read
 */
export function ageOf(seen: Seen<unknown> | undefined, openedAt: number, now: number): Age {
  const asOf = seen?.data === undefined ? null : (seen.asOf ?? null);
  const deadline =
    asOf === null
      ? // A failure is an answer: nothing is gained by waiting for another one.
        seen?.error
        ? openedAt
        : openedAt + FIRST_MS
      : asOf + 2 * (seen?.paceMs ?? FIRST_MS) + ALLOWANCE_MS;
  return { asOf, deadline, dead: now > deadline };
}
