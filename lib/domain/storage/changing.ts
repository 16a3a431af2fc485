/** Is the platform at work on the storage of a host, so that a viewer wants to follow closely? */
import { isSettledFs } from './cloud-storage';
import type { HostStorage } from './host-storage';
import { partitionState } from './partition';

/** What waits for an unlock is not under way. */
export function isStorageChanging(
  storage: Pick<HostStorage, 'partitions' | 'storageFunctions' | 'filesystems'>,
): boolean {
  return (
    storage.partitions.some((one) => partitionState(one)?.phase === 'changing') ||
    storage.storageFunctions.some(({ state }) => state === 'configuring') ||
    storage.filesystems.some((one) => one.state !== null && !isSettledFs(one) && !/unlock/i.test(one.state))
  );
}
