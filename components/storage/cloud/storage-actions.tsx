'use client';
/** What can be done to the storage of the cloud, each at its place. */
import { Plus } from 'lucide-react';
import type { Host } from '@/lib/domain/host';
import { denied, type Verdict } from '@/lib/domain/result';
import type { Monitor, Tier } from '@/lib/domain/storage/backend';
import { type BackendRow, isBareMetalCeph } from '@/lib/domain/storage/cloud/backend-rows';
import { busyVerdict } from '@/lib/domain/storage/cloud/backend-rules';
import {
  anyMonitorVerdict,
  deleteMonitorVerdict,
  growableMonitorVerdict,
} from '@/lib/domain/storage/cloud/monitor-rules';
import { storageState } from '@/lib/domain/storage/cloud/storage-state';
import { deleteTierVerdict, newTierVerdict, renamableVerdict } from '@/lib/domain/storage/cloud/tier-rules';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { JobButton } from './job-button';
import { isUnread } from './unread';

type Known = { storage: CloudStorage };
const PLUS = <Plus size={14} strokeWidth={1.75} aria-hidden />;

/** What could not be read is no basis for a change. */
const unlessUnread = (
  storage: CloudStorage,
  part: Parameters<typeof isUnread>[1],
  verdict: Verdict,
): Verdict => (isUnread(storage, part) ? denied('It could not be read.') : verdict);

export const AddBackend = ({ storage }: Known) => (
  <JobButton
    job={{ job: 'add-backend' }}
    icon={PLUS}
    verdict={unlessUnread(storage, 'backends', busyVerdict(storage))}
  >
    Add backend…
  </JobButton>
);

export function BackendActions({ row: { backend, ceph }, storage }: Known & { row: BackendRow }) {
  const { name } = backend;
  if (name === null) return null;
  const busy = busyVerdict(storage);
  return (
    <>
      <JobButton job={{ job: 'change-backend', name }} verdict={busy} aria-label={`Change ${name}…`}>
        Change…
      </JobButton>
      {isBareMetalCeph(backend) && (
        <JobButton
          job={{ job: 'quotas', name }}
          verdict={ceph === null ? denied('Its quotas could not be read.') : busy}
          aria-label={`Quotas of ${name}…`}
        >
          Quotas…
        </JobButton>
      )}
      <JobButton
        job={{ job: 'delete-backend', name }}
        variant="danger"
        verdict={busy}
        aria-label={`Delete ${name}…`}
      >
        Delete…
      </JobButton>
    </>
  );
}

export const CreateTier = ({ storage }: Known) => (
  <JobButton
    job={{ job: 'create-tier' }}
    icon={PLUS}
    verdict={unlessUnread(storage, 'tiers', newTierVerdict(storage))}
  >
    Create tier…
  </JobButton>
);

export function TierActions({ tier }: { tier: Tier }) {
  const { name } = tier;
  return (
    <>
      <JobButton
        job={{ job: 'rename-tier', name }}
        verdict={renamableVerdict(tier)}
        aria-label={`Rename tier ${name}…`}
      >
        Rename…
      </JobButton>
      <JobButton
        job={{ job: 'delete-tier', name }}
        variant="danger"
        verdict={deleteTierVerdict(tier)}
        aria-label={`Delete tier ${name}…`}
      >
        Delete…
      </JobButton>
    </>
  );
}

type OnHosts = Known & { hosts: readonly Host[] };

export const AddMonitor = ({ storage, hosts }: OnHosts) => (
  <JobButton
    job={{ job: 'add-monitor' }}
    icon={PLUS}
    verdict={unlessUnread(storage, 'monitors', anyMonitorVerdict(storageState(storage, hosts, null)))}
  >
    Add monitor…
  </JobButton>
);

export function MonitorActions({ monitor, storage, hosts }: OnHosts & { monitor: Monitor }) {
  const host = monitor.hostname;
  if (host === null) return null;
  return (
    <>
      <JobButton
        job={{ job: 'resize-monitor', host }}
        verdict={growableMonitorVerdict(monitor, storageState(storage, hosts, null))}
        aria-label={`Resize the monitor of ${host}…`}
      >
        Resize…
      </JobButton>
      <JobButton
        job={{ job: 'delete-monitor', host }}
        variant="danger"
        verdict={deleteMonitorVerdict(monitor)}
        aria-label={`Delete the monitor of ${host}…`}
      >
        Delete…
      </JobButton>
    </>
  );
}

export const ResizeControllerFs = ({ storage }: Known) => (
  <JobButton
    job={{ job: 'controller-filesystems' }}
    verdict={
      isUnread(storage, 'controllerFilesystems')
        ? denied('They could not be read.')
        : storage.controllerFilesystems.length === 0
          ? denied('There are none.')
          : { ok: true }
    }
  >
    Resize…
  </JobButton>
);
