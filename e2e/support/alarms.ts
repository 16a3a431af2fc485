/** The alarms page in the words of the domain, found as a person finds them. */
import { expect, type Locator, type Page } from '@playwright/test';

/** An alarm that stands in `standard` from the start. */
export const PTP = 'worker-5 is not locked to remote PTP Grand Master';

export const alarmGrid = (page: Page): Locator => page.getByRole('grid', { name: 'alarms' });

export const alarmRow = (page: Page, text: string): Locator =>
  alarmGrid(page).getByRole('row').filter({ hasText: text });

export const tally = (page: Page): Locator => page.getByRole('link', { name: /^Active alarms/ });

export const alarmDrawer = (page: Page): Locator =>
  page.getByRole('complementary', { name: /^(Critical|Major|Minor|Warning|Cleared)/ });

export const said = (page: Page): Locator => alarmDrawer(page).getByRole('list', { name: 'Seen and notes' });

/** Reasons of the rows on screen, without the section of cleared ones. */
export async function shownAlarms(page: Page): Promise<string[]> {
  const texts = (await alarmGrid(page).locator('tr').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
  const end = texts.findIndex((text) => text.startsWith('Cleared in the last'));
  return texts.slice(1, end < 0 ? undefined : end);
}

export async function openAlarm(page: Page, text: string): Promise<Locator> {
  await alarmRow(page, text).click();
  await expect(alarmDrawer(page)).toContainText(text);
  return alarmDrawer(page);
}
