/** One action on several hosts: who can and who cannot before it, what came of each after it. */
import { expect, test } from '../support/fixtures';
import { expectHost, expectOff, STANDSTILL, selectHosts, sheet, underWay } from '../support/hosts';
import { cutWrite, NO_LINK } from '../support/lost-link';
import { LONG } from '../support/patience';

const SECOND = 1_000;
const REFUSED = "Avoiding 'lock' action on already 'locked' host worker-1";

test('locks three of four, is refused one, and the rest goes on', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin');
  await selectHosts(page, 'controller-0', 'worker-0', 'worker-1', 'worker-2');
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await expect(bar).toContainText('4 selected');
  await expectOff(bar.getByRole('button', { name: 'Unlock', exact: true }), /None of 4 hosts can/);
  await bar.getByRole('button', { name: 'Lock 3', exact: true }).click();

  // Before: a verdict for each.
  const plan = sheet(page, 'Lock 4 hosts');
  await expect(plan).toContainText('3 of 4 can be locked; the others are left alone.');
  const cannot = plan.getByRole('region').filter({ hasText: 'Cannot 1' }).or(plan.getByRole('list').first());
  await expect(cannot.getByRole('listitem').filter({ hasText: 'controller-0' })).toContainText(
    'controller-0 is the active controller',
  );
  for (const name of ['worker-0', 'worker-1', 'worker-2']) {
    const row = plan.getByRole('listitem').filter({ hasText: name });
    await expect(row.getByRole('img', { name: 'Can', exact: true })).toBeVisible();
  }
  await expect(plan).toContainText('for host in worker-0 worker-1 worker-2; do');

  // Somebody locks one of them meanwhile, and no reading has told of it yet.
  await cloud.control.fault(STANDSTILL);
  await cloud.control.patchHost('worker-1', {
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
  });
  await plan.getByRole('button', { name: 'Lock 3 hosts' }).click();

  // After: a result for each, the refusal first and in the platform's words, once.
  const results = sheet(page, 'Lock: 2 accepted, 1 refused');
  await expect(results).toBeVisible();
  const rows = results.getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('worker-1 was not locked');
  await expect(rows.nth(0)).toContainText(REFUSED);
  await expect(rows.nth(0)).toContainText('sysinv, HTTP 400');
  await expect(page.getByText(REFUSED)).toHaveCount(1);
  for (const name of ['worker-0', 'worker-2']) {
    await expect(rows.filter({ hasText: name })).toContainText(/Accepted \d\d:\d\d:\d\d/);
  }
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(3);

  await cloud.control.mend();
  await cloud.control.advance(45 * SECOND);
  for (const name of ['worker-0', 'worker-2']) {
    await expect(rows.filter({ hasText: name })).toContainText(`${name} is locked`, { timeout: LONG });
  }
  await expect(underWay(page)).toContainText('Lock: 2 of 2 done');
  await results.getByRole('button', { name: 'Close' }).last().click();
  for (const name of ['worker-0', 'worker-1', 'worker-2']) await expectHost(page, name, { Admin: 'Locked' });
  await expectHost(page, 'controller-0', { Admin: 'Unlocked' });
  await expect(bar).toContainText('4 selected');
});

test('the link breaks while several are locked: each is found out and followed, none is asked twice', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  watch.expect(NO_LINK);
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin');
  await selectHosts(page, 'worker-0', 'worker-1', 'worker-2');
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await bar.getByRole('button', { name: 'Lock 3', exact: true }).click();
  const { cut } = await cutWrite(page, '"action":"lock"', 'after');
  await sheet(page, 'Lock 3 hosts').getByRole('button', { name: 'Lock 3 hosts' }).click();
  await cut;
  // The first was carried out and its answer is lost; without a link the others get nowhere.
  const going = sheet(page, 'Locking 3 hosts');
  await expect(going.getByRole('listitem').filter({ hasText: 'not known yet' })).toHaveCount(3);
  await context.setOffline(false);
  const results = sheet(page, 'Lock: 1 accepted, 2 not sent');
  await expect(results).toBeVisible({ timeout: LONG });
  const row = (name: string) => results.getByRole('listitem').filter({ hasText: name });
  await expect(row('worker-0')).toContainText(/Accepted/);
  for (const name of ['worker-1', 'worker-2']) await expect(row(name)).toContainText('was not locked');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});

test('asks for the deletion of several to be typed, and leaves the others alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  await selectHosts(page, 'worker-4', 'worker-9', 'worker-0');
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await bar.getByRole('button', { name: 'Delete 2', exact: true }).click();
  const plan = sheet(page, 'Delete 3 hosts');
  await expect(plan.getByRole('listitem').filter({ hasText: 'worker-0' })).toContainText(
    'worker-0 is unlocked',
  );
  const button = plan.getByRole('button', { name: 'Delete 2 hosts' });
  const field = plan.getByRole('textbox', { name: 'Type delete 2 hosts to confirm' });
  await expect(field).toBeFocused();
  await expectOff(button, 'Type delete 2 hosts above');
  await button.focus();
  await expectOff(button, 'Type delete 2 hosts above');
  await field.fill('delete 2 hosts');
  await button.click();
  await expect(underWay(page)).toContainText('Delete: 2 of 2 done');
  await expect(page.getByRole('link', { name: 'worker-4', exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'worker-9', exact: true })).toHaveCount(0);
  await expectHost(page, 'worker-0', { Admin: 'Unlocked' });
  expect(await cloud.control.count('sysinv', 'DELETE')).toBe(2);
});

test('clears the selection with Escape, and keeps rows that a filter hides', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  await selectHosts(page, 'worker-0', 'worker-4');
  const bar = page.getByRole('region', { name: 'Selected rows' });
  const search = page.getByRole('searchbox', { name: 'Search hosts' });
  await search.fill('worker-4');
  await expect(bar).toContainText('2 selected');
  await expect(bar).toContainText('worker-0, worker-4, 1 not shown');
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await page.getByRole('row').filter({ hasText: 'worker-4' }).focus();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
