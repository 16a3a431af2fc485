/**
 * Code that comes late, as on a poor link, takes over what the server drew; so does a tablet whose clock is wrong. A text that the two
 * drew apart would be an error of the browser's, which every test looks for (e2e/support/watch.ts).
 */
import type { Page } from '@playwright/test';
import { clockRow, openLiveClocks } from '../support/clocks';
import { expect, test } from '../support/fixtures';
import { LONG } from '../support/patience';
import { signInQuickly } from '../support/quick-sign-in';
import { CONSOLE_PAGES } from '../support/routes';

const LATE_MS = 2_000;
/** By how much the clock of the tablet is behind. */
const BEHIND_MS = 97_000;

async function onPoorTablet(page: Page): Promise<void> {
  await page.addInitScript((ms) => {
    const now = Date.now;
    Date.now = () => now() - ms;
  }, BEHIND_MS);
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
}

/** Goes to a page and waits until it asks by itself: by then it was taken over. */
async function takenOver(page: Page, url: string): Promise<void> {
  const asked = page.waitForRequest((request) => request.method() === 'POST', { timeout: LONG });
  await page.goto(url);
  await asked;
}

test('every page stays as it was drawn', async ({ context, cloud, watch }) => {
  test.slow();
  // One of the pages is that of an address which leads nowhere.
  watch.expect(/status of 404/);
  await signInQuickly(context, cloud.site.console, cloud.login('admin'));
  const waiting = [...CONSOLE_PAGES];
  const walk = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const page = await context.newPage();
      await onPoorTablet(page);
      await takenOver(page, path);
      await page.close();
    }
  };
  // Most of it is waiting.
  await Promise.all([walk(), walk(), walk(), walk()]);
});

test('with live sources, ages in seconds stay as they were drawn, and are by the clock of the server', async ({
  page,
  cloud,
  live,
}) => {
  await openLiveClocks(page, live, await cloud.account('reader'));
  await onPoorTablet(page);
  await takenOver(page, `${live}/clocks`);
  await expect(page.getByText(/Offset: metrics source .+, \d\d? s old/)).toBeVisible();
  const left = clockRow(page, 'worker-5').getByRole('timer');
  await expect(left).toHaveText(/^[12]:[0-5]\d:[0-5]\d$/);
});
