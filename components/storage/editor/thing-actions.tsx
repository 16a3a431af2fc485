'use client';
/** What can be changed of one thing of the storage of a host. What cannot be says why. */
import type { Disk } from '@/lib/domain/storage/disk';
import type { StorageFacts } from '@/lib/domain/storage/editor/facts';
import * as osd from '@/lib/domain/storage/editor/osd-rules';
import * as partitionRules from '@/lib/domain/storage/editor/partition-rules';
import * as volume from '@/lib/domain/storage/editor/volume-rules';
import { wipeVerdict } from '@/lib/domain/storage/editor/wipe-rules';
import { bothOf } from '@/lib/domain/storage/editor/words';
import type { Partition } from '@/lib/domain/storage/partition';
import type { StorageFunction } from '@/lib/domain/storage/storage-function';
import type { PhysicalVolume, VolumeGroup } from '@/lib/domain/storage/volume-group';
import { StorageButton } from './storage-button';

type Props<T> = { own: T; facts: StorageFacts };

export function DiskActions({ own, facts }: Props<Disk>) {
  const hostId = facts.host.id;
  return (
    <>
      <StorageButton
        hostId={hostId}
        job={{ job: 'create-partition', disk: own.id }}
        verdict={bothOf(
          partitionRules.createPartitionVerdict(facts),
          partitionRules.partitionDiskVerdict(own, facts),
        )}
      >
        Create partition…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'add-volume', on: { disk: own.id } }}
        verdict={volume.volumeDiskVerdict(own, facts)}
      >
        Add to group…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'add-osd', disk: own.id }}
        verdict={bothOf(osd.addOsdVerdict(facts), osd.osdDiskVerdict(own, facts))}
      >
        Add OSD…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'add-journal', disk: own.id }}
        verdict={bothOf(osd.addJournalVerdict(facts), osd.journalDiskVerdict(own, facts))}
      >
        Use for journals…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'wipe-disk', disk: own.id }}
        verdict={wipeVerdict(own, facts)}
        variant="danger"
      >
        Wipe…
      </StorageButton>
    </>
  );
}

export function PartitionActions({ own, facts }: Props<Partition>) {
  const hostId = facts.host.id;
  const disk = facts.disks.find(({ id }) => id === own.diskId);
  return (
    <>
      <StorageButton
        hostId={hostId}
        job={{ job: 'grow-partition', partition: own.id }}
        verdict={partitionRules.growPartitionVerdict(own, facts, disk)}
      >
        Grow…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'add-volume', on: { partition: own.id } }}
        verdict={volume.volumePartitionVerdict(own, '', facts)}
      >
        Add to group…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'delete-partition', partition: own.id }}
        verdict={partitionRules.deletePartitionVerdict(own, facts)}
        variant="danger"
      >
        Delete…
      </StorageButton>
    </>
  );
}

export function VolumeActions({ own, facts }: Props<PhysicalVolume>) {
  return (
    <StorageButton
      hostId={facts.host.id}
      job={{ job: 'remove-volume', volume: own.id }}
      verdict={volume.removeVolumeVerdict(own, facts)}
      variant="danger"
    >
      Remove…
    </StorageButton>
  );
}

export function GroupActions({ own, facts }: Props<VolumeGroup>) {
  const hostId = facts.host.id;
  return (
    <>
      <StorageButton
        hostId={hostId}
        job={{ job: 'add-volume', group: own.name }}
        verdict={volume.addToGroupVerdict(own, facts)}
      >
        Add physical volume…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'change-group', group: own.name }}
        verdict={volume.changeGroupVerdict(own, facts)}
      >
        Parameters…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'remove-group', group: own.name }}
        verdict={volume.removeGroupVerdict(own, facts)}
        variant="danger"
      >
        Remove…
      </StorageButton>
    </>
  );
}

export function OsdActions({ own, facts }: Props<StorageFunction>) {
  if (own.diskId === null) return null;
  const hostId = facts.host.id;
  return (
    <>
      <StorageButton
        hostId={hostId}
        job={{ job: 'change-journal', disk: own.diskId }}
        verdict={osd.changeJournalVerdict(own, facts)}
      >
        Journal…
      </StorageButton>
      <StorageButton
        hostId={hostId}
        job={{ job: 'remove-osd', disk: own.diskId }}
        verdict={osd.removeOsdVerdict(own, facts)}
        variant="danger"
      >
        Delete…
      </StorageButton>
    </>
  );
}

export function JournalActions({ own, facts }: Props<StorageFunction>) {
  if (own.diskId === null) return null;
  return (
    <StorageButton
      hostId={facts.host.id}
      job={{ job: 'remove-journal', disk: own.diskId }}
      verdict={osd.removeJournalVerdict(facts)}
      variant="danger"
    >
      Delete…
    </StorageButton>
  );
}
