'use client';
/** The sheets of changes to the labels of a host, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const labelSheets: Pick<ActionSheets, 'labels'> = {
  labels: lazySheet(async () => (await import('./label-job-sheet')).LabelJobSheet),
};
