'use client';
/** Ceph: what is known of its health, its tiers, its monitors, and its OSDs by host. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import type { AlarmList } from '@/lib/domain/alarm';
import type { Host } from '@/lib/domain/host';
import type { Monitor, Tier } from '@/lib/domain/storage/backend';
import { isRook } from '@/lib/domain/storage/cloud/backend-rows';
import { osdHosts } from '@/lib/domain/storage/cloud/osd-rows';
import { cephHealth } from '@/lib/domain/storage/cloud/storage-alarms';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { formatGib } from '@/lib/format/bytes';
import { formatCounted } from '@/lib/format/number';
import { AlarmLine } from './alarm-line';
import { Capped } from './capped';
import { HostLink } from './host-link';
import { PhaseMark } from './phase-mark';
import { isUnread, Unread } from './unread';

const SHOWN = 8;

type Props = {
  storage: CloudStorage;
  hosts: readonly Host[];
  alarms: AlarmList | null;
  /** Beside the headings. */
  tierAction?: ReactNode;
  monitorAction?: ReactNode;
  tierActions?: (tier: Tier) => ReactNode;
  monitorActions?: (monitor: Monitor) => ReactNode;
};

/** Is there a Ceph of the platform's own? What could not be read may be one. */
export const hasCeph = (storage: CloudStorage): boolean =>
  storage.clusters.length + storage.tiers.length + storage.monitors.length > 0 ||
  storage.storageFunctions.length > 0 ||
  storage.backends.some(({ kind }) => kind === 'ceph' || kind === 'ceph-rook') ||
  (['clusters', 'tiers', 'monitors', 'storageFunctions'] as const).some((part) => isUnread(storage, part));

export function CephPanel({ storage, hosts, alarms, ...actions }: Props) {
  const { clusters, tiers, monitors, storageFunctions } = storage;
  const rook = storage.backends.some(isRook);
  const onHosts = osdHosts(storageFunctions, hosts);
  return (
    <Panel
      title="Ceph"
      meta={
        clusters
          .map(({ name, deploymentModel }) => `${name}${deploymentModel ? `, ${deploymentModel}` : ''}`)
          .join('; ') || undefined
      }
      padded
    >
      <div className="flex flex-col gap-4">
        <Health alarms={alarms} rook={rook} />
        <Unread storage={storage} part="clusters" />
        <Part title="Tiers" action={actions.tierAction}>
          <Unread storage={storage} part="tiers" />
          {tiers.length === 0 && !isUnread(storage, 'tiers') && <p className="text-ink-3">None.</p>}
          <ul aria-label="Tiers" className="flex flex-col gap-1.5">
            {tiers.map((tier) => (
              <li key={tier.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="mono font-medium [overflow-wrap:anywhere]">{tier.name}</span>
                <span className={tier.status === null ? 'text-unk-fg' : 'text-ink-2'}>
                  {tier.status ?? 'Status unknown'}
                </span>
                <span className="text-ink-3">{formatCounted(tier.osdNumbers.length, 'OSD')}</span>
                <RowActions>{actions.tierActions?.(tier)}</RowActions>
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Monitors" action={actions.monitorAction}>
          <Unread storage={storage} part="monitors" />
          {monitors.length === 0 && !isUnread(storage, 'monitors') && (
            <p className="text-ink-3">
              {rook
                ? 'sysinv lists none: Rook places them by the function of host filesystem ceph.'
                : 'None.'}
            </p>
          )}
          <ul aria-label="Monitors" className="flex flex-col gap-1.5">
            {monitors.map((monitor) => (
              <li key={monitor.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <HostLink hostname={monitor.hostname} hostId={monitor.hostId} />
                <PhaseMark state={monitor.state} />
                <span className="text-ink-3 tabular-nums">
                  {monitor.sizeGib === null ? 'Size unknown' : formatGib(monitor.sizeGib)}
                </span>
                {monitor.task !== null && (
                  <span className="mono text-small [overflow-wrap:anywhere]">{monitor.task}</span>
                )}
                <RowActions>{actions.monitorActions?.(monitor)}</RowActions>
              </li>
            ))}
          </ul>
        </Part>
        <Part
          title="OSDs by host"
          action={
            <Link className="link" href="/storage/osds">
              All OSDs
            </Link>
          }
        >
          <Unread storage={storage} part="storageFunctions" />
          {onHosts.length === 0 && !isUnread(storage, 'storageFunctions') && (
            <p className="text-ink-3">None.</p>
          )}
          {onHosts.length > 0 && (
            <Capped
              label="OSDs by host"
              rows={onHosts}
              most={SHOWN}
              rowKey={({ hostId }) => hostId ?? 'unknown'}
              href="/storage/osds"
            >
              {({ hostname, hostId, states, journals, host }) => (
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <HostLink hostname={hostname} hostId={hostId} />
                  {host?.peerGroup && <span className="text-ink-3">{host.peerGroup}</span>}
                  {states.map(({ state, count }) => (
                    <PhaseMark key={String(state)} state={state} count={count} />
                  ))}
                  {journals > 0 && <span className="text-ink-3">{formatCounted(journals, 'journal')}</span>}
                </span>
              )}
            </Capped>
          )}
          <p className="mt-2 text-small text-ink-3">
            States of OSDs are those of their configuration. Whether one is up, sysinv does not tell.
          </p>
        </Part>
      </div>
    </Panel>
  );
}

function Health({ alarms, rook }: { alarms: AlarmList | null; rook: boolean }) {
  const health = cephHealth(alarms);
  if (health.word === 'alarmed') {
    return (
      <ul aria-label="Alarms of Ceph" className="flex flex-col gap-2">
        {health.alarms.map((alarm) => (
          <li key={alarm.id}>
            <AlarmLine alarm={alarm} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Note tone="unknown" title={health.word === 'quiet' ? 'No alarm of Ceph is active.' : 'Health unknown.'}>
      {health.word === 'unknown' && `${health.why}. `}
      {rook
        ? 'The health of Ceph by Rook is in Kubernetes, which this console does not ask.'
        : "The health itself is in Ceph's own manager, which this console does not ask."}
    </Note>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-1.5">
        <h3 className="text-small text-ink-3">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

const RowActions = ({ children }: { children: ReactNode }) =>
  children ? <span className="ml-auto flex flex-wrap gap-1.5">{children}</span> : null;
