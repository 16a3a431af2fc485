/** Said in place of a part that could not be read: its list is empty then, which does not mean none. */
import {
  type CloudStorage,
  type CloudStoragePart,
  unreadCloudStorage,
} from '@/lib/domain/storage/cloud-storage';

export function Unread({ storage, part }: { storage: CloudStorage; part: CloudStoragePart }) {
  const message = unreadCloudStorage(storage, part);
  if (message === null) return null;
  return (
    <p className="text-unk-fg">
      Unknown. <span className="mono [overflow-wrap:anywhere]">{message}</span>
    </p>
  );
}

export const isUnread = (storage: CloudStorage, part: CloudStoragePart): boolean =>
  unreadCloudStorage(storage, part) !== null;
