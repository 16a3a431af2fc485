/** What must hold on every page, in both themes and on a phone: no axe finding, no sideways scroll, targets for thumbs. */
import type { Page } from '@playwright/test';
import { expectAxeClean, expectColoursClean } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { openRowMenu, rowAction, sheet } from '../support/hosts';
import { BRIEF } from '../support/patience';
import { PLACES } from './places';
import { isNarrow } from './places/place';

async function expectAccessible(page: Page, without: string[] = []): Promise<void> {
  await expectAxeClean(page, without);
  // The other side of each colour, on the page as it stands: nothing but colours differs (tokens.css).
  if (isNarrow(page)) return;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await expectColoursClean(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: null });
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
  test(`${place.name}: no accessibility finding, nothing out of reach to the side @phone`, async ({
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

  test('menu of a row', async ({ page }) => {
    const menu = await openRowMenu(page, 'worker-1');
    // axe asks that Tab reaches what scrolls. A menu is walked with the arrow keys, which scroll it: shown here.
    await expectAccessible(page, ['scrollable-region-focusable']);
    const last = menu.getByRole('menuitem').last();
    await page.keyboard.press('End');
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
  });

  test('preflight', async ({ page }) => {
    await rowAction(page, 'worker-1', 'Lock…');
    await expect(sheet(page, 'Lock worker-1').getByRole('heading', { name: 'Checks' })).toBeVisible();
    await expectAccessible(page);
  });

  test('form', async ({ page }) => {
    await rowAction(page, 'worker-1', 'Edit…');
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('palette', async ({ page }) => {
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeVisible({ timeout: BRIEF });
    }).toPass();
    await expectAccessible(page);
  });

  test('list of keys', async ({ page }) => {
    // Keys act once the page has come to life.
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: BRIEF });
    }).toPass();
    await expectAccessible(page);
  });
});

/** Pages that are used beside the rack, and something that is there once they are. */
const BESIDE_THE_RACK: readonly (readonly [path: string, sign: string | RegExp])[] = [
  ['/hosts', 'worker-2'],
  ['/hosts/add', 'Which node is in front of you?'],
  ['/hosts/add/bulk', 'Hosts to add'],
  ['/hosts/worker-4/provision', 'Where it stands'],
  ['/hosts/worker-4/processor', 'Cores'],
  ['/hosts/worker-4/memory', /^NUMA node 0/],
  ['/hosts/worker-2/devices', 'ACC100'],
  ['/hosts/worker-2/sensors', 'Board management'],
  ['/hosts/worker-2/labels', 'sriovdp'],
  ['/hosts/compare?left=worker-1&right=worker-2', /^\d+ differences/],
];

test('buttons and links are 44 px high for thumbs @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/hosts');
  for (const [path, sign] of BESIDE_THE_RACK) {
    await page.goto(path);
    await expect(page.getByText(sign).filter({ visible: true }).first()).toBeVisible();
    const small = await page.locator('button:visible, nav a:visible, a.btn:visible').evaluateAll((targets) =>
      targets
        .map((target) => ({
          text: target.textContent || target.getAttribute('aria-label'),
          height: target.getBoundingClientRect().height,
        }))
        .filter(({ height }) => height > 0 && height < 43.5),
    );
    expect(small, path).toEqual([]);
  }
});
