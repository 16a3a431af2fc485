'use client';
/** The sheet of suppression, fetched when it is first opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const suppressionSheets: Pick<ActionSheets, 'suppression'> = {
  suppression: lazySheet(async () => (await import('./suppression-sheet')).SuppressionSheet),
};
