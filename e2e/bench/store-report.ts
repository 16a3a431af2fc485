/** How much of each the part `store` does, and what comes of it. */
import { z } from 'zod';

export const WRITES = 200;
/** As many as one call marks at most: MOST_MARKED of lib/domain/alarm-selection.ts. */
export const SELECTION = 500;
export const TRAIL_LINES = 100_000;

export const storeReport = z.strictObject({
  /** Growth of the process by opening and migrating, and by all that was done, MiB. */
  openedMiB: z.number(),
  workedMiB: z.number(),
  /** WRITES of each, one after the other, each on the disk before the next; milliseconds in all. */
  linesMs: z.number(),
  notesMs: z.number(),
  /** Longest stop of the event loop meanwhile, milliseconds. */
  longestStopMs: z.number(),
  /** SELECTION alarms marked as seen in one transaction, milliseconds. */
  selectionMs: z.number(),
  /** The newest page of TRAIL_LINES lines, and a text that none of them has, milliseconds. */
  newestMs: z.number(),
  textMs: z.number(),
  /** What that trail takes, MiB. */
  trailMiB: z.number(),
});
export type StoreReport = z.infer<typeof storeReport>;
