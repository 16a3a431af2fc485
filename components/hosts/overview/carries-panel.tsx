'use client';
import Link from 'next/link';
import { Fragment } from 'react';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { Host } from '@/lib/domain/host';
import type { PciDevice } from '@/lib/domain/host-parts';
import { pairWords } from '@/lib/domain/label/label-calls';
import type { Failure } from '@/lib/domain/result';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { hostHref } from '../host-identity';

/** What stands on this host, as far as sysinv knows it. Pods are not among that: Kubernetes is not asked here. */
export function CarriesPanel({ host }: { host: Host }) {
  const hostId = host.id;
  const labels = useView('hostLabels', { hostId });
  const networks = useView('hostDataNetworks', { hostId });
  const devices = useView('hostDevices', { hostId });
  const names = [...new Set(networks?.data?.rows.map(({ network }) => network) ?? [])].sort();
  return (
    <Panel title="What this host carries" padded>
      <Kv>
        <KvRow term="Labels">
          <List
            items={labels?.data?.rows.map(pairWords)}
            error={labels?.error}
            all={{ href: `${hostHref(host)}/labels`, label: 'All labels' }}
          />
        </KvRow>
        <KvRow term="Data networks">
          <List items={networks?.data ? names : undefined} error={networks?.error} />
        </KvRow>
        <KvRow term="Devices">
          <List
            items={devices?.data?.rows.filter(isTelling).map(deviceWords)}
            error={devices?.error}
            all={{ href: `${hostHref(host)}/devices`, label: 'All devices' }}
          />
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

/** So many are told here; the rest is a tab away. */
const MOST = 3;

type ListProps = {
  items: readonly string[] | undefined;
  error: Failure | undefined;
  /** Where all of them are. */
  all?: { href: string; label: string };
};

function List({ items, error, all }: ListProps) {
  // Not read yet is not unknown: nobody has failed to answer.
  if (!items && !error) return <SkeletonBlock className="h-4 w-32" />;
  if (!items) return <span className="text-unk-fg">Unknown. {error?.message}</span>;
  const shown = all ? items.slice(0, MOST) : items;
  const more = items.length - shown.length;
  return (
    <span className="flex flex-col items-start">
      {items.length === 0 ? (
        <span className="text-ink-3">None</span>
      ) : (
        <span className="mono [overflow-wrap:anywhere]">
          {shown.map((item, index) => (
            <Fragment key={item}>
              {index > 0 && <br />}
              {item}
            </Fragment>
          ))}
        </span>
      )}
      {all && (
        <Link
          className="link-quiet text-small text-ink-3 max-md:min-h-11 max-md:content-center"
          href={all.href}
          {...(more > 0 ? { 'aria-label': all.label } : {})}
          prefetch={false}
        >
          {more > 0 ? `+${more}` : all.label}
        </Link>
      )}
    </span>
  );
}
