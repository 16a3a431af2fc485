'use client';
/** The frame of every change to clocks: its calls reviewed, and sent. What was typed stays when the platform refuses. */
import type { ReactNode } from 'react';
import type { StepItem } from '@/components/action/step-rows';
import { StepSheet } from '@/components/action/step-sheet';
import { callCli } from '@/lib/domain/clock/ptp-call-cli';
import { type CallReview, mayCall, reviewCalls } from '@/lib/domain/clock/ptp-call-rules';
import { type ClockCall, callTitle } from '@/lib/domain/clock/ptp-calls';
import { useViewer } from '@/lib/queries/viewer';
import type { ClockFacts } from './use-clock-facts';
import { type ClockRunState, useClockRun } from './use-clock-run';

type Props = {
  title: string;
  /** One sentence of effect. */
  sentence: ReactNode;
  /** On the button, with the number of changes where it counts: "Save 2 changes". */
  button: string;
  danger?: boolean;
  facts: ClockFacts;
  /** What will be sent, in order. */
  calls: readonly ClockCall[];
  /** Why the form is not ready; null when it is. */
  gap: string | null;
  /** Something was typed that closing would lose. */
  dirty?: boolean;
  /** "ptp-bc was created". */
  done: string;
  /** Shows the steps before they run: for lists that a person reviews. */
  review?: boolean;
  /** The form. Told what came of the last try, for the fields that it was about. */
  children?: ReactNode | ((run: ClockRunState) => ReactNode);
  onClose: () => void;
};

const itemOf = ({ call, sent, verdict }: CallReview): StepItem => ({
  title: callTitle(call),
  command: sent === null ? null : callCli(sent),
  why: verdict.ok ? null : verdict.why,
});

export function ClockSheet({ facts, calls, children, ...props }: Props) {
  const { viewer } = useViewer();
  const run = useClockRun();
  const may = mayCall(calls, viewer);
  return (
    <StepSheet
      {...props}
      steps={reviewCalls(calls, facts).map(itemOf)}
      run={run}
      asked={run.sent?.map(itemOf)}
      forbidden={may.ok ? null : may.why}
      onSend={() => run.send(calls, facts.hosts)}
    >
      {typeof children === 'function' ? children(run) : children}
    </StepSheet>
  );
}
