'use client';
import { Fragment } from 'react';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { PciDevice } from '@/lib/domain/host-parts';
import type { Failure } from '@/lib/domain/result';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';

/** What stands on this host, as far as sysinv knows it. Pods are not among that: Kubernetes is not asked here. */
export function CarriesPanel({ hostId }: { hostId: string }) {
  const labels = useView('hostLabels', { hostId });
  const networks = useView('hostDataNetworks', { hostId });
  const devices = useView('hostDevices', { hostId });
  const names = [...new Set(networks?.data?.rows.map(({ network }) => network) ?? [])].sort();
  return (
    <Panel title="What this host carries" padded>
      <Kv>
        <KvRow term="Labels">
          <List
            items={labels?.data?.rows.map(({ key, value }) => (value === null ? key : `${key}=${value}`))}
            error={labels?.error}
          />
        </KvRow>
        <KvRow term="Data networks">
          <List items={networks?.data ? names : undefined} error={networks?.error} />
        </KvRow>
        <KvRow term="Devices">
          <List items={devices?.data?.rows.filter(isTelling).map(deviceWords)} error={devices?.error} />
        </KvRow>
      </Kv>
    </Panel>
  );
}

/** Enabled for workloads, or split into virtual functions: the rest is part of the box. */
const isTelling = (device: PciDevice) => device.enabled === true || (device.virtualFunctions ?? 0) > 0;

function deviceWords({ name, device, address, virtualFunctions }: PciDevice): string {
  const vfs = virtualFunctions ? `, ${formatCounted(virtualFunctions, 'VF')}` : '';
  return `${device ?? name ?? address ?? 'unknown device'}${vfs}`;
}

function List({ items, error }: { items: readonly string[] | undefined; error: Failure | undefined }) {
  // Not read yet is not unknown: nobody has failed to answer.
  if (!items && !error) return <SkeletonBlock className="h-4 w-32" />;
  if (!items) return <span className="text-unk-fg">Unknown. {error?.message}</span>;
  if (items.length === 0) return <span className="text-ink-3">None</span>;
  return (
    <span className="mono [overflow-wrap:anywhere]">
      {items.map((item, index) => (
        <Fragment key={item}>
          {index > 0 && <br />}
          {item}
        </Fragment>
      ))}
    </span>
  );
}
