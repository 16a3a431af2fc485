'use client';
/** The sheets of changes to the disks of a host, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const storageEditorSheets: Pick<ActionSheets, 'hostStorage'> = {
  hostStorage: lazySheet(async () => (await import('./storage-job-sheet')).StorageJobSheet),
};
