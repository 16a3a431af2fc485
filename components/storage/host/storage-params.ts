/** What the address says of a host's storage besides what its table does: the table, the way to look, what is followed. */
import { oneOf, textParam } from '@/lib/url/params';

export const STORAGE_TABLES = ['disks', 'partitions', 'volumes', 'groups', 'osds', 'filesystems'] as const;
export type StorageTableId = (typeof STORAGE_TABLES)[number];

export const STORAGE_PARAMS = {
  show: oneOf(['drawing', 'table']).withDefault('drawing'),
  /** Null: the table of what is open. */
  table: oneOf(STORAGE_TABLES),
  trace: textParam,
  q: textParam,
};
