'use client';
/** The sheet of a change to the registry, fetched when it is first opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const registrySheets: Pick<ActionSheets, 'registry'> = {
  registry: lazySheet(async () => (await import('./registry-sheet')).RegistrySheet),
};
