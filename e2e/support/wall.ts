/** The wallboard as a test sees it. */
import type { Locator, Page } from '@playwright/test';

export const board = (page: Page): Locator => page.getByRole('main');
export const deadBar = (page: Page): Locator =>
  board(page)
    .getByRole('alert')
    .filter({ hasText: /No data/ });
export const ended = (page: Page): Locator =>
  board(page)
    .getByRole('alert')
    .filter({ hasText: /Session ended/ });
export const panel = (page: Page, name: RegExp): Locator => board(page).getByRole('region', { name });
export const countTile = (page: Page, word: string): Locator =>
  page.getByRole('list', { name: 'Active alarms' }).getByRole('listitem').filter({ hasText: word });

/** Active alarms by severity as the board counts them, worst first. */
export const wallCounts = (page: Page): Promise<number[]> =>
  Promise.all(
    ['Critical', 'Major', 'Minor', 'Warning'].map(async (word) =>
      Number.parseInt(await countTile(page, word).innerText(), 10),
    ),
  );

/** Marks the page: a reload would lose the mark. */
export const mark = (page: Page) => page.evaluate(() => Reflect.set(window, 'neverReloaded', true));
export const neverReloaded = (page: Page): Promise<boolean> =>
  page.evaluate(() => Reflect.get(window, 'neverReloaded') === true);

/** In the page: what a browser does to one that is hidden for long. Its chained timers ring once a minute. */
export function slowTimers(): void {
  const { setTimeout: after, setInterval: every } = window;
  const slow = (ms: number | undefined) => (ms !== undefined && ms >= 200 ? Math.max(ms, 60_000) : ms);
  Reflect.set(window, 'setTimeout', (run: () => void, ms?: number) => after(run, slow(ms)));
  Reflect.set(window, 'setInterval', (run: () => void, ms?: number) => every(run, slow(ms)));
  Object.defineProperty(document, 'hidden', { get: () => true });
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
}

/** In the page: once `window.hung` is set no timer rings any more, and no worker may help. */
export function hangingTimers(): void {
  const { setTimeout: after, setInterval: every } = window;
  const unlessHung = (run: () => void) => () => {
    if (!Reflect.get(window, 'hung')) run();
  };
  Reflect.set(window, 'setTimeout', (run: () => void, ms?: number) => after(unlessHung(run), ms));
  Reflect.set(window, 'setInterval', (run: () => void, ms?: number) => every(unlessHung(run), ms));
  Reflect.deleteProperty(window, 'Worker');
}
