'use client';
/** Opens the sheet of a change to networks. Who may not change them sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { NetworkJob } from '@/lib/domain/network/cloud/network-jobs';
import { mayChangeNetworks } from '@/lib/domain/network/cloud/network-rights';
import type { Verdict } from '@/lib/domain/result';
import { openNetworkJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

type Props = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  job: NetworkJob;
  /** Of this very thing, beside the right to change any. */
  verdict?: Verdict;
};

export function JobButton({ job, verdict, ...button }: Props) {
  const { viewer } = useViewer();
  const may = mayChangeNetworks(viewer);
  const reason = !may.ok ? may.why : verdict && !verdict.ok ? verdict.why : null;
  return (
    <Button
      {...button}
      {...(reason === null ? {} : { disabledReason: reason })}
      onClick={() => openNetworkJob(job)}
    />
  );
}
