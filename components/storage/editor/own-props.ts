import type { StorageFacts } from '@/lib/domain/storage/editor/facts';

/** What every sheet about the disks of a host is given. */
export type SheetProps = { facts: StorageFacts; onClose: () => void };

/** The same, about one thing. */
export type OwnProps<T> = SheetProps & { own: T };
