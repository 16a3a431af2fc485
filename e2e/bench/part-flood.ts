/** A page of 2,000 alarms that change all the time: does it stay a page that one can work with? In Chromium. */
import type { Page } from '@playwright/test';
import { countTraffic, inBrowser, NO_BROWSER, pause } from './browser';
import type { Figures, Line } from './figures';
import type { Options } from './options';
import { residentMB } from './process';
import { type Smoothness, smoothness, watchSmoothness } from './smoothness';
import type { Stage } from './stage';
import { quantile, rounded } from './stats';

const ALARMS = 2_000;
const CHANGES_PER_MINUTE = 600;
/** Typed and taken back all the time, a key in this many milliseconds: the pace of somebody who looks for a host. */
const KEYS = ['w', 'o', 'r', 'k', 'e', 'r', '-', '1', ...Array.from({ length: 8 }, () => 'Backspace')];
const KEY_MS = 250;

type Measured = Smoothness & { bytes: number; polls: number; rss: number; first: number };

export async function measureFlood(stage: Stage, figures: Figures, options: Options): Promise<Line[]> {
  const tag = 'fleet100.flood';
  const viewer = await stage.signIn(`operator+${tag}`);
  await stage.control.speed(1, { tag });
  await stage.control.flood({ alarms: ALARMS, raiseMs: 0, changesPerMinute: CHANGES_PER_MINUTE }, { tag });
  await stage.control.advance(1_000, { tag });
  const seconds = Math.max(options.seconds, 20);
  const found = await inBrowser(viewer, (page) => typeThrough(stage, page, seconds));
  await stage.control.endFlood({ tag });
  if (!found) return [{ what: 'flood', ...NO_BROWSER }];
  const { frames, longTasks, inputs, delays } = found;
  const [bytes, longMs] = [(found.bytes * 60) / seconds, longTasks.reduce((sum, ms) => sum + ms, 0)];
  figures.flood = {
    frameMs: {
      p50: rounded(quantile(frames, 0.5), 1),
      p95: rounded(quantile(frames, 0.95), 1),
      max: rounded(quantile(frames, 1), 1),
    },
    longTasks: {
      count: longTasks.length,
      longestMs: rounded(quantile(longTasks, 1)),
      shareOfTime: rounded(longMs / (seconds * 1_000), 3),
    },
    inputDelayMs: {
      p50: rounded(quantile(delays, 0.5), 1),
      p95: rounded(quantile(delays, 0.95), 1),
      max: rounded(quantile(delays, 1), 1),
    },
    keyToPaintMs: {
      p50: rounded(quantile(inputs, 0.5), 1),
      p95: rounded(quantile(inputs, 0.95), 1),
      max: rounded(quantile(inputs, 1), 1),
    },
    bytesPerMinute: rounded(bytes),
    rssMB: rounded(found.rss),
  };
  const three = (values: readonly number[]) =>
    [0.5, 0.95, 1].map((share) => `${rounded(quantile(values, share), 1)}`).join(', ');
  return [
    { what: 'first view with all of them', figure: `${rounded(found.first)} ms`, remark: `${ALARMS} alarms` },
    {
      what: 'frame time: median, 95 of 100 within, longest',
      figure: `${three(frames)} ms`,
      remark: `${frames.length} frames in ${seconds} s`,
    },
    {
      what: 'long tasks (over 50 ms)',
      figure: `${longTasks.length}`,
      remark: `longest ${rounded(quantile(longTasks, 1))} ms, ${(longMs / seconds / 10).toFixed(1)} % of the time`,
    },
    {
      what: 'input delay: median, 95 of 100 within, longest',
      figure: `${three(delays)} ms`,
      remark: `${delays.length} keys`,
    },
    { what: 'key to paint: median, 95 of 100 within, longest', figure: `${three(inputs)} ms` },
    {
      what: 'bytes to the browser per minute',
      figure: `${rounded(bytes / 1_000)} kB`,
      remark: `${found.polls} polls, ${CHANGES_PER_MINUTE} changes a minute`,
    },
    { what: 'memory of the server', figure: `${found.rss.toFixed(0)} MB` },
  ];
}

async function typeThrough(stage: Stage, page: Page, seconds: number): Promise<Measured> {
  const traffic = await countTraffic(page);
  const started = performance.now();
  await page.goto(`${stage.url}/alarms`, { waitUntil: 'load' });
  await page.waitForFunction(
    (most) => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) > most,
    ALARMS * 0.9,
    { timeout: 60_000 },
  );
  const first = performance.now() - started;
  const search = page.getByRole('searchbox');
  await search.focus();
  // One round unmeasured: the first compiles.
  for (const key of KEYS) await page.keyboard.press(key, { delay: 20 });
  await page.evaluate(watchSmoothness);
  const before = { bytes: traffic.bytes, polls: traffic.polls };
  const end = Date.now() + seconds * 1_000;
  let rss = 0;
  for (let n = 0; Date.now() < end; n += 1) {
    await page.keyboard.press(KEYS[n % KEYS.length] ?? 'w');
    rss = Math.max(rss, residentMB(stage.pid));
    await pause(KEY_MS);
  }
  const smooth = await page.evaluate(smoothness);
  return { ...smooth, rss, first, bytes: traffic.bytes - before.bytes, polls: traffic.polls - before.polls };
}
