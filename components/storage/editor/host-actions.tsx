'use client';
/** What can be added to the storage of a host, whatever it is about. What cannot be says why. */
import { Plus } from 'lucide-react';
import type { Host } from '@/lib/domain/host';
import { addOsdVerdict } from '@/lib/domain/storage/editor/osd-rules';
import { createPartitionVerdict } from '@/lib/domain/storage/editor/partition-rules';
import { addGroupVerdict } from '@/lib/domain/storage/editor/volume-rules';
import type { HostStorage } from '@/lib/domain/storage/host-storage';
import { StorageButton } from './storage-button';
import { useStorageSite } from './use-storage-site';

export function HostStorageActions({ host, storage }: { host: Host; storage: HostStorage }) {
  const facts = useStorageSite(host, storage);
  const shared = { hostId: host.id, icon: <Plus size={14} strokeWidth={1.75} aria-hidden /> };
  return (
    <>
      <StorageButton
        {...shared}
        job={{ job: 'create-partition' }}
        verdict={createPartitionVerdict(facts)}
        aria-label="Create partition…"
      >
        Partition
      </StorageButton>
      <StorageButton
        {...shared}
        job={{ job: 'add-group' }}
        verdict={addGroupVerdict(facts)}
        aria-label="Add volume group…"
      >
        Volume group
      </StorageButton>
      <StorageButton
        {...shared}
        job={{ job: 'add-osd' }}
        verdict={addOsdVerdict(facts)}
        aria-label="Add OSD…"
      >
        OSD
      </StorageButton>
    </>
  );
}
