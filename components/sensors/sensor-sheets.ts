'use client';
/** The sheets of changes to the sensors of a host, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const sensorSheets: Pick<ActionSheets, 'sensors'> = {
  sensors: lazySheet(async () => (await import('./sensor-job-sheet')).SensorJobSheet),
};
