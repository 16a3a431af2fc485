'use client';
/** Opens the sheet of a change. Who may not change it sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { allowed, type Verdict } from '@/lib/domain/result';
import type { Viewer } from '@/lib/domain/rights';
import { type ActionRequest, openRequest } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

/** What a button of one domain passes on as it is. */
export type JobButtonProps = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'> & {
  /** Of this very thing, beside the right to change any. */
  verdict?: Verdict;
};

type Props = JobButtonProps & {
  request: ActionRequest;
  /** The right to change any thing of the kind. */
  may: (viewer: Viewer) => Verdict;
};

export function JobButton({ request, may, verdict = allowed, ...button }: Props) {
  const { viewer } = useViewer();
  const right = may(viewer);
  const reason = !right.ok ? right.why : verdict.ok ? null : verdict.why;
  return (
    <Button
      {...button}
      {...(reason === null ? {} : { disabledReason: reason })}
      onClick={() => openRequest(request)}
    />
  );
}
