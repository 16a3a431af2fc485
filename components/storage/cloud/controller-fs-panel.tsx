'use client';
/** Filesystems of the controllers, with what the platform is doing to them; and those of hosts that are not settled. */
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import { type Host, hostName } from '@/lib/domain/host';
import { controllerFsChanging } from '@/lib/domain/storage/cloud/controller-fs';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { formatGib } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { Capped } from './capped';
import { HostLink } from './host-link';
import { isUnread, Unread } from './unread';

type Props = { storage: CloudStorage; hosts: readonly Host[]; action?: ReactNode };

export function ControllerFsPanel({ storage, hosts, action }: Props) {
  const { controllerFilesystems: all, filesystems } = storage;
  return (
    <Panel title="Filesystems of the controllers" actions={action} padded>
      <Unread storage={storage} part="controllerFilesystems" />
      {all.length === 0 && !isUnread(storage, 'controllerFilesystems') && <p className="text-ink-3">None.</p>}
      <ul aria-label="Filesystems of the controllers" className="flex flex-col gap-1.5">
        {all.map((fs) => (
          <li key={fs.id} className="grid grid-cols-[minmax(0,1fr)_auto_5rem] items-center gap-3">
            <span className="mono [overflow-wrap:anywhere]">{fs.name}</span>
            <span className={controllerFsChanging(fs) ? 'text-accent' : 'text-ink-3'}>
              {fs.status === null ? (
                <span className="text-unk-fg">State unknown</span>
              ) : controllerFsChanging(fs) ? (
                raiseFirst(fs.status.replaceAll('_', ' '))
              ) : fs.replicated ? (
                'On both by DRBD'
              ) : (
                'Not replicated'
              )}
            </span>
            <span className="text-right tabular-nums">
              {fs.sizeGib === null ? <span className="text-unk-fg">Unknown</span> : formatGib(fs.sizeGib)}
            </span>
          </li>
        ))}
      </ul>
      <h3 className="pt-3 pb-1.5 text-small text-ink-3">Filesystems of hosts</h3>
      <Unread storage={storage} part="filesystems" />
      {!isUnread(storage, 'filesystems') && filesystems.unsettled.length === 0 && (
        <p className="text-ink-3">{formatCount(filesystems.count)}, each ready or in use.</p>
      )}
      {filesystems.unsettled.length > 0 && (
        <Capped
          label="Filesystems of hosts that are changing"
          rows={filesystems.unsettled}
          most={6}
          rowKey={({ id }) => id}
        >
          {(fs) => {
            const host = hosts.find(({ id }) => id === fs.hostId);
            return (
              <span className="flex flex-wrap items-center gap-x-2">
                <HostLink hostname={host ? hostName(host) : null} hostId={fs.hostId} />
                <span className="mono">{fs.name}</span>
                <span className={fs.state === null ? 'text-unk-fg' : 'text-accent'}>
                  {fs.state ?? 'State unknown'}
                </span>
              </span>
            );
          }}
        </Capped>
      )}
    </Panel>
  );
}
