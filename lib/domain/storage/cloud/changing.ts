/** Is the platform at work on the storage of the cloud, so that a viewer wants to follow closely? */
import { isFsChanging } from '../changing';
import type { CloudStorage } from '../cloud-storage';
import { isResizing } from './controller-fs';

/** What waits for a person, to unlock a host or to apply an application, is not under way. */
export function isCloudStorageChanging({
  backends,
  monitors,
  controllerFilesystems,
  filesystems,
}: Pick<CloudStorage, 'backends' | 'monitors' | 'controllerFilesystems' | 'filesystems'>): boolean {
  return (
    [...backends, ...monitors].some(({ state }) => state === 'configuring') ||
    controllerFilesystems.some(isResizing) ||
    filesystems.unsettled.some(isFsChanging)
  );
}
