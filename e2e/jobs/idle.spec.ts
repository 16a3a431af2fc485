/** The idle limit: warned of, put off by a person and never by polling, and kept by the server too. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { rowAction, sheet, underWay } from '../support/hosts';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';
import { type ActionCall, nextAction, repeatAction } from '../support/server-actions';
import { sessionCookie } from '../support/session-secrets';

const IDLE_MS = 24_000;
/** How long a sign of life from a person may take to be reported, and the server's answer to come back. */
const REPORTED_MS = 15_000;
/** Polls are a second apart; this many prove that the page went on asking. */
const POLLS = 8;

let own: OwnConsole | undefined;
test.afterEach(async ({ page, watch }) => {
  try {
    // Looked over while the page is open; then nobody is left who polls a console that is about to end.
    expect(await watch.verdict()).toEqual([]);
  } finally {
    await page.close();
    await own?.stop();
    own = undefined;
  }
});

/** Counts the readings that the page asks for, and keeps when the last was sent. */
function countReadings(page: Page): { since: () => number; reset: () => void } {
  let count = 0;
  page.on('request', (request) => {
    if (request.headers()['next-action'] && (request.postData() ?? '').includes('"view"')) count += 1;
  });
  return {
    since: () => count,
    reset: () => {
      count = 0;
    },
  };
}

/** When the server means to end the session. Asking does not move it. */
async function idleEnd(page: Page): Promise<number> {
  const view: unknown = await (await page.request.get(`${own?.url}/api/auth/session`)).json();
  return Number(Reflect.get(Object(view), 'idleEndsAt'));
}

test('warns, is put off by a person only, and asks for the password over what was typed', async ({
  page,
  context,
  anotherPerson,
  cloud,
}, info) => {
  own = await startConsole(ownPorts(info.parallelIndex).console, {
    ROOST_IDLE_MINUTES: String(IDLE_MS / 60_000),
  });
  const login = await cloud.account('operator');
  await signInQuickly(context, own.url, login);
  const readings = countReadings(page);
  await page.goto(`${own.url}/hosts`);
  await rowAction(page, 'worker-0', 'Edit…');
  const form = sheet(page, 'Edit worker-0');
  const location = form.getByRole('textbox', { name: 'Location' });
  await location.fill('rack 7, half');

  // Hands off: the page polls on, and the end comes nearer all the same.
  const countdown = page.getByRole('dialog', { name: /^You are signed out in \d:\d\d$/ });
  const over = page.getByRole('dialog', { name: 'You are signed out', exact: true });
  readings.reset();
  await expect(countdown).toBeVisible({ timeout: IDLE_MS + REPORTED_MS });
  expect(readings.since()).toBeGreaterThan(POLLS);
  await expect(countdown).toContainText('Polling does not count.');
  await expect(over).toHaveCount(0);
  const warnedOf = await idleEnd(page);
  expect(warnedOf - Date.now(), 'warned before the end, not long before').toBeLessThanOrEqual(IDLE_MS / 3);
  await countdown.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(countdown).toBeHidden();
  const stayed = await idleEnd(page);
  expect(stayed).toBeGreaterThan(warnedOf);

  // Typing is a sign of life; it is reported by itself.
  await location.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' typed');
  await expect.poll(() => idleEnd(page), { timeout: REPORTED_MS }).toBeGreaterThan(stayed);
  await expect(countdown).toBeHidden();

  // Hands off to the end. What polls asked for until then is kept, with the cookie that they carried.
  const last = await idleEnd(page);
  const call: ActionCall = await nextAction(page, '"view":"hosts"');
  const thief = await anotherPerson();
  await thief.context().addCookies([await sessionCookie(context)]);
  expect(await answerTo(thief, call), 'while the session lives').not.toContain('unauthenticated');
  readings.reset();
  await expect(over).toBeVisible({ timeout: IDLE_MS + REPORTED_MS });
  expect(Date.now(), 'not before its time').toBeGreaterThanOrEqual(last - 1_000);
  expect(await idleEnd(page), 'the session is gone').toBeNaN();
  expect(readings.since()).toBeGreaterThan(POLLS);
  expect(await answerTo(thief, call), 'after the limit').toContain('unauthenticated');

  await expect(over).toContainText('Polling does not count.');
  await over.getByLabel('Password', { exact: true }).fill(login.password);
  await over.getByRole('button', { name: 'Sign in again' }).click();
  await expect(over).toBeHidden();
  await expect(location).toHaveValue('rack 7, half typed');
  expect(await answerTo(thief, call), 'the old cookie stays refused').toContain('unauthenticated');
  await form.getByRole('button', { name: 'Save 1 change' }).click();
  await expect(form).toBeHidden();
  await expect(underWay(page)).toContainText('worker-0 was changed');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});

/** What the server says when somebody with a copy of the cookie repeats a reading. */
async function answerTo(somebody: Page, call: ActionCall): Promise<string> {
  const text = await (await repeatAction(somebody.request, call)).text();
  // Names the server's build whoever asks: the call arrived where it was meant to.
  expect(text).toContain('"build"');
  return text;
}
