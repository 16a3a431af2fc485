/** Being called: by sound, by the desktop, by the tab's own title and icon. Off until somebody wants it. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud } from '../support/cloud';
import { listen, sounds, told } from '../support/ears';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

const CRITICAL = 4;
const MAJOR = 3;
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Sound' });

const fails = (cloud: Cloud, host: string, severity: 'critical' | 'major' | 'minor' = 'critical') =>
  cloud.control.raise({
    alarm_id: '200.004',
    entity_instance_id: `host=${host}`,
    severity,
    reason_text: `${host} experienced a service-affecting failure`,
  });

/** Opens the settings as anybody finds them, on any page. */
async function settings(page: Page): Promise<Locator> {
  // Each press once: what comes before the page's code is kept until that is there, and a second would shut the menu.
  await page.getByRole('complementary', { name: 'Sidebar' }).locator('.rail-user').click();
  await page.getByRole('menuitem', { name: 'Sound and notifications…' }).click();
  const open = sheet(page, 'Sound and notifications');
  await expect(open).toBeVisible({ timeout: LONG });
  return open;
}

async function turnOn(page: Page, ...labels: string[]): Promise<void> {
  const open = await settings(page);
  for (const label of labels) await open.getByRole('checkbox', { name: label }).check();
  await open.getByRole('button', { name: 'Close' }).last().click();
  await expect(open).toBeHidden();
}

/** Until the page has counted so many alarms, and so many of the worst. */
const counts = (page: Page, words: string) =>
  expect(page).toHaveTitle(new RegExp(`^\\(${words}`), { timeout: LONG });

/** The page has read the alarms so many times more. */
async function polls(cloud: Cloud, times: number): Promise<void> {
  const asked = () => cloud.control.count('fm', 'GET', '/v1/alarms');
  const before = await asked();
  await expect.poll(asked, { timeout: LONG }).toBeGreaterThanOrEqual(before + times);
}

test('is off by default; each severity can be heard, and turned on, by itself', async ({ page, cloud }) => {
  await listen(page.context());
  await cloud.signIn(page, 'operator');
  await counts(page, '13\\) 1 critical');
  await fails(cloud, 'worker-0');
  await counts(page, '14\\) 2 critical');
  expect(await sounds(page)).toEqual([]);
  await expect(bar(page)).toHaveCount(0);

  const open = await settings(page);
  for (const severity of ['critical', 'major', 'minor', 'warning']) {
    await expect(open.getByRole('checkbox', { name: `Sound for ${severity}` })).not.toBeChecked();
    await expect(open.getByRole('checkbox', { name: `Notify of ${severity}` })).not.toBeChecked();
    await open.getByRole('button', { name: `Play the sound of ${severity}` }).click();
    // One sound is over before the next is asked for.
    await page.waitForTimeout(150);
  }
  expect(await sounds(page)).toEqual([4, 3, 2, 1]);
  await open.getByRole('checkbox', { name: 'Sound for major' }).check();
  await open.getByRole('button', { name: 'Close' }).last().click();

  await fails(cloud, 'worker-1', 'minor');
  await counts(page, '15\\) 2 critical');
  await fails(cloud, 'worker-2', 'major');
  await expect.poll(() => sounds(page), { timeout: LONG }).toEqual([4, 3, 2, 1, MAJOR]);
});

