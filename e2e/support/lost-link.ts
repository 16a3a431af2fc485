/** The link between the browser and the console, cut or slow where it hurts: while a write is on its way. */
import type { Page, Route } from '@playwright/test';

/** What the browser itself says of a link that is gone. */
export const NO_LINK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ERR_ABORTED/;

/** Is this the write, and none of the readings that go the same way? */
const isWrite = (route: Route, word: string): boolean =>
  route.request().method() === 'POST' && (route.request().postData() ?? '').includes(word);

/** Does something with the next write that says this word. @returns armed; `done` settles once it has */
async function withNextWrite(
  page: Page,
  word: string,
  act: (route: Route) => Promise<void>,
): Promise<{ done: Promise<void> }> {
  let settle = () => {};
  const done = new Promise<void>((resolve) => {
    settle = resolve;
  });
  let armed = true;
  await page.route('**/*', async (route) => {
    if (!armed || !isWrite(route, word)) return route.fallback();
    armed = false;
    await act(route);
    settle();
  });
  return { done };
}

/**
 * The next write is cut off.
 * @param word something that only this write says
 * @param when `after`: the console has carried it out, and its answer is lost; `before`: it never arrives; `hang`: the console
 *   has carried it out, and nothing more comes
 * @param meanwhile what somebody else does while it is on its way
 * @returns settles once it happened; with `before` and `after` the link is gone by then
 */
export async function cutWrite(
  page: Page,
  word: string,
  when: 'before' | 'after' | 'hang',
  meanwhile: () => Promise<void> = async () => {},
): Promise<{ cut: Promise<void> }> {
  const { done } = await withNextWrite(page, word, async (route) => {
    await meanwhile();
    if (when !== 'before') await route.fetch();
    if (when === 'hang') return;
    await page.context().setOffline(true);
    await route.abort('internetdisconnected');
  });
  return { cut: done };
}

/**
 * The next write waits on its way until something else has happened.
 * @param word something that only this write says
 * @returns settles once both are through
 */
export async function holdWrite(
  page: Page,
  word: string,
  meanwhile: () => Promise<void>,
): Promise<{ happened: Promise<void> }> {
  const { done } = await withNextWrite(page, word, async (route) => {
    await meanwhile();
    await route.fallback();
  });
  return { happened: done };
}
