'use client';
/** Which sheet a change to the filesystems of a host opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { Host } from '@/lib/domain/host';
import { CEPH_FS } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { useView } from '@/lib/queries/view';
import { AddFsSheet } from './add-fs-sheet';
import { DeleteFsSheet } from './delete-fs-sheet';
import { FunctionsSheet } from './functions-sheet';
import { ResizeSheet } from './resize-sheet';
import { useHostFsFacts } from './use-host-fs-facts';

type Props = ActionSheetProps<'hostFilesystems'>;

export function HostFsJobSheet(props: Props) {
  const hosts = useView('hosts', {});
  const list = hosts?.data?.hosts;
  const host = list?.find(({ id }) => id === props.request.hostId);
  if (!host) {
    const gone = list ? 'This host is not in the list any more.' : hosts?.error?.message;
    return <Wait error={gone} onClose={props.onClose} />;
  }
  return <OfHost {...props} host={host} />;
}

function Wait({ error, onClose }: { error: string | undefined; onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title="Change filesystems">
      {error === undefined ? (
        <SkeletonRows label="Reading the filesystems" />
      ) : (
        <Note tone="unknown" title="The filesystems could not be read.">
          {error}
        </Note>
      )}
    </Sheet>
  );
}

function OfHost({ request: { job }, onClose, host }: Props & { host: Host }) {
  const { facts, error } = useHostFsFacts(host);
  if (!facts) return <Wait error={error} onClose={onClose} />;
  const fsOf = (name: string) => facts.filesystems.find((one) => one.name === name);
  switch (job.job) {
    case 'resize':
      return <ResizeSheet facts={facts} onClose={onClose} />;
    case 'add':
      return <AddFsSheet facts={facts} onClose={onClose} />;
    case 'delete': {
      const fs = fsOf(job.name);
      return fs ? (
        <DeleteFsSheet facts={facts} fs={fs} onClose={onClose} />
      ) : (
        <Wait error={`There is no filesystem ${job.name} any more.`} onClose={onClose} />
      );
    }
    case 'functions': {
      const fs = fsOf(CEPH_FS);
      return fs ? (
        <FunctionsSheet facts={facts} fs={fs} onClose={onClose} />
      ) : (
        <Wait error={`There is no filesystem ${CEPH_FS} on this host.`} onClose={onClose} />
      );
    }
  }
}
