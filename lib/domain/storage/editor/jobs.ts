/** What a person may open to change the disks of a host: one sheet each. Disks, partitions and volumes by uuid, groups by name. */
import type { DeviceRef } from './calls';

export type HostStorageJob =
  | { job: 'create-partition'; disk?: string; group?: string }
  | { job: 'grow-partition' | 'delete-partition'; partition: string }
  | { job: 'add-group' }
  | { job: 'remove-group' | 'change-group'; group: string }
  /** on: chosen already, such as the partition that was just made. */
  | { job: 'add-volume'; group?: string; on?: DeviceRef }
  | { job: 'remove-volume'; volume: string }
  | { job: 'add-osd' | 'add-journal'; disk?: string }
  | { job: 'remove-osd' | 'change-journal' | 'remove-journal'; disk: string }
  | { job: 'wipe-disk'; disk: string };
