'use client';
/** Which sheet a change to the labels of a host opens, once what it is about has been read. */
import { useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfHost, JobWait } from '@/components/action/job-wait';
import type { Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';
import { AssignSheet } from './assign-sheet';
import { RemoveSheet } from './remove-sheet';

type Props = ActionSheetProps<'labels'>;

const WORDS = { title: 'Change labels', what: 'labels' };

export function LabelJobSheet(props: Props) {
  return (
    <JobOfHost hostId={props.request.hostId} words={WORDS} onClose={props.onClose}>
      {(host) => <OfHost {...props} host={host} />}
    </JobOfHost>
  );
}

function OfHost({ request: { job }, onClose, host }: Props & { host: Host }) {
  const labels = useView('hostLabels', { hostId: host.id });
  const cpus = useView('hostProcessors', { hostId: host.id })?.data?.rows ?? null;
  const now = labels?.data?.rows;
  // What a sheet takes away is gone once that is done: until it closes its keys are told as they were.
  const [keys] = useState(job.job === 'remove' ? job.keys : []);
  if (!now) return <JobWait {...WORDS} error={labels?.error?.message} onClose={onClose} />;
  const facts = { host, labels: now, cpus };
  return job.job === 'assign' ? (
    <AssignSheet facts={facts} first={job.first} onClose={onClose} />
  ) : (
    <RemoveSheet facts={facts} keys={keys} onClose={onClose} />
  );
}
