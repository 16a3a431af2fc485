'use client';
/** What changes to the filesystems of a host are judged by, as it was last read. */
import type { Host } from '@/lib/domain/host';
import type { HostFsFacts } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { unreadStorage } from '@/lib/domain/storage/host-storage';
import { useView } from '@/lib/queries/view';

/** `error`: why there is nothing to judge by. */
export function useHostFsFacts(host: Host): { facts: HostFsFacts | undefined; error: string | undefined } {
  const seen = useView('hostStorage', { hostId: host.id });
  const backends = useView('cloudFact', { fact: 'storageBackends' })?.data;
  const controllerFs = useView('cloudFact', { fact: 'controllerFs' })?.data;
  const unread = seen?.data ? unreadStorage(seen.data, 'filesystems') : null;
  if (!seen?.data || unread !== null) return { facts: undefined, error: unread ?? seen?.error?.message };
  return {
    error: undefined,
    facts: {
      ...{ host, filesystems: seen.data.filesystems, groups: seen.data.volumeGroups },
      rook:
        backends?.name === 'storageBackends'
          ? backends.value.some(({ backend }) => backend === 'ceph-rook')
          : null,
      drbdResizing:
        controllerFs?.name === 'controllerFs'
          ? controllerFs.value.some(({ status }) => status === 'drbd_fs_resizing_in_progress')
          : null,
    },
  };
}
