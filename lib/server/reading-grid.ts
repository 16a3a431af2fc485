/**
 * When a reading is due anew. Each access class has a grid of its own, and a reading of pace P falls due on a point of it,
 * every P milliseconds. Paces are multiples of each other (while ROOST_POLL_FAST_SECONDS and ROOST_POLL_SLOW_SECONDS are), so
 * that whatever one page shows falls due together and travels in one poll, however different the moments at which its
 * readings were first taken. Pure.
 */
import 'server-only';

/** Part of its pace for which a reading is left alone at least, even when that costs it the next point. */
const LEAST = 0.5;

/**
 * The point of the grid at which a reading is due anew: the first that is at least half a pace away, so it lies half to one and a half
 * paces ahead, and one pace in the steady run. A reading that was taken out of turn just before a point (the page was opened,
 * somebody wrote or asked by hand) is not taken again at that point.
 * @param since where the grid begins, epoch milliseconds
 * @param now when the reading was taken, epoch milliseconds
 * @param paceMs time between points, more than 0
 * @returns epoch milliseconds
 */
export function dueOnGrid(since: number, now: number, paceMs: number): number {
  return since + Math.ceil((now - since) / paceMs + LEAST) * paceMs;
}
