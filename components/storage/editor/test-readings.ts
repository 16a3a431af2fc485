/** For tests of the sheets: what the views say of a host and its cloud. */
import type { StorageFacts } from '@/lib/domain/storage/editor/facts';
import { storageFacts, testBackend } from '@/lib/domain/storage/editor/test-facts';
import { testHostStorage } from '@/lib/domain/storage/test-storage';
import { testLocked } from '@/lib/domain/test-facts';

/** @param cloud what the view of its storage says; by itself: could not be read */
export function readings(
  more: Partial<StorageFacts> = {},
  cloud: object = { data: undefined, error: { message: 'no' } },
) {
  const { host, system, hosts, ...facts } = storageFacts(more);
  const { disks, partitions, physicalVolumes, volumeGroups, storageFunctions } = facts;
  return {
    hosts: { data: { hosts: hosts?.some(({ id }) => id === host.id) ? [host] : [host, ...(hosts ?? [])] } },
    system: { data: system },
    cloudStorage: cloud,
    hostStorage: {
      data: testHostStorage({
        disks,
        partitions,
        physicalVolumes,
        volumeGroups,
        storageFunctions,
        filesystems: facts.filesystems ?? [],
      }),
    },
  };
}
/** A cloud with bare Ceph and two tiers. */
export const ceph = {
  data: {
    ...{
      backends: [testBackend('ceph')],
      cephBackends: [],
      clusters: [],
      monitors: [],
      controllerFilesystems: [],
    },
    tiers: [
      { id: 't1', name: 'storage', osdNumbers: [0, 1] },
      { id: 't2', name: 'gold', osdNumbers: [] },
    ],
    ...{
      storageFunctions: [],
      volumeGroups: [],
      filesystems: { count: 0, unsettled: [] },
      unread: [],
      unreadable: [],
    },
  },
};
export const storage0 = testLocked({
  personality: 'storage',
  subfunctions: ['storage'],
  hostname: 'storage-0',
});
