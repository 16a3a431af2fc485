'use client';
/** The sheets of changes to storage, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const storageSheets: Pick<ActionSheets, 'cloudStorage'> = {
  cloudStorage: lazySheet(async () => (await import('./storage-job-sheet')).StorageJobSheet),
};
