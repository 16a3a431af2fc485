/** The storage of the cloud in the words of the domain, found as a person finds it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Cloud } from './cloud';
import { pressable } from './hosts';
import { LONG } from './patience';

/** A panel of the page of storage. */
export const panel = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('region', { name, exact: true });

export const listed = (page: Page, name: string): Locator => page.getByRole('list', { name, exact: true });

/** Presses the button of a sheet and waits until it is gone. */
export async function send(form: Locator, button: string): Promise<void> {
  await (await pressable(form, button)).click();
  await expect(form).toBeHidden({ timeout: LONG });
}

/** Commands of a sheet, each in one line. */
export const expectCommand = (form: Locator, command: string) =>
  expect.poll(async () => ((await form.textContent()) ?? '').replaceAll(/ \\\s+/g, ' ')).toContain(command);

/** Requests of sysinv: those that read by path, and how many changed something. */
export async function asked(cloud: Cloud): Promise<{ reads: Record<string, number>; writes: number }> {
  const lines = (await cloud.control.requests()).filter(({ service }) => service === 'sysinv');
  const reads: Record<string, number> = {};
  let writes = 0;
  for (const { method, path, count } of lines) {
    if (method === 'GET') reads[path] = (reads[path] ?? 0) + count;
    else writes += count;
  }
  return { reads, writes };
}
