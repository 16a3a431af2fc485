/**
 * The small unrest of a healthy clock. Nothing is stored: a value depends on the clock's name and the time alone, so
 * that the past of a metric reads the same however often it is asked for.
 */
import { pick } from '../sysinv/rows';

/** One sample in so many milliseconds, straight lines in between. */
const STEP_MS = 8_000;

/** A number in [-1, 1], mostly near 0. */
export function unrest(name: string, at: number): number {
  const step = Math.floor(at / STEP_MS);
  const share = at / STEP_MS - step;
  return sample(name, step) * (1 - share) + sample(name, step + 1) * share;
}

function sample(name: string, step: number): number {
  return pick(`${name}/${step}/a`) + pick(`${name}/${step}/b`) - 1;
}

/** What this clock has of its own, in [-1, 1], the same at all times. */
export const lasting = (name: string): number => pick(`${name}/own`) * 2 - 1;
