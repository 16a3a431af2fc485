/** What must hold on every page, in both themes and on a phone: no axe finding, no sideways scroll, targets for thumbs. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { openRowMenu, rowAction, sheet } from '../support/hosts';
import { BRIEF } from '../support/patience';
import { PLACES } from './places';
import { isNarrow } from './places/place';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectAccessible(page: Page, without: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).disableRules(without).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** At this width, and at the narrowest that WCAG 1.4.10 asks for. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow, `pixels beyond ${width}`).toBeLessThanOrEqual(0);
  }
}

for (const place of PLACES) {
  test(`${place.name}: no accessibility finding, nothing out of reach to the side @light @phone`, async ({
    page,
    cloud,
    watch,
  }) => {
    if (place.provokes) watch.expect(place.provokes);
    await place.open(page, cloud);
    await expectAccessible(page);
    if (isNarrow(page)) await expectNoSidewaysScroll(page);
  });
}

test.describe('what opens over a page has no accessibility finding', () => {
  test.beforeEach(async ({ page, cloud }) => {
    await cloud.signIn(page, 'admin', '/hosts');
  });

  test('menu of a row @light', async ({ page }) => {
    const menu = await openRowMenu(page, 'worker-1');
    // axe asks that Tab reaches what scrolls. A menu is walked with the arrow keys, which scroll it: shown here.
    await expectAccessible(page, ['scrollable-region-focusable']);
    const last = menu.getByRole('menuitem').last();
    await page.keyboard.press('End');
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
  });

  test('preflight @light', async ({ page }) => {
    await rowAction(page, 'worker-1', 'Lock…');
    await expect(sheet(page, 'Lock worker-1').getByRole('heading', { name: 'Checks' })).toBeVisible();
    await expectAccessible(page);
  });

  test('form @light', async ({ page }) => {
    await rowAction(page, 'worker-1', 'Edit…');
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('palette @light', async ({ page }) => {
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeVisible({ timeout: BRIEF });
    }).toPass();
    await expectAccessible(page);
  });

  test('list of keys @light', async ({ page }) => {
    // Keys act once the page has come to life.
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: BRIEF });
    }).toPass();
    await expectAccessible(page);
  });
});

test('buttons and links of the hosts page are 44 px high for thumbs @phone-only @phone', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin', '/hosts');
  await expect(page.getByText('worker-2').first()).toBeVisible();
  const small = await page.locator('button:visible, nav a:visible').evaluateAll((targets) =>
    targets
      .map((target) => ({
        text: target.textContent || target.getAttribute('aria-label'),
        height: target.getBoundingClientRect().height,
      }))
      .filter(({ height }) => height > 0 && height < 43.5),
  );
  expect(small).toEqual([]);
});
