'use client';
/** Opens the sheet of a change to networks. */
import { JobButton as Button, type JobButtonProps } from '@/components/action/job-button';
import type { NetworkJob } from '@/lib/domain/network/cloud/network-jobs';
import { mayChangeNetworks } from '@/lib/domain/network/cloud/network-rights';

type Props = JobButtonProps & { job: NetworkJob };

export const JobButton = ({ job, ...button }: Props) => (
  <Button {...button} may={mayChangeNetworks} request={{ kind: 'networks', job }} />
);
