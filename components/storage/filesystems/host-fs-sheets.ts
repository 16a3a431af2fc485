'use client';
/** The sheets of changes to the filesystems of a host, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const hostFsSheets: Pick<ActionSheets, 'hostFilesystems'> = {
  hostFilesystems: lazySheet(async () => (await import('./host-fs-job-sheet')).HostFsJobSheet),
};
