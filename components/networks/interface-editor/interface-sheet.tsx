'use client';
/** The frame of every change to the network of a host: its calls reviewed, and sent. */
import type { ReactNode } from 'react';
import { StepSheet } from '@/components/action/step-sheet';
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import { type InterfaceCall, interfaceCallTitle } from '@/lib/domain/network/interface-calls';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';
import { reviewInterfaceCalls } from '@/lib/domain/network/interface-review';
import { mayChangeInterfaces } from '@/lib/domain/network/interface-rules';
import { sendInterfaceCalls } from '@/lib/queries/interface-mutations';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = ['hostNetwork', 'hostNetworkMore', 'interfaceChoices', 'hosts', 'host', 'alarms'] as const;

type Props = {
  title: string;
  sentence: ReactNode;
  button: string;
  danger?: boolean;
  facts: InterfaceFacts;
  calls: readonly InterfaceCall[];
  /** Why the form is not ready; null when it is. */
  gap: string | null;
  dirty?: boolean;
  done: string;
  /** The form. Told what came of the last try, for the fields that it was about. */
  children?: ReactNode | ((run: StepRunState<InterfaceCall>) => ReactNode);
  onClose: () => void;
};

export function InterfaceSheet({ facts, calls, children, ...props }: Props) {
  const { viewer } = useViewer();
  const run = useStepRun<InterfaceCall>(AFFECTED);
  const may = mayChangeInterfaces(viewer);
  return (
    <StepSheet
      {...props}
      {...(calls.length > 1 ? { review: 'always' as const } : {})}
      steps={props.gap === null || run.busy ? reviewInterfaceCalls(calls, facts) : []}
      run={run}
      // What was asked for is said as it was asked for: the host has changed since.
      asked={run.asked?.map((call) => ({ title: interfaceCallTitle(call), command: '', why: null }))}
      forbidden={may.ok ? null : may.why}
      onSend={() => run.begin(calls, (show) => sendInterfaceCalls(facts.host, calls, show))}
    >
      {typeof children === 'function' ? children(run) : children}
    </StepSheet>
  );
}
