'use client';
/** The hosts of the cloud: one table, grouped by personality, every state of it in the URL. */
import { Server } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { oddRows } from '@/components/table/odd-rows';
import type { TableView } from '@/components/table/props';
import { useHostClocks } from '@/components/timing/use-host-clocks';
import { EmptyState } from '@/components/ui/empty-state';
import { isChanging, personalityGroup } from '@/lib/domain/host';
import { inView } from '@/lib/domain/host-search';
import { hostUrgency } from '@/lib/domain/host-status';
import { openAction } from '@/lib/queries/action-store';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { HOST_COLUMNS } from './columns';
import { HostCard } from './host-card';
import { hostHref } from './host-identity';
import { LaterHostBulk, LaterHostMenuItems, useActsSoon } from './host-list-later';
import { type HostRow, hostRows, worstSeverity } from './host-row';
import { HostsFailed } from './hosts-failed';

const GROUPS = [
  { id: 'controller', label: 'Controllers' },
  { id: 'storage', label: 'Storage' },
  { id: 'worker', label: 'Workers' },
  { id: 'edgeworker', label: 'Edge workers' },
  { id: 'other', label: 'Other' },
  { id: 'unprovisioned', label: 'Not provisioned' },
];

const urgency = (row: HostRow) => hostUrgency(row.host, worstSeverity(row), row.clock?.trouble?.rank);

const VIEWS: readonly TableView<HostRow>[] = [
  { id: 'all', label: 'All hosts' },
  {
    id: 'attention',
    label: 'Needs attention',
    match: (row) => inView('attention', row.host, row.alarms, row.clock?.trouble),
  },
  { id: 'task', label: 'Task in progress', match: (row) => inView('task', row.host, row.alarms) },
  { id: 'locked', label: 'Locked', match: (row) => inView('locked', row.host, row.alarms) },
  {
    id: 'provisioning',
    label: 'Provisioning',
    match: (row) => inView('provisioning', row.host, row.alarms),
  },
];

/** Counts only once clocks are known: before, its count would be a claim. */
const WITH_CLOCKS: typeof VIEWS = [
  ...VIEWS,
  { id: 'clock', label: 'Clock trouble', match: (row) => row.clock?.asks ?? false },
];

const ROW_KEYS = [
  { key: 'l', label: 'lock', hint: true, run: ({ host }: HostRow) => openAction(host.id, 'lock') },
  { key: 'u', label: 'unlock', run: ({ host }: HostRow) => openAction(host.id, 'unlock') },
];

export function HostList() {
  const router = useRouter();
  useActsSoon();
  const seen = useView('hosts', {});
  const { sums } = useActiveAlarms();
  const alarms = sums?.standing.alarms ?? null;
  const marks = useHostClocks().clocks?.marks;
  const rows = useMemo(
    () => (seen?.data ? hostRows(seen.data.hosts, alarms, marks) : undefined),
    [seen?.data, alarms, marks],
  );
  const odd = useMemo(() => oddRows(seen?.data?.unreadable), [seen?.data]);
  const changing = rows?.filter(({ host }) => isChanging(host)).length ?? 0;
  const every = seen ? Math.round(seen.paceMs / 1000) : null;

  return (
    <DataTable
      id="hosts"
      noun={{ one: 'host', many: 'hosts' }}
      heading="Hosts"
      actions={
        <Link className="btn" href="/hosts/add" prefetch={false}>
          Add host
        </Link>
      }
      columns={HOST_COLUMNS}
      rows={rows}
      rowKey={({ host }) => host.id}
      rowLabel={({ host }) => host.hostname ?? host.mgmtMac ?? host.id}
      {...odd}
      groups={{ of: ({ host }) => personalityGroup(host), order: GROUPS }}
      views={marks ? WITH_CLOCKS : VIEWS}
      defaultSort={{ id: 'host', desc: false }}
      searchPlaceholder="Name, address, MAC"
      lead={
        changing > 0 && every !== null
          ? `Polling every ${every} s, ${changing} ${changing === 1 ? 'task runs' : 'tasks run'}`
          : undefined
      }
      href={({ host }) => hostHref(host)}
      onOpen={({ host }) => router.push(hostHref(host))}
      rowKeys={ROW_KEYS}
      rowMenu={(row) => <LaterHostMenuItems host={row.host} />}
      bulk={(picked) => <LaterHostBulk hosts={picked.map(({ host }) => host)} />}
      card={(row) => <HostCard row={row} />}
      urgency={urgency}
      stale={isStale(seen, serverNow())}
      failed={seen?.error ? <HostsFailed error={seen.error} /> : undefined}
      empty={
        <EmptyState icon={<Server aria-hidden />} title="No hosts yet">
          Boot a node on the pxeboot network and it shows up here.
        </EmptyState>
      }
    />
  );
}
