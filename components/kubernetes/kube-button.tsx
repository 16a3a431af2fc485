'use client';
/** Opens the sheet of a step of Kubernetes. Who may not, or not now, sees why. */
import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import type { KubeCall, KubeJob } from '@/lib/domain/kube/kube-calls';
import { kubeTitle } from '@/lib/domain/kube/kube-calls';
import { kubeVerdict } from '@/lib/domain/kube/kube-checks';
import { mayChangeKube } from '@/lib/domain/kube/kube-rights';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { allowed, type Verdict } from '@/lib/domain/result';
import { openKubeJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

type Look = Omit<ComponentProps<typeof Button>, 'onClick' | 'disabledReason'>;

export function KubeJobButton({
  job,
  verdict = allowed,
  ...look
}: Look & { job: KubeJob; verdict?: Verdict }) {
  const { viewer } = useViewer();
  const may = mayChangeKube(viewer);
  const why = !may.ok ? may.why : verdict.ok ? null : verdict.why;
  return (
    <Button {...look} {...(why === null ? {} : { disabledReason: why })} onClick={() => openKubeJob(job)} />
  );
}

type Props = Look & {
  call: KubeCall;
  situation: KubeSituation;
  /** What blocks it has a way out in the sheet: locking the host first. */
  opens?: boolean;
};

/** "Download images…" */
export function KubeCallButton({ call, situation, opens = false, children, ...look }: Props) {
  return (
    <KubeJobButton
      {...look}
      job={{ job: 'call', call }}
      {...(opens ? {} : { verdict: kubeVerdict(call, situation) })}
    >
      {children ?? `${kubeTitle(call)}…`}
    </KubeJobButton>
  );
}
