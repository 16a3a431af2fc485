'use client';
/** Opens the sheet of a change to the registry. */
import { JobButton, type JobButtonProps } from '@/components/action/job-button';
import { mayCall, type RegistryCall } from '@/lib/domain/registry/registry-calls';
import { deleteTagVerdict } from '@/lib/domain/registry/registry-rules';
import { allowed } from '@/lib/domain/result';

type Props = Omit<JobButtonProps, 'verdict'> & { call: RegistryCall };

export const RegistryButton = ({ call, ...button }: Props) => (
  <JobButton
    {...button}
    may={(viewer) => mayCall(viewer, call)}
    verdict={call.do === 'delete-tag' ? deleteTagVerdict(call.image, call.tag) : allowed}
    request={{ kind: 'registry', call }}
  />
);
