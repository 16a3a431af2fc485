'use client';
/** Which sheet a change to storage opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobWait } from '@/components/action/job-wait';
import type { StorageJob } from '@/lib/domain/storage/cloud/storage-calls';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { AddBackendSheet } from './add-backend-sheet';
import { ChangeBackendSheet } from './change-backend-sheet';
import { ControllerFsSheet } from './controller-fs-sheet';
import { DeleteBackendSheet, DeleteMonitorSheet, DeleteTierSheet } from './delete-sheets';
import { AddMonitorSheet, ResizeMonitorSheet } from './monitor-sheets';
import { QuotasSheet } from './quotas-sheet';
import { CreateTierSheet, RenameTierSheet } from './tier-sheets';
import { useStorageFacts } from './use-storage-facts';

const WORDS = { title: 'Change storage', what: 'storage' };

export function StorageJobSheet({ request: { job }, onClose }: ActionSheetProps<'cloudStorage'>) {
  const { facts, error } = useStorageFacts();
  if (!facts) return <JobWait {...WORDS} error={error} onClose={onClose} />;
  return <JobSheet job={job} facts={facts} onClose={onClose} />;
}

type Props = { job: StorageJob; facts: StorageState; onClose: () => void };

function JobSheet({ job, facts, onClose }: Props) {
  const shared = { facts, onClose };
  const { backends, cephBackends, tiers, monitors } = facts.storage;
  const gone = (what: string) => (
    <JobWait {...WORDS} error={`There is no ${what} any more.`} onClose={onClose} />
  );
  switch (job.job) {
    case 'add-backend':
      return <AddBackendSheet {...shared} />;
    case 'change-backend':
    case 'delete-backend': {
      const backend = backends.find(({ name }) => name === job.name);
      if (!backend) return gone(`backend ${job.name}`);
      return job.job === 'change-backend' ? (
        <ChangeBackendSheet {...shared} backend={backend} />
      ) : (
        <DeleteBackendSheet {...shared} backend={backend} />
      );
    }
    case 'quotas': {
      const id = backends.find(({ name }) => name === job.name)?.id;
      const ceph = cephBackends.find((one) => one.id === id);
      return ceph ? (
        <QuotasSheet {...shared} ceph={ceph} name={job.name} />
      ) : (
        <JobWait {...WORDS} error={`The quotas of ${job.name} could not be read.`} onClose={onClose} />
      );
    }
    case 'create-tier':
      return <CreateTierSheet {...shared} />;
    case 'rename-tier':
    case 'delete-tier': {
      const tier = tiers.find(({ name }) => name === job.name);
      if (!tier) return gone(`tier ${job.name}`);
      return job.job === 'rename-tier' ? (
        <RenameTierSheet {...shared} tier={tier} />
      ) : (
        <DeleteTierSheet {...shared} tier={tier} />
      );
    }
    case 'add-monitor':
      return <AddMonitorSheet {...shared} />;
    case 'resize-monitor':
    case 'delete-monitor': {
      const monitor = monitors.find(({ hostname }) => hostname === job.host);
      if (!monitor) return gone(`monitor on ${job.host}`);
      return job.job === 'resize-monitor' ? (
        <ResizeMonitorSheet {...shared} monitor={monitor} host={job.host} />
      ) : (
        <DeleteMonitorSheet {...shared} monitor={monitor} host={job.host} />
      );
    }
    case 'controller-filesystems':
      return <ControllerFsSheet {...shared} />;
  }
}
