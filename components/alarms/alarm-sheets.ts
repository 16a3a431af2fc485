'use client';
/** The sheet of an alarm, fetched when it is first opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const alarmSheets: Pick<ActionSheets, 'alarm'> = {
  alarm: lazySheet(async () => (await import('./delete-alarm-sheet')).DeleteAlarmSheet),
};
