'use client';
/** Opens the sheet of a change to the disks of a host. Who may not change it sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { Verdict } from '@/lib/domain/result';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { mayChangeStorage } from '@/lib/domain/storage/editor/rules';
import { openHostStorageJob } from '@/lib/queries/storage-jobs';
import { useViewer } from '@/lib/queries/viewer';

type Props = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  hostId: string;
  job: HostStorageJob;
  /** Whether it can be done now, beside the right to do it. */
  verdict: Verdict;
};

export function StorageButton({ hostId, job, verdict, ...button }: Props) {
  const { viewer } = useViewer();
  const may = mayChangeStorage(viewer);
  const why = !may.ok ? may.why : !verdict.ok ? verdict.why : null;
  return (
    <Button
      {...button}
      {...(why === null ? {} : { disabledReason: why })}
      onClick={() => openHostStorageJob(hostId, job)}
    />
  );
}
