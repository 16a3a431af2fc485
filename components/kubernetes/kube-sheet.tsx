'use client';
/** The frame of every step of Kubernetes: what it does, what the platform will look at, the same as a command, one button. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CheckList } from '@/components/action/check-list';
import { linesOf } from '@/components/action/step-rows';
import { StepSheet } from '@/components/action/step-sheet';
import { useStepRun } from '@/components/action/use-step-run';
import { Button } from '@/components/ui/button';
import { type Check, orderChecks } from '@/lib/domain/check';
import { alarmCheck } from '@/lib/domain/kube/alarm-check';
import { type KubeCall, kubeCli, kubeTitle } from '@/lib/domain/kube/kube-calls';
import { kubeChecks } from '@/lib/domain/kube/kube-checks';
import { mayChangeKube } from '@/lib/domain/kube/kube-rights';
import { kubeSteps } from '@/lib/domain/kube/kube-steps';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { allowed } from '@/lib/domain/result';
import { reviewSteps } from '@/lib/domain/steps';
import { openAction } from '@/lib/queries/action-store';
import { sendKubeCalls } from '@/lib/queries/kube-mutations';
import { useRefresh, useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = ['kubernetes', 'kubeCluster', 'hosts', 'alarms'] as const;

type Props = {
  call: KubeCall;
  situation: KubeSituation;
  /** One sentence of effect. */
  sentence: ReactNode;
  button: string;
  done: string;
  danger?: boolean;
  /** Why the form is not ready; null when it is. */
  gap?: string | null;
  dirty?: boolean;
  title?: string;
  /** The form, before the checks. */
  children?: ReactNode;
  /** After the checks. */
  after?: ReactNode;
  onClose: () => void;
};

export function KubeSheet({ call, situation, gap = null, children, after, title, ...form }: Props) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun(sendKubeCalls, () => refresh(AFFECTED));
  const alarms = useView('alarms', {})?.data;
  const checks = orderChecks([...kubeChecks(call, situation), alarmCheck(alarms)]);
  const blockers = checks.filter(({ outcome }) => outcome === 'block').length;
  const calls = [call];
  const reviewed = reviewSteps(calls, situation.kube, kubeSteps).map((line) => ({
    ...line,
    verdict: allowed,
  }));
  // Once it runs the state is what was asked for: that is no fault of the form.
  const going = run.busy || run.results.length > 0;
  const blocked =
    blockers > 0 ? `Blocked by ${blockers === 1 ? '1 check' : `${blockers} checks`} above` : null;
  return (
    <StepSheet
      {...form}
      title={title ?? kubeTitle(call)}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, kubeTitle)}
      titleOf={kubeTitle}
      may={mayChangeKube(viewer)}
      commands={calls.map(kubeCli)}
      gap={going ? null : (gap ?? blocked)}
    >
      {children}
      {!going && (
        <div>
          <CheckList
            checks={checks}
            pending={0}
            meta={undefined}
            wayOut={(check) => <WayOut check={check} />}
          />
        </div>
      )}
      {after}
    </StepSheet>
  );
}

/** What to do about a blocker: locking or unlocking a host first, or patience. */
function WayOut({ check: { wayOut } }: { check: Check }) {
  if (!wayOut) return null;
  if (wayOut.kind === 'action')
    return <Button onClick={() => openAction(wayOut.hostId, wayOut.action)}>{wayOut.label}…</Button>;
  if (wayOut.kind === 'wait') return <span className="text-ink-3 text-small">{wayOut.label}</span>;
  return (
    <Link className="link" href="/applications">
      {wayOut.label}
    </Link>
  );
}
