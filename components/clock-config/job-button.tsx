'use client';
/** Opens the sheet of a change to clocks. Who may not change them sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { ClockJob } from '@/lib/domain/clock/ptp-jobs';
import { mayChangeClockSource, mayConfigureTime } from '@/lib/domain/clock/ptp-rules';
import { openClockJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

type Props = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  job: ClockJob;
  /** Why this one cannot be done, beside the right to do it. */
  why?: string | null;
};

export function JobButton({ job, why = null, ...button }: Props) {
  const { viewer } = useViewer();
  const verdict = job.job === 'follow' ? mayChangeClockSource(viewer) : mayConfigureTime(viewer);
  const reason = verdict.ok ? why : verdict.why;
  return (
    <Button
      {...button}
      {...(reason === null ? {} : { disabledReason: reason })}
      onClick={() => openClockJob(job)}
    />
  );
}
