'use client';
/** The sheets of hosts, each fetched when it is first opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const hostSheets: Pick<ActionSheets, 'host' | 'hosts' | 'edit' | 'capacity'> = {
  host: lazySheet(async () => (await import('./preflight-sheet')).PreflightSheet),
  hosts: lazySheet(async () => (await import('./preflight-bulk')).PreflightBulk),
  capacity: lazySheet(async () => (await import('./capacity/capacity-job-sheet')).CapacityJobSheet),
  edit: lazySheet(async () => (await import('./edit-host-sheet')).EditHostSheet),
};