test('sounds for a new critical alarm until it is silenced, never for what stood before', async ({
  page,
  cloud,
}) => {
  await listen(page.context());
  await cloud.signIn(page, 'operator');
  await counts(page, '13\\) 1 critical');
  // A critical alarm stands already; turning sound on does not make it news.
  await turnOn(page, 'Sound for critical');
  await polls(cloud, 2);
  expect(await sounds(page)).toEqual([]);

  await fails(cloud, 'worker-0');
  await expect.poll(() => sounds(page), { timeout: LONG }).toEqual([CRITICAL]);
  await expect(bar(page)).toContainText('1 critical alarm not seen, sounding');
  await expect.poll(() => sounds(page), { timeout: LONG }).toEqual([CRITICAL, CRITICAL]);
  await bar(page).getByRole('button', { name: 'Silence' }).click();
  await expect(bar(page)).toHaveCount(0);
  const silent = await sounds(page);
  await page.waitForTimeout(12_000);
  expect(await sounds(page)).toEqual(silent);

  // Neither at load, nor when fault management comes back after an outage.
  await page.reload();
  await counts(page, '14\\) 2 critical');
  await polls(cloud, 2);
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(page).toHaveTitle(/^\(\?\)/, { timeout: LONG });
  await cloud.control.mend();
  await counts(page, '14\\) 2 critical');
  await polls(cloud, 2);
  expect(await sounds(page)).toEqual([]);

  // Another one is news again, and ends with the alarm itself.
  await fails(cloud, 'worker-1');
  await expect.poll(() => sounds(page), { timeout: LONG }).toEqual([CRITICAL]);
  await cloud.control.clear('200.004', 'host=worker-1');
  await expect(bar(page)).toHaveCount(0, { timeout: LONG });
});

test('rings until somebody has seen it, whoever that is; a shelf ends it too', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  await listen(page.context());
  await cloud.signIn(page, 'reader');
  await turnOn(page, 'Sound for critical');
  const first = await fails(cloud, 'worker-0');
  await expect(bar(page)).toContainText('1 critical alarm not seen', { timeout: LONG });
  const colleague = await anotherPerson();
  await cloud.signIn(colleague, 'operator', `/alarms?open=${first}`);
  await colleague.getByRole('button', { name: 'Mark as seen', exact: true }).click();
  await expect(bar(page)).toHaveCount(0, { timeout: LONG });

  const second = await fails(cloud, 'worker-1');
  await expect(bar(page)).toContainText('1 critical alarm not seen', { timeout: LONG });
  await colleague.goto(`/alarms?open=${second}`);
  await colleague.getByRole('button', { name: 'Shelve', exact: true }).click();
  await colleague.getByRole('textbox', { name: 'Why' }).fill('Being replaced');
  await colleague.getByRole('button', { name: 'Shelve alarm' }).click();
  await expect(bar(page)).toHaveCount(0, { timeout: LONG });
  const heard = await sounds(page);
  await page.waitForTimeout(12_000);
  expect(await sounds(page)).toEqual(heard);
});

test('title, icon and sound leave out what is suppressed, at once', async ({ page, cloud }) => {
  await listen(page.context());
  await cloud.signIn(page, 'admin', '/alarms/suppression?q=200.004');
  await counts(page, '13\\) 1 critical');
  const icon = page.locator('link[rel~="icon"]').first();
  await expect(icon).toHaveAttribute('href', '/images/favicon-critical.svg');
  await turnOn(page, 'Sound for critical');
  await page.getByRole('button', { name: 'Suppress 200.004…' }).click();
  await (await pressable(sheet(page, 'Suppress 200.004'), 'Suppress 200.004')).click();
  await counts(page, '12\\) 4 major');
  await expect(icon).toHaveAttribute('href', '/images/favicon-major.svg');
  await expect(page.getByRole('link', { name: /^Active alarms: no critical, 4 major/ })).toBeVisible();

  await fails(cloud, 'worker-0');
  await expect(page.getByText('3 active alarms are hidden.')).toBeVisible({ timeout: LONG });
  await counts(page, '12\\) 4 major');
  expect(await sounds(page)).toEqual([]);
  // Coming back into view makes no noise either: it is no new alarm.
  await page.getByRole('button', { name: 'Unsuppress 200.004…' }).click();
  await (await pressable(sheet(page, 'Unsuppress 200.004'), 'Unsuppress 200.004')).click();
  await counts(page, '14\\) 2 critical');
  expect(await sounds(page)).toEqual([]);
});

