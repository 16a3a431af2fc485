/** Changes to the storage of the cloud, each one request to sysinv. Everything is meant by name, a monitor by its host. */
import type { Pool } from '../backend';
import type { FsSize } from '../fs-size';
import { sizesWords } from '../fs-size';

/** Kinds that people add here. An external Ceph needs a file of its own configuration, and is added with the command line. */
export const ADDABLE_KINDS = ['ceph-rook', 'ceph', 'file', 'lvm', 'external'] as const;
export type AddableKind = (typeof ADDABLE_KINDS)[number];

export type NewBackend = {
  kind: AddableKind;
  name: string;
  services: readonly string[];
  /** Of Ceph: how many copies, and with how many of them it still works. null: the platform's own. */
  replication: number | null;
  minReplication: number | null;
  /** Of Rook: controller, dedicated, open. */
  deploymentModel: string | null;
  /** Of a second bare-metal Ceph: the tier that it is on, by name. */
  tier: string | null;
};

/** What changes; what is left out stays. */
export type BackendChange = {
  services?: readonly string[];
  replication?: number;
  minReplication?: number;
  deploymentModel?: string;
};

export type StorageCall =
  | ({ do: 'backend.add' } & NewBackend)
  | { do: 'backend.change'; name: string; to: BackendChange }
  | { do: 'backend.quotas'; name: string; gib: Readonly<Partial<Record<Pool, number>>> }
  | { do: 'backend.delete'; name: string }
  | { do: 'tier.create'; name: string; cluster: string }
  | { do: 'tier.rename'; name: string; to: string }
  | { do: 'tier.delete'; name: string }
  | { do: 'monitor.add'; host: string; hostId: string }
  | { do: 'monitor.resize'; host: string; sizeGib: number }
  | { do: 'monitor.delete'; host: string }
  /** All that are resized in one request. */
  | { do: 'controllerfs.resize'; sizes: readonly FsSize[] };

/** What a person may open to change storage: one sheet each. */
export type StorageJob =
  | { job: 'add-backend' }
  | { job: 'change-backend'; name: string }
  | { job: 'quotas'; name: string }
  | { job: 'delete-backend'; name: string }
  | { job: 'create-tier' }
  | { job: 'rename-tier'; name: string }
  | { job: 'delete-tier'; name: string }
  | { job: 'add-monitor' }
  | { job: 'resize-monitor'; host: string }
  | { job: 'delete-monitor'; host: string }
  | { job: 'controller-filesystems' };

/** What a call does, as a step says it. */
export function storageCallTitle(call: StorageCall): string {
  switch (call.do) {
    case 'backend.add':
      return `Add backend ${call.name} (${call.kind})`;
    case 'backend.change':
      return `Change backend ${call.name}`;
    case 'backend.quotas':
      return `Change quotas of ${call.name}`;
    case 'backend.delete':
      return `Delete backend ${call.name}`;
    case 'tier.create':
      return `Create tier ${call.name}`;
    case 'tier.rename':
      return `Rename tier ${call.name} to ${call.to}`;
    case 'tier.delete':
      return `Delete tier ${call.name}`;
    case 'monitor.add':
      return `Add a monitor on ${call.host}`;
    case 'monitor.resize':
      return `Resize the monitor of ${call.host} to ${call.sizeGib} GiB`;
    case 'monitor.delete':
      return `Delete the monitor of ${call.host}`;
    case 'controllerfs.resize':
      return `Resize ${sizesWords(call.sizes)} on the controllers`;
  }
}
