'use client';
/** Opens the sheet of a change to cores, memory or the kernel of a host. */
import { Pencil } from 'lucide-react';
import { JobButton, type JobButtonProps } from '@/components/action/job-button';
import type { CapacityJob } from '@/lib/domain/capacity/calls';
import { mayChangeCapacity } from '@/lib/domain/capacity/host-rules';

type Props = JobButtonProps & { hostId: string; job: CapacityJob['job'] };

export const CapacityButton = ({ hostId, job, ...button }: Props) => (
  <JobButton
    icon={<Pencil size={14} strokeWidth={1.75} aria-hidden />}
    {...button}
    may={mayChangeCapacity}
    request={{ kind: 'capacity', hostId, job: { job } }}
  />
);
