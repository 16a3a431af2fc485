'use client';
/** Opens the sheet of a change to the filesystems of a host. Who may not change them sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { Verdict } from '@/lib/domain/result';
import type { HostFsJob } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { mayChangeHostFs } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { openHostFsJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

type Props = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  hostId: string;
  job: HostFsJob;
  /** Of this very thing, beside the right to change any. */
  verdict?: Verdict;
};

export function HostFsButton({ hostId, job, verdict, ...button }: Props) {
  const { viewer } = useViewer();
  const may = mayChangeHostFs(viewer);
  const reason = !may.ok ? may.why : verdict && !verdict.ok ? verdict.why : null;
  return (
    <Button
      {...button}
      {...(reason === null ? {} : { disabledReason: reason })}
      onClick={() => openHostFsJob(hostId, job)}
    />
  );
}
