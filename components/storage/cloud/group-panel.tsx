'use client';
/** Volume groups of all hosts, those to look at first. */
import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import type { Alarm } from '@/lib/domain/alarm';
import type { Host } from '@/lib/domain/host';
import { type GroupRow, groupRows } from '@/lib/domain/storage/cloud/group-rows';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { volumeState } from '@/lib/domain/storage/volume-group';
import { formatCount } from '@/lib/format/number';
import { Capped } from './capped';
import { GroupBar } from './group-bar';
import { HostLink } from './host-link';
import { isUnread, Unread } from './unread';

const SHOWN = 8;

type Props = { storage: CloudStorage; hosts: readonly Host[]; alarms: readonly Alarm[] };

export function GroupPanel({ storage, hosts, alarms }: Props) {
  const rows = groupRows(storage.volumeGroups, hosts, alarms);
  return (
    <Panel
      title="Volume groups"
      meta={rows.length > 0 ? `${formatCount(rows.length)}, worst first` : undefined}
      actions={
        <Link className="link" href="/storage/groups">
          All volume groups
        </Link>
      }
      padded
    >
      <Unread storage={storage} part="volumeGroups" />
      {rows.length === 0 && !isUnread(storage, 'volumeGroups') && <p className="text-ink-3">None.</p>}
      {rows.length > 0 && (
        <Capped
          label="Volume groups to look at first"
          rows={rows}
          most={SHOWN}
          rowKey={({ group }) => group.id}
          href="/storage/groups"
        >
          {(row) => <GroupLine row={row} />}
        </Capped>
      )}
    </Panel>
  );
}

function GroupLine({ row }: { row: GroupRow }) {
  const { group, hostname } = row;
  const state = volumeState(group.state);
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-3">
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <HostLink hostname={hostname} hostId={group.hostId} />
        <span className="mono text-ink-2 [overflow-wrap:anywhere]">{group.name}</span>
        {state === null ? (
          <span className="text-small text-unk-fg">State unknown</span>
        ) : (
          (state.failed || state.pending) && (
            <span className={`text-small ${state.failed ? 'text-crit-fg' : 'text-accent'}`}>
              {state.word}
            </span>
          )
        )}
      </span>
      <GroupBar row={row} />
    </div>
  );
}
