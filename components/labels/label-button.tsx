'use client';
/** Opens the sheet of a change to the labels of a host. */
import { JobButton, type JobButtonProps } from '@/components/action/job-button';
import type { LabelJob } from '@/lib/domain/label/label-calls';
import { mayChangeLabels } from '@/lib/domain/label/label-rules';

type Props = JobButtonProps & { hostId: string; job: LabelJob };

export const LabelButton = ({ hostId, job, ...button }: Props) => (
  <JobButton {...button} may={mayChangeLabels} request={{ kind: 'labels', hostId, job }} />
);
