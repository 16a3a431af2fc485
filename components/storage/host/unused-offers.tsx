'use client';
/** What an unused disk can be made of, in the box of its free space: shortcuts to what its details offer, with the reasons, in full. */
import { diskName } from '@/lib/domain/storage/disk';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { addOsdVerdict, osdDiskVerdict } from '@/lib/domain/storage/editor/osd-rules';
import { createPartitionVerdict, partitionDiskVerdict } from '@/lib/domain/storage/editor/partition-rules';
import { mayChangeStorage } from '@/lib/domain/storage/editor/rules';
import type { StorageNode } from '@/lib/domain/storage/layout';
import { rowKey } from '@/lib/domain/storage/storage-href';
import { openHostStorageJob } from '@/lib/queries/storage-jobs';
import { useViewer } from '@/lib/queries/viewer';
import { useStorageSite } from '../editor/use-storage-site';
import { leftOf, topOf, widthOf } from './storage-geometry';
import type { HostStorageModel } from './use-host-storage';

type Offer = {
  node: StorageNode;
  /** The disk, as a person calls it. */
  disk: string;
  jobs: { label: string; job: HostStorageJob }[];
};

/** Of each unused disk what can be done now; nothing for who may not. */
export function useUnusedOffers({ host, storage, layout }: HostStorageModel): Offer[] {
  const facts = useStorageSite(host, storage);
  const { viewer } = useViewer();
  if (!mayChangeStorage(viewer).ok) return [];
  return storage.disks.flatMap((disk): Offer[] => {
    const node = layout.byKey.get(`free:${disk.id}`);
    if (!node || !layout.byKey.get(rowKey('disk', disk.id))?.quiet) return [];
    const partition = createPartitionVerdict(facts).ok && partitionDiskVerdict(disk, facts).ok;
    const osd = addOsdVerdict(facts).ok && osdDiskVerdict(disk, facts).ok;
    const jobs: Offer['jobs'] = [
      ...(partition
        ? [{ label: 'Create partition', job: { job: 'create-partition' as const, disk: disk.id } }]
        : []),
      ...(osd ? [{ label: 'Add OSD', job: { job: 'add-osd' as const, disk: disk.id } }] : []),
    ];
    return jobs.length > 0 ? [{ node, disk: diskName(disk), jobs }] : [];
  });
}

export function UnusedOffers({ offers, hostId }: { offers: readonly Offer[]; hostId: string }) {
  return offers.map(({ node, disk, jobs }) => (
    <span
      key={node.key}
      className="pointer-events-none absolute flex items-center gap-1.5 px-2.5 text-small text-ink-3"
      style={{
        left: `${leftOf(node.column) / 10}%`,
        width: `${widthOf(node.column) / 10}%`,
        top: topOf(node) + 17,
        height: 24,
      }}
    >
      {jobs.map(({ label, job }, index) => (
        <span key={label} className="flex items-center gap-1.5">
          {index > 0 && 'or'}
          <button
            type="button"
            className="link pointer-events-auto h-6"
            aria-label={`${label} on ${disk}`}
            onClick={() => openHostStorageJob(hostId, job)}
          >
            {label}
          </button>
        </span>
      ))}
    </span>
  ));
}
