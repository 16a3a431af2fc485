'use client';
/** The sheets of acting on an application and on its charts, each fetched when it is first opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const applicationSheets: Pick<ActionSheets, 'application' | 'applicationUpdate' | 'chart'> = {
  application: lazySheet(async () => (await import('./application-sheet')).ApplicationSheet),
  applicationUpdate: lazySheet(async () => (await import('./update/update-sheet')).UpdateSheet),
  chart: lazySheet(async () => (await import('./chart-sheet')).ChartSheet),
};
