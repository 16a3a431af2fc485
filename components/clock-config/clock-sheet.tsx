'use client';
/** The frame of every change to clocks. */
import { linesOf } from '@/components/action/step-rows';
import { type StepForm, StepSheet } from '@/components/action/step-sheet';
import { callCli } from '@/lib/domain/clock/ptp-call-cli';
import { mayCall, reviewCalls } from '@/lib/domain/clock/ptp-call-rules';
import { type ClockCall, callTitle } from '@/lib/domain/clock/ptp-calls';
import { useViewer } from '@/lib/queries/viewer';
import type { ClockFacts } from './use-clock-facts';
import { type ClockRunState, useClockRun } from './use-clock-run';

type Props = StepForm<ClockRunState> & {
  facts: ClockFacts;
  /** What will be sent, in order. */
  calls: readonly ClockCall[];
};

export function ClockSheet({ facts, calls, ...form }: Props) {
  const { viewer } = useViewer();
  const run = useClockRun(facts.hosts);
  const reviewed = reviewCalls(calls, facts);
  return (
    <StepSheet
      {...form}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, callTitle)}
      titleOf={callTitle}
      may={mayCall(calls, viewer)}
      commands={reviewed.flatMap(({ sent }) => (sent === null ? [] : [callCli(sent)]))}
    />
  );
}
