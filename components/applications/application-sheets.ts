'use client';
/** The sheet of acting on an application, fetched when it is first opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const applicationSheets: Pick<ActionSheets, 'application'> = {
  application: lazySheet(async () => (await import('./application-sheet')).ApplicationSheet),
};
