/** The events of 30 days in a log of 50,000 rows: the first row, all of it counted, and what it costs the platform. In Chromium. */
import type { Page } from '@playwright/test';
import { inBrowser, NO_BROWSER, pause } from './browser';
import type { Figures, Line } from './figures';
import type { Stage } from './stage';
import { rounded } from './stats';

const ROWS = 50_000;
/** Of these the range must hold nearly all, or something was not read. */
const MOST = 0.95;
const QUIET_MS = 3_000;

type Opened = { first: number; counted: number; rows: number; requests: number };

export async function measureEvents(stage: Stage, figures: Figures): Promise<Line[]> {
  const tag = `standard-events${ROWS}.events`;
  const viewer = await stage.signIn(`operator+${tag}`);
  await stage.control.resetRequests({ tag });
  const cold = await inBrowser(viewer, (page) => open(stage, page, tag));
  if (!cold) return [{ what: 'events', ...NO_BROWSER }];
  await stage.control.resetRequests({ tag });
  const again = await inBrowser(viewer, (page) => open(stage, page, tag));
  figures.events = {
    rowsInLog: ROWS,
    firstRowMs: rounded(cold.first),
    platformRequests: cold.requests,
    wholeRangeMs: rounded(cold.counted),
    rowsRead: cold.rows,
  };
  const remark = `${cold.rows} events counted`;
  return [
    { what: 'first row of 30 days, nobody asked before', figure: `${rounded(cold.first)} ms` },
    { what: 'all of it counted', figure: `${rounded(cold.counted)} ms`, remark },
    { what: 'requests of the event log for it', figure: `${cold.requests}` },
    {
      what: 'the same for the next viewer: first row, counted, requests',
      figure: `${rounded(again?.first)} ms, ${rounded(again?.counted)} ms, ${again?.requests}`,
    },
  ];
}

async function open(stage: Stage, page: Page, tag: string): Promise<Opened> {
  const asked = async () =>
    (await stage.control.requests({ tag }))
      .filter(({ path }) => path === '/v1/event_log')
      .reduce((sum, { count }) => sum + count, 0);
  const started = performance.now();
  await page.goto(`${stage.url}/events?last=30d`, { waitUntil: 'commit' });
  await page.locator('tbody tr[aria-rowindex]').first().waitFor({ timeout: 120_000 });
  const first = performance.now() - started;
  const found = await page.waitForFunction(
    (least) => {
      const counts = [...document.body.innerText.matchAll(/([\d,]+) events?\b/g)];
      return counts.map(([, digits = '']) => Number(digits.replaceAll(',', ''))).find((n) => n >= least);
    },
    ROWS * MOST,
    { timeout: 180_000 },
  );
  const counted = performance.now() - started;
  // Whatever is still on its way counts too.
  for (let before = -1; before !== (await asked()); ) {
    before = await asked();
    await pause(QUIET_MS);
  }
  return { first, counted, rows: Number(await found.jsonValue()), requests: await asked() };
}
