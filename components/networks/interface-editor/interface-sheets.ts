'use client';
/** The sheets of changes to the network of a host, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const interfaceSheets: Pick<ActionSheets, 'interfaces'> = {
  interfaces: lazySheet(async () => (await import('./interface-job-sheet')).InterfaceJobSheet),
};