test('of two tabs only one sounds, and silence is for both', async ({ page, cloud }) => {
  await listen(page.context());
  await cloud.signIn(page, 'operator');
  await turnOn(page, 'Sound for critical');
  const second = await page.context().newPage();
  await second.goto('/');
  await counts(second, '13\\) 1 critical');
  await counts(page, '13\\) 1 critical');
  await fails(cloud, 'worker-0');
  await counts(page, '14\\) 2 critical');
  await counts(second, '14\\) 2 critical');
  const both = async () => [...(await sounds(page)), ...(await sounds(second))];
  await expect.poll(both, { timeout: LONG }).toEqual([CRITICAL]);
  await expect(bar(page)).toBeVisible();
  await expect(bar(second)).toBeVisible();
  await bar(page).getByRole('button', { name: 'Silence' }).click();
  await expect(bar(second)).toHaveCount(0);

  // The other takes over when this one goes.
  const before = await sounds(page);
  expect((await sounds(second)).length + before.length).toBeGreaterThan(0);
  await second.close();
  await fails(cloud, 'worker-1');
  await expect
    .poll(async () => (await sounds(page)).length, { timeout: LONG })
    .toBeGreaterThan(before.length);
});

test('says so when the browser keeps the sound back, until somebody touches the page', async ({
  page,
  cloud,
}) => {
  await listen(page.context(), { sound: 'afterTouch' });
  await page.context().addInitScript(() => {
    window.localStorage.setItem('roost.attention', '{"sound":["critical"],"notify":[]}');
  });
  await cloud.signIn(page, 'reader');
  await expect(bar(page)).toContainText('this browser keeps it back until you click or press a key here');
  await fails(cloud, 'worker-0');
  await counts(page, '14\\) 2 critical');
  expect(await sounds(page)).toEqual([]);
  await page.getByRole('heading', { level: 1 }).click();
  await expect.poll(async () => (await sounds(page)).length, { timeout: LONG }).toBeGreaterThan(0);
});

test('tells the desktop of each new alarm, of a flood once, and leads there', async ({ page, cloud }) => {
  await listen(page.context());
  await cloud.signIn(page, 'operator');
  await counts(page, '13\\) 1 critical');
  await turnOn(page, 'Notify of critical', 'Notify of major');
  expect(await told(page)).toEqual([]);
  await fails(cloud, 'worker-0');
  await expect
    .poll(() => told(page), { timeout: LONG })
    .toEqual([
      { title: 'Critical 200.004', body: 'worker-0 experienced a service-affecting failure\nhost=worker-0' },
    ]);
  // Minor ones were not asked for.
  await fails(cloud, 'worker-1', 'minor');
  await counts(page, '15\\) 2 critical');
  expect(await told(page)).toHaveLength(1);

  // Five in one reading: the reading before them is the last for a while.
  await cloud.control.fault({ service: 'fm', path: '/v1/alarms', status: 503 });
  await expect(page).toHaveTitle(/^\(\?\)/, { timeout: LONG });
  for (const host of ['worker-2', 'worker-4', 'worker-5', 'worker-6', 'worker-7'])
    await fails(cloud, host, 'major');
  await cloud.control.mend();
  await expect
    .poll(async () => (await told(page)).slice(1), { timeout: LONG })
    .toEqual([{ title: '5 new alarms', body: '5 major' }]);

  const id = await fails(cloud, 'worker-8');
  await expect.poll(async () => (await told(page)).length, { timeout: LONG }).toBe(3);
  await page.evaluate(() => window.earNotices?.at(-1)?.click());
  await expect(page).toHaveURL(new RegExp(`/alarms\\?open=${id}`));
});

test('asks the browser once, and says when it refuses', async ({ page, cloud }) => {
  await listen(page.context(), { notices: 'denied' });
  await cloud.signIn(page, 'reader');
  const open = await settings(page);
  await expectOff(
    open.getByRole('checkbox', { name: 'Notify of critical' }),
    'This browser refuses notifications of this console. Its settings for the site allow them.',
  );
});
