'use client';
/** The sheets of changes to devices, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const deviceSheets: Pick<ActionSheets, 'devices'> = {
  devices: lazySheet(async () => (await import('./device-job-sheet')).DeviceJobSheet),
};
