'use client';
/** The sheets of changes to networks, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const networkSheets: Pick<ActionSheets, 'networks'> = {
  networks: lazySheet(async () => (await import('./network-job-sheet')).NetworkJobSheet),
};
