'use client';
/** One press of the button of a change to clocks: its steps as they come, and what came of them. */
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import type { CallReview } from '@/lib/domain/clock/ptp-call-rules';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { Host } from '@/lib/domain/host';
import { allowed } from '@/lib/domain/result';
import { sendClockCalls } from '@/lib/queries/clock-config-mutations';

const AFFECTED = ['ptpConfig', 'ptpLinks', 'ntpServers', 'hosts', 'host', 'alarms'] as const;

export type ClockRunState = Pick<StepRunState<ClockCall>, 'busy' | 'results' | 'failure' | 'failedCall'> & {
  /** The calls of the last try: the form may have moved on since. */
  sent: readonly CallReview[] | undefined;
  /** @returns whether all is as it was asked for */
  send: (calls: readonly ClockCall[], hosts: readonly Host[]) => Promise<boolean>;
};

export function useClockRun(): ClockRunState {
  const { begin, asked, ...run } = useStepRun<ClockCall>(AFFECTED);
  return {
    ...run,
    send: (calls, hosts) => begin(calls, (show) => sendClockCalls(calls, hosts, show)),
    // What was there before a try is not asked again: its steps say what came of them.
    sent: asked?.map((call) => ({ call, sent: call, verdict: allowed })),
  };
}
