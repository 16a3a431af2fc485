'use client';
/** Backends of every kind: what the platform has set up, and how far it is with it. */
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import type { Alarm } from '@/lib/domain/alarm';
import {
  type BackendRow,
  backendName,
  backendRows,
  isRook,
  kindWord,
} from '@/lib/domain/storage/cloud/backend-rows';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { AlarmLine } from './alarm-line';
import { PhaseMark } from './phase-mark';
import { QuotaLines } from './quota-lines';
import { RookLine } from './rook-line';
import { isUnread, Unread } from './unread';

type Props = {
  storage: CloudStorage;
  alarms: readonly Alarm[];
  /** Beside the title. */
  action?: ReactNode;
  /** At the end of a backend. */
  rowActions?: (row: BackendRow) => ReactNode;
};

export function BackendPanel({ storage, alarms, action, rowActions }: Props) {
  const rows = backendRows(storage, alarms);
  return (
    <Panel title="Backends" meta={rows.length > 0 ? String(rows.length) : undefined} actions={action} padded>
      <Unread storage={storage} part="backends" />
      {rows.length === 0 && !isUnread(storage, 'backends') && (
        <p className="text-ink-3">None. Applications have no persistent storage from the platform.</p>
      )}
      <ul aria-label="Backends" className="flex flex-col">
        {rows.map((row) => (
          <li
            key={row.backend.id}
            className="border-hair border-t py-3 first:border-t-0 first:pt-0 last:pb-0"
          >
            <BackendCard row={row} storage={storage}>
              {rowActions?.(row)}
            </BackendCard>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function BackendCard({
  row,
  storage,
  children,
}: {
  row: BackendRow;
  storage: CloudStorage;
  children?: ReactNode;
}) {
  const { backend, alarms } = row;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="mono min-w-0 font-medium [overflow-wrap:anywhere]">{backendName(backend)}</span>
        <span className="text-ink-2">{kindWord(backend.kind)}</span>
        <PhaseMark state={backend.state} />
        {children && <span className="ml-auto flex flex-wrap gap-1.5">{children}</span>}
      </div>
      {backend.task !== null && (
        <p>
          <span className="text-ink-3">Task</span>{' '}
          <span className="mono [overflow-wrap:anywhere]">{backend.task}</span>
        </p>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-0.5">
        <Fact term="Services">{backend.services.join(', ') || 'None'}</Fact>
        {backend.replication !== null && (
          <Fact term="Replication">
            {`${backend.replication}, at least ${backend.minReplication ?? 'unknown'}`}
          </Fact>
        )}
        {backend.failureDomain !== null && <Fact term="Failure domain">{backend.failureDomain}</Fact>}
        {backend.deploymentModel !== null && <Fact term="Deployment model">{backend.deploymentModel}</Fact>}
        {backend.network !== null && <Fact term="Network">{backend.network}</Fact>}
        {row.tiers.length > 0 && <Fact term="Tier">{row.tiers.map(({ name }) => name).join(', ')}</Fact>}
      </p>
      <QuotaLines row={row} storage={storage} />
      {isRook(backend) && <RookLine />}
      {alarms.map((alarm) => (
        <AlarmLine key={alarm.id} alarm={alarm} />
      ))}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <span className="min-w-0">
      <span className="text-ink-3">{term}</span> <span className="[overflow-wrap:anywhere]">{children}</span>
    </span>
  );
}
