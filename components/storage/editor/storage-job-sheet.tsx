'use client';
/** Which sheet a change to the disks of a host opens, once what it is about has been read. */
import type { ReactElement } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfFacts, JobOfHost, JobOfReading } from '@/components/action/job-wait';
import type { Host } from '@/lib/domain/host';
import { diskOf, functionOn, groupOf, type StorageFacts } from '@/lib/domain/storage/editor/facts';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { AddGroupSheet } from './add-group-sheet';
import { CreatePartitionSheet } from './create-partition-sheet';
import { ChangeGroupSheet, RemoveGroupSheet } from './group-sheets';
import { AddJournalSheet, ChangeJournalSheet, RemoveJournalSheet } from './journal-sheets';
import { AddOsdSheet, RemoveOsdSheet } from './osd-sheets';
import { DeletePartitionSheet, GrowPartitionSheet } from './partition-sheets';
import { useStorageFacts } from './use-storage-facts';
import { AddVolumeSheet, RemoveVolumeSheet } from './volume-sheets';
import { WipeSheet } from './wipe-sheet';

type Props = ActionSheetProps<'hostStorage'>;

const WORDS = { title: 'Change the storage of a host', what: 'storage' };

export function StorageJobSheet(props: Props) {
  return (
    <JobOfHost hostId={props.request.hostId} words={WORDS} onClose={props.onClose}>
      {(host, hosts) => <OfHost {...props} host={host} hosts={hosts} />}
    </JobOfHost>
  );
}

function OfHost({ request: { job }, onClose, host, hosts }: Props & { host: Host; hosts: readonly Host[] }) {
  const shared = { words: WORDS, onClose };
  return (
    <JobOfReading read={useStorageFacts(host, hosts)} {...shared}>
      {(facts) => (
        <JobOfFacts facts={facts} {...shared}>
          {(known) => sheetOf({ job, facts: known, onClose })}
        </JobOfFacts>
      )}
    </JobOfReading>
  );
}

type JobProps = { job: HostStorageJob; facts: StorageFacts; onClose: () => void };

function sheetOf({ job, facts, onClose }: JobProps): ReactElement | null {
  const shared = { facts, onClose };
  switch (job.job) {
    case 'create-partition':
      return <CreatePartitionSheet {...shared} job={job} />;
    case 'add-group':
      return <AddGroupSheet {...shared} />;
    case 'add-volume':
      return <AddVolumeSheet {...shared} job={job} />;
    case 'add-osd':
      return <AddOsdSheet {...shared} disk={job.disk} />;
    case 'add-journal':
      return <AddJournalSheet {...shared} disk={job.disk} />;
    case 'grow-partition':
    case 'delete-partition': {
      const own = facts.partitions.find(({ id }) => id === job.partition);
      if (!own) return null;
      return job.job === 'grow-partition' ? (
        <GrowPartitionSheet {...shared} own={own} />
      ) : (
        <DeletePartitionSheet {...shared} own={own} />
      );
    }
    case 'remove-group':
    case 'change-group': {
      const own = groupOf(facts, job.group);
      if (!own) return null;
      return job.job === 'remove-group' ? (
        <RemoveGroupSheet {...shared} own={own} />
      ) : (
        <ChangeGroupSheet {...shared} own={own} />
      );
    }
    case 'remove-volume': {
      const own = facts.physicalVolumes.find(({ id }) => id === job.volume);
      return own ? <RemoveVolumeSheet {...shared} own={own} /> : null;
    }
    default:
      return diskSheet(job, shared);
  }
}

type DiskJob = Extract<
  HostStorageJob,
  { job: 'wipe-disk' | 'remove-osd' | 'change-journal' | 'remove-journal' }
>;

function diskSheet(job: DiskJob, shared: Omit<JobProps, 'job'>): ReactElement | null {
  const disk = diskOf(shared.facts, job.disk);
  if (job.job === 'wipe-disk') return disk ? <WipeSheet {...shared} own={disk} /> : null;
  const own = functionOn(shared.facts, job.disk);
  if (!own) return null;
  if (job.job === 'remove-osd') return <RemoveOsdSheet {...shared} own={own} disk={job.disk} />;
  if (job.job === 'change-journal') return <ChangeJournalSheet {...shared} own={own} />;
  return <RemoveJournalSheet {...shared} disk={job.disk} />;
}
