'use client';
/** The sheets of changes to clocks, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const clockConfigSheets: Pick<ActionSheets, 'clocks'> = {
  clocks: lazySheet(async () => (await import('./clock-job-sheet')).ClockJobSheet),
};
