'use client';
/** Opens the sheet of a change to clocks. */
import { JobButton as Button, type JobButtonProps } from '@/components/action/job-button';
import type { ClockJob } from '@/lib/domain/clock/ptp-jobs';
import { mayChangeClockSource, mayConfigureTime } from '@/lib/domain/clock/ptp-rules';
import { allowed } from '@/lib/domain/result';

type Props = Omit<JobButtonProps, 'verdict'> & {
  job: ClockJob;
  /** Why this one cannot be done, beside the right to do it. */
  why?: string | null;
};

export const JobButton = ({ job, why = null, ...button }: Props) => (
  <Button
    {...button}
    may={job.job === 'follow' ? mayChangeClockSource : mayConfigureTime}
    verdict={why === null ? allowed : { ok: false, why }}
    request={{ kind: 'clocks', job }}
  />
);
