/** The page as somebody works it who has no pointer: Tab to a thing, then its own keys. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST = 150;

/** Moves the focus with Tab alone until it is on a thing. Within one lap of the page, or it cannot be reached. */
export async function tabTo(page: Page, thing: Locator): Promise<void> {
  await expect(thing).toBeVisible();
  for (let presses = 0; presses < MOST; presses += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${thing}`);
}

/** Reaches a button and presses it. */
export async function pressKey(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
}

/** Reaches a field and types over what is in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** Reaches a box and ticks it, or takes its tick away. */
export async function toggle(page: Page, box: Locator): Promise<void> {
  const before = await box.isChecked();
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked({ checked: !before });
}

/** Reaches a list of choices and types the beginning of one until it is chosen. */
export async function choose(page: Page, select: Locator, value: string): Promise<void> {
  await expect(select.locator(`option[value="${value}"]`)).toBeAttached();
  await tabTo(page, select);
  await page.keyboard.type(value);
  await expect(select).toHaveValue(value);
}
