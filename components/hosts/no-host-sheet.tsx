'use client';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useView } from '@/lib/queries/view';

/** A sheet about a host that is not (yet) in the list: still reading, could not be read, or gone. */
export function NoHostSheet({ title, onClose }: { title: string; onClose: () => void }) {
  const hosts = useView('hosts', {});
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={title}>
      {hosts?.data ? (
        <Note tone="unknown" title="This host is no longer in the inventory." />
      ) : hosts?.error ? (
        <Note tone="unknown" title="The hosts could not be read.">
          {hosts.error.message}
        </Note>
      ) : (
        <SkeletonRows label="Reading the host" />
      )}
    </Sheet>
  );
}
