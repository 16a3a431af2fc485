'use client';
/** Which sheet a change to the filesystems of a host opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfHost, JobOfReading, JobWait } from '@/components/action/job-wait';
import type { Host } from '@/lib/domain/host';
import { CEPH_FS } from '@/lib/domain/storage/host-fs/host-fs-calls';
import type { HostFsFacts } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { AddFsSheet } from './add-fs-sheet';
import { DeleteFsSheet } from './delete-fs-sheet';
import { FunctionsSheet } from './functions-sheet';
import { ResizeSheet } from './resize-sheet';
import { useHostFsFacts } from './use-host-fs-facts';

type Props = ActionSheetProps<'hostFilesystems'>;

const WORDS = { title: 'Change filesystems', what: 'filesystems' };

export function HostFsJobSheet(props: Props) {
  return (
    <JobOfHost hostId={props.request.hostId} words={WORDS} onClose={props.onClose}>
      {(host) => <OfHost {...props} host={host} />}
    </JobOfHost>
  );
}

function OfHost({ host, ...props }: Props & { host: Host }) {
  return (
    <JobOfReading read={useHostFsFacts(host)} words={WORDS} onClose={props.onClose}>
      {(facts) => <JobSheet {...props} facts={facts} />}
    </JobOfReading>
  );
}

function JobSheet({ request: { job }, onClose, facts }: Props & { facts: HostFsFacts }) {
  const fsOf = (name: string) => facts.filesystems.find((one) => one.name === name);
  switch (job.job) {
    case 'resize':
      return <ResizeSheet facts={facts} onClose={onClose} />;
    case 'add':
      return <AddFsSheet facts={facts} onClose={onClose} />;
    case 'delete': {
      const fs = fsOf(job.name);
      return fs ? (
        <DeleteFsSheet facts={facts} fs={fs} onClose={onClose} />
      ) : (
        <JobWait {...WORDS} error={`There is no filesystem ${job.name} any more.`} onClose={onClose} />
      );
    }
    case 'functions': {
      const fs = fsOf(CEPH_FS);
      return fs ? (
        <FunctionsSheet facts={facts} fs={fs} onClose={onClose} />
      ) : (
        <JobWait {...WORDS} error={`There is no filesystem ${CEPH_FS} on this host.`} onClose={onClose} />
      );
    }
  }
}
