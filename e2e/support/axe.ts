/**
 * axe in the page itself. @axe-core/playwright opens a page of its own for every look, to put the answers of frames
 * together; this console has no frames, and that page took half of the time of every look.
 */
import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** No rule of WCAG 2.2 A and AA finds anything. @param without names of rules that are left out */
export async function expectAxeClean(page: Page, without: readonly string[] = []): Promise<void> {
  await expectNothingFound(page, {
    runOnly: { type: 'tag', values: LEVELS },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  });
}

/** No colour is too faint for what lies behind it, as the page stands. */
export async function expectColoursClean(page: Page): Promise<void> {
  await expectNothingFound(page, { runOnly: { type: 'rule', values: COLOURS } });
}

async function expectNothingFound(page: Page, options: RunOptions): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // As a text: the page's own types know nothing of axe.
  const found = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })}).then(({ violations }) => violations)`,
  );
  expect(
    found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
