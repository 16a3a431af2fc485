/** From a key in the search field to the frame that shows the rows it leaves, on 1,000 rows, in Chromium. */
import type { Page } from '@playwright/test';
import { inBrowser, NO_BROWSER } from './browser';
import type { Figures, Line } from './figures';
import type { Stage } from './stage';
import { median, quantile, rounded } from './stats';

const ROUNDS = 12;
/** Typed before, unmeasured; then every key changes how many rows are shown. */
const START = 'worker-';
const KEYS = ['9', '8', '7', 'Backspace', 'Backspace', 'Backspace'] as const;

export async function measureFilter(stage: Stage, figures: Figures): Promise<Line[]> {
  const viewer = await stage.signIn('operator+fleet1000.filter');
  const samples = await inBrowser(viewer, async (page) => {
    await page.goto(`${stage.url}/hosts`, { waitUntil: 'load' });
    return typeAway(page);
  });
  figures.filterMs = samples ? rounded(median(samples), 1) : null;
  if (!samples) return [{ what: 'filter', ...NO_BROWSER }];
  return [
    {
      what: 'key to paint, 1,000 rows, median',
      figure: `${figures.filterMs} ms`,
      remark: `${samples.length} keys`,
    },
    { what: 'key to paint, 95 of 100 within', figure: `${rounded(quantile(samples, 0.95), 1)} ms` },
  ];
}

async function typeAway(page: Page): Promise<number[]> {
  const search = page.getByRole('searchbox');
  await search.waitFor({ timeout: 30_000 });
  await page
    .getByRole('row', { name: /worker-0/ })
    .first()
    .waitFor({ timeout: 30_000 });
  await search.fill(START);
  await page.evaluate(watchKeys);
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of KEYS) {
      // Armed first: a key and a call reach the page by different ways, and may overtake each other.
      await page.evaluate(awaitPaint);
      await page.keyboard.press(key);
      const ms = await page.evaluate(() => globalThis.benchPaint);
      if (ms === undefined) throw new Error('the page was replaced');
      // The first round compiles.
      if (round > 0) samples.push(ms);
    }
  }
  return samples;
}

/** Runs in the page: remembers when the last key went down (the browser's own stamp of the event). */
function watchKeys(): void {
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => performance.mark('bench-key', { startTime: timeStamp }),
    true,
  );
}

declare global {
  var benchPaint: Promise<number> | undefined;
}

/**
 * Runs in the page: `benchPaint` becomes the milliseconds from the key to the frame after the one in which the number of
 * rows changed was handed to the compositor. Gives up after ten seconds.
 */
function awaitPaint(): void {
  performance.clearMarks('bench-key');
  const rows = () => document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount');
  const before = rows();
  globalThis.benchPaint = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`there are still ${before} rows`)), 10_000);
    const observer = new MutationObserver(() => {
      const key = performance.getEntriesByName('bench-key')[0];
      if (!key || rows() === before) return;
      observer.disconnect();
      clearTimeout(late);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - key.startTime);
        channel.port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}
