'use client';
/** Which sheet a change to clocks opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobWait } from '@/components/action/job-wait';
import type { ClockJob } from '@/lib/domain/clock/ptp-jobs';
import { ApplySheet } from './apply-sheet';
import { AssignSheet } from './assign-sheet';
import { CreateInstanceSheet, CreateInterfaceSheet } from './create-sheets';
import { DeleteSheet } from './delete-sheet';
import { FollowSheet } from './follow-sheet';
import { NtpSheet } from './ntp-sheet';
import { ParametersSheet } from './parameters-sheet';
import { PlacesSheet } from './places-sheet';
import { PresetSheet } from './preset-sheet';
import { type ClockFacts, useClockFacts } from './use-clock-facts';

export type JobProps<J extends ClockJob['job']> = {
  job: Extract<ClockJob, { job: J }>;
  facts: ClockFacts;
  onClose: () => void;
};

export function ClockJobSheet({ request: { job }, onClose }: ActionSheetProps<'clocks'>) {
  const { facts, error } = useClockFacts(job.job === 'ntp');
  if (!facts) {
    return <JobWait title="Change clocks" what="configuration" error={error} onClose={onClose} />;
  }
  const shared = { facts, onClose };
  switch (job.job) {
    case 'create-instance':
      return <CreateInstanceSheet job={job} {...shared} />;
    case 'create-interface':
      return <CreateInterfaceSheet job={job} {...shared} />;
    case 'delete':
      return <DeleteSheet job={job} {...shared} />;
    case 'parameters':
      return <ParametersSheet job={job} {...shared} />;
    case 'assign':
      return <AssignSheet job={job} {...shared} />;
    case 'places':
      return <PlacesSheet job={job} {...shared} />;
    case 'apply':
      return <ApplySheet job={job} {...shared} />;
    case 'preset':
      return <PresetSheet job={job} {...shared} />;
    case 'ntp':
      return <NtpSheet job={job} {...shared} />;
    case 'follow':
      return <FollowSheet job={job} {...shared} />;
  }
}
