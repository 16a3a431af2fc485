'use client';
/** What each host follows, with the NTP servers of the cloud and the older single PTP configuration above it. */
import { Server } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { PageHeader } from '@/components/shell/page';
import type { Column } from '@/components/table/column';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { hostName } from '@/lib/domain/host';
import { counted } from '@/lib/domain/words';
import { openClockJob } from '@/lib/queries/action-store';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { ClockConfigTabs } from './clock-config-tabs';
import { Failed } from './failed';
import { JobButton } from './job-button';
import { NtpPanels } from './ntp-panels';

type SourceRow = {
  id: string;
  name: string;
  /** null: has no name that the platform knows it by yet. */
  hostname: string | null;
  follows: string | null;
  /** null: the configuration could not be read. */
  instances: readonly string[] | null;
};

const followWords = (follows: string | null): string =>
  follows === 'ntp' || follows === 'ptp' ? follows.toUpperCase() : (follows ?? 'Unknown');

const COLUMNS: readonly Column<SourceRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: ({ name }) => name,
    render: ({ id, name, hostname }) => (
      <Link className="link mono" href={`/hosts/${encodeURIComponent(hostname ?? id)}`}>
        {name}
      </Link>
    ),
    width: { min: 160 },
    canHide: false,
  },
  {
    id: 'follows',
    label: 'Follows',
    value: ({ follows }) => followWords(follows),
    facet: {},
    width: { min: 104 },
  },
  {
    id: 'instances',
    label: 'PTP instances',
    value: ({ instances }) => (instances === null ? null : instances.join(' ')),
    render: ({ follows, instances }) => {
      if (instances === null) return <span className="text-unk-fg">Unknown</span>;
      if (instances.length > 0) return <span className="mono">{instances.join(', ')}</span>;
      return follows === 'ptp' ? (
        <span className="text-minor-fg">None: it cannot be unlocked once locked</span>
      ) : (
        <span className="text-ink-3">None</span>
      );
    },
    width: { min: 240, grow: true },
  },
  {
    id: 'change',
    label: 'Change',
    value: () => null,
    render: ({ hostname, name }) => (
      <JobButton
        variant="ghost"
        aria-label={`Change what ${name} follows…`}
        job={{ job: 'follow', host: hostname ?? '' }}
        why={hostname === null ? 'It has no name yet' : null}
      >
        Change…
      </JobButton>
    ),
    sortable: false,
    searchable: false,
    csv: false,
    align: 'end',
    width: { min: 112 },
  },
];

const keyOf = ({ id }: SourceRow) => id;

export function SourceList() {
  const hosts = useView('hosts', {});
  const config = useView('ptpConfig', {});
  const rows = useMemo(() => {
    const byHost = new Map<string, string[]>();
    for (const { name, hosts: on } of config?.data?.instances ?? []) {
      for (const host of on) byHost.set(host, [...(byHost.get(host) ?? []), name]);
    }
    return hosts?.data?.hosts.map(
      (host): SourceRow => ({
        ...{ id: host.id, name: hostName(host), hostname: host.hostname },
        follows: host.clockSynchronization,
        instances: config?.data ? (byHost.get(host.hostname ?? '') ?? []) : null,
      }),
    );
  }, [hosts?.data, config?.data]);
  return (
    <>
      <PageHeader title="NTP and sources" plainName />
      <ClockConfigTabs />
      <NtpPanels />
      <DataTable
        id="clock-sources"
        noun={{ one: 'host', many: 'hosts' }}
        columns={COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={({ name }) => name}
        defaultSort={{ id: 'host', desc: false }}
        searchPlaceholder="Host, instance"
        onOpen={({ hostname }) => {
          if (hostname !== null) openClockJob({ job: 'follow', host: hostname });
        }}
        card={(row) => <SourceCard row={row} />}
        stale={isStale(hosts, serverNow())}
        failed={hosts?.error ? <Failed error={hosts.error} what="Hosts" /> : undefined}
        empty={
          <EmptyState icon={<Server aria-hidden />} title="No hosts">
            The inventory is empty.
          </EmptyState>
        }
      />
    </>
  );
}

function SourceCard({ row: { name, follows, instances } }: { row: SourceRow }) {
  return (
    <span className="flex items-center gap-2">
      <span className="mono min-w-0 flex-1 font-medium text-title">{name}</span>
      <span className="text-ink-2">{followWords(follows)}</span>
      <span className="text-ink-3">
        {instances === null ? 'Unknown' : counted(instances.length, 'instance')}
      </span>
    </span>
  );
}
