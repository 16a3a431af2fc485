'use client';
/** Which version every host runs, and where it stands in an upgrade. */
import { useMemo } from 'react';
import { DataTable } from '@/components/table/data-table';
import { unreadKube } from '@/lib/domain/kube/kube';
import { type KubeHostRow, type KubeSituation, kubeRows } from '@/lib/domain/kube/situation';
import { HOST_COLUMNS, HostCard, hostUrgency, nameOf } from './host-columns';
import { HostMenu } from './host-menu';

const keyOf = ({ host }: KubeHostRow): string => host.id;
const SORT = { id: 'host', desc: false };

export function HostPanel({ situation, stale }: { situation: KubeSituation; stale: boolean }) {
  const { kube, hosts } = situation;
  const rows = useMemo(() => kubeRows({ kube, hosts }), [kube, hosts]);
  const unread = unreadKube(kube, 'hosts');
  return (
    <section aria-label="Hosts">
      <DataTable
        id="kube-hosts"
        noun={{ one: 'host', many: 'hosts' }}
        columns={HOST_COLUMNS}
        rows={unread === null ? rows : undefined}
        rowKey={keyOf}
        rowLabel={nameOf}
        defaultSort={SORT}
        searchPlaceholder="Host, version, status"
        href={({ host }) => `/hosts/${encodeURIComponent(host.hostname ?? host.id)}`}
        rowMenu={(row) => <HostMenu row={row} />}
        card={(row) => <HostCard row={row} />}
        urgency={hostUrgency}
        keys="focus"
        stale={stale}
        empty={<p className="px-3.5 py-3 text-ink-2">The platform lists no host that runs Kubernetes.</p>}
        failed={
          <p className="px-3.5 py-3 text-unk-fg">
            Unknown. <span className="mono">{unread}</span>
          </p>
        }
      />
    </section>
  );
}
