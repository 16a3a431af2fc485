/** What the parts of a reading are called. */
import type { CloudStoragePart } from '../cloud-storage';

export const PART_WORDS: Record<CloudStoragePart, { one: string; many: string }> = {
  backends: { one: 'backend', many: 'backends' },
  cephBackends: { one: 'Ceph backend', many: 'quotas of Ceph' },
  tiers: { one: 'tier', many: 'tiers' },
  clusters: { one: 'cluster', many: 'clusters' },
  monitors: { one: 'monitor', many: 'monitors' },
  controllerFilesystems: { one: 'controller filesystem', many: 'filesystems of the controllers' },
  storageFunctions: { one: 'OSD', many: 'OSDs' },
  volumeGroups: { one: 'volume group', many: 'volume groups' },
  filesystems: { one: 'host filesystem', many: 'filesystems of hosts' },
};
