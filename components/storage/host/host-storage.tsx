'use client';
/** Storage tab of a host: what is on its disks, down to the last volume, and the same as tables. */
import { HardDrive } from 'lucide-react';
import { useMedia } from '@/components/table/use-media';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { findHost, type Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { StorageCards } from './storage-cards';
import { StorageDrawing, StorageLegend } from './storage-drawing';
import { StorageNotes } from './storage-notes';
import { STORAGE_PARAMS } from './storage-params';
import { StorageTools } from './storage-tools';
import { StorageTables } from './tables/storage-tables';
import { type HostStorageModel, useHostStorage } from './use-host-storage';
import { useStorageSelection } from './use-storage-selection';

const StorageDrawer = laterPart(async () => (await import('./storage-drawer')).StorageDrawer);

export function HostStorageBody({ hostRef }: { hostRef: string }) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return host ? <Seen host={host} /> : <SkeletonBlock className="h-64" />;
}

function Seen({ host }: { host: Host }) {
  const seen = useHostStorage(host);
  return (
    <>
      <StorageNotes seen={seen} />
      {seen.model ? (
        <Storage model={seen.model} stale={seen.stale} />
      ) : (
        !seen.reading?.error && <SkeletonBlock className="h-64" />
      )}
    </>
  );
}

function Storage({ model, stale }: { model: HostStorageModel; stale: boolean }) {
  const [{ show }] = useParams(STORAGE_PARAMS);
  const selection = useStorageSelection(model);
  const narrow = useMedia('(max-width: 719px)');
  const { open } = selection;
  const nothing = model.layout.nodes.length === 0;
  return (
    <div className="flex min-w-0 gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <StorageTools model={model} selection={selection} />
        {nothing && model.storage.unread.length === 0 && model.storage.unreadable.length === 0 ? (
          <div className="panel">
            <EmptyState
              icon={<HardDrive size={24} strokeWidth={1.5} />}
              title="The platform lists no disks of this host"
            >
              It takes stock of them while the host is installed.
            </EmptyState>
          </div>
        ) : (
          <>
            {show === 'drawing' && !nothing && (
              <>
                <StorageLegend layout={model.layout} />
                {narrow ? (
                  <StorageCards model={model} selection={selection} stale={stale} />
                ) : (
                  <StorageDrawing model={model} selection={selection} stale={stale} />
                )}
              </>
            )}
            <StorageTables model={model} selection={selection} stale={stale} />
          </>
        )}
      </div>
      {open !== null && (
        <StorageDrawer
          model={model}
          at={open}
          onClose={selection.closeDetails}
          onOpen={selection.showDetails}
        />
      )}
    </div>
  );
}
