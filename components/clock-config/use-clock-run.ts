'use client';
/** One press of a button of a sheet about clocks. */
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { Host } from '@/lib/domain/host';
import { sendClockCalls } from '@/lib/queries/clock-config-mutations';
import { useRefresh } from '@/lib/queries/view';

const AFFECTED = ['ptpConfig', 'ptpLinks', 'ntpServers', 'hosts', 'host', 'alarms'] as const;

export type ClockRunState = StepRunState<ClockCall>;

/** @param hosts as they are known now: an apply is measured by what they had before */
export function useClockRun(hosts: readonly Host[]): ClockRunState {
  const refresh = useRefresh();
  return useStepRun(
    (calls, show) => sendClockCalls(calls, hosts, show),
    () => refresh(AFFECTED),
  );
}
