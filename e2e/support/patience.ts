/** How long tests wait for what comes. A wait that is met costs nothing, so only a failure takes this long. */

/** How many times longer than usual: run.ts says so on a slow machine (README.md). */
export const PATIENCE = Math.max(1, Number(process.env.ROOST_E2E_PATIENCE) || 1);

/** For a test as a whole. */
export const TEST_MS = 240_000 * PATIENCE;
/** For what follows from what the test did. */
export const EXPECT_MS = 20_000 * PATIENCE;
/** For what comes with a poll, with a few of them, or with the course of things on the platform. */
export const LONG = 60_000 * PATIENCE;
/** For one try of several: long enough for the page to act, short enough to try again. */
export const BRIEF = 2_000 * PATIENCE;
