/** A page or a state of one that a person meets, and what those who lead there share. */
import { expect, type Page } from '@playwright/test';
import type { Cloud } from '../../support/cloud';

export type Place = {
  name: string;
  /** Leads there, and waits until it shows what it is about. */
  open: (page: Page, cloud: Cloud) => Promise<void>;
  /** Lines in the browser's console that this place provokes on purpose. */
  provokes?: RegExp;
};

export const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Lists are cards and filters are folded away below this width. */
export const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 720;
