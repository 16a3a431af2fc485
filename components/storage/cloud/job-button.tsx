'use client';
/** Opens the sheet of a change to storage. Who may not change it sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { Verdict } from '@/lib/domain/result';
import type { StorageJob } from '@/lib/domain/storage/cloud/storage-calls';
import { mayChangeStorage } from '@/lib/domain/storage/cloud/storage-rights';
import { openStorageJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

type Props = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  job: StorageJob;
  /** Of this very thing, beside the right to change any. */
  verdict?: Verdict;
};

export function JobButton({ job, verdict, ...button }: Props) {
  const { viewer } = useViewer();
  const may = mayChangeStorage(viewer);
  const reason = !may.ok ? may.why : verdict && !verdict.ok ? verdict.why : null;
  return (
    <Button
      {...button}
      {...(reason === null ? {} : { disabledReason: reason })}
      onClick={() => openStorageJob(job)}
    />
  );
}
