'use client';
/** Opens the sheet of a change to storage. */
import { JobButton as Button, type JobButtonProps } from '@/components/action/job-button';
import type { StorageJob } from '@/lib/domain/storage/cloud/storage-calls';
import { mayChangeStorage } from '@/lib/domain/storage/cloud/storage-rights';

type Props = JobButtonProps & { job: StorageJob };

export const JobButton = ({ job, ...button }: Props) => (
  <Button {...button} may={mayChangeStorage} request={{ kind: 'cloudStorage', job }} />
);
