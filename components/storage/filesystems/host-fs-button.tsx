'use client';
/** Opens the sheet of a change to the filesystems of a host. */
import { JobButton, type JobButtonProps } from '@/components/action/job-button';
import type { HostFsJob } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { mayChangeHostFs } from '@/lib/domain/storage/host-fs/host-fs-rules';

type Props = JobButtonProps & { hostId: string; job: HostFsJob };

export const HostFsButton = ({ hostId, job, ...button }: Props) => (
  <JobButton {...button} may={mayChangeHostFs} request={{ kind: 'hostFilesystems', hostId, job }} />
);
