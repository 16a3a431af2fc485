'use client';
/** Opens the sheet of a change to the network of a host. Who may not change it sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { InterfaceJob } from '@/lib/domain/network/interface-jobs';
import { mayChangeInterfaces } from '@/lib/domain/network/interface-rules';
import type { Verdict } from '@/lib/domain/result';
import { openInterfaceJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

type Props = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  hostId: string;
  job: InterfaceJob;
  /** Whether it can be done now, beside the right to do it. */
  verdict: Verdict;
};

export function InterfaceButton({ hostId, job, verdict, ...button }: Props) {
  const { viewer } = useViewer();
  const may = mayChangeInterfaces(viewer);
  const why = !may.ok ? may.why : !verdict.ok ? verdict.why : null;
  return (
    <Button
      {...button}
      {...(why === null ? {} : { disabledReason: why })}
      onClick={() => openInterfaceJob(hostId, job)}
    />
  );
}
