'use client';
/** One press of a sheet's button: its steps as they come, and what came of them. */
import { useState } from 'react';
import type { CallReview } from '@/lib/domain/clock/ptp-call-rules';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { Host } from '@/lib/domain/host';
import { allowed, type Failure } from '@/lib/domain/result';
import { allDone, type StepResult, stopper } from '@/lib/domain/steps';
import { sendClockCalls } from '@/lib/queries/clock-config-mutations';
import { useRefresh } from '@/lib/queries/view';

const AFFECTED = ['ptpConfig', 'ptpLinks', 'ntpServers', 'hosts', 'host', 'alarms'] as const;
const NONE: readonly StepResult[] = [];

export type ClockRunState = {
  busy: boolean;
  /** Of the calls of the last try, in their order; empty before one. */
  results: readonly StepResult[];
  /** What stopped the last try. */
  failure: Failure | undefined;
  /** The call that it stopped at. */
  failedCall: ClockCall | undefined;
  /** The calls of the last try: the form may have moved on since. */
  sent: readonly CallReview[] | undefined;
  /** @returns whether all is as it was asked for */
  send: (calls: readonly ClockCall[], hosts: readonly Host[]) => Promise<boolean>;
};

export function useClockRun(): ClockRunState {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [calls, setCalls] = useState<readonly ClockCall[]>();
  const [results, setResults] = useState(NONE);
  const [failure, setFailure] = useState<Failure>();
  const failedAt = results.findIndex(({ state }) => state === 'failed' || state === 'unsure');

  const send = async (wanted: readonly ClockCall[], hosts: readonly Host[]) => {
    setBusy(true);
    setFailure(undefined);
    setCalls(wanted);
    const answer = await sendClockCalls(wanted, hosts, setResults);
    await refresh(AFFECTED);
    setBusy(false);
    if (!answer.ok) {
      setResults(NONE);
      setFailure(answer.error);
      return false;
    }
    setFailure(stopper(answer.data)?.failure);
    return allDone(answer.data);
  };
  return {
    ...{ busy, results, failure, send },
    failedCall: failedAt < 0 ? undefined : calls?.[failedAt],
    // What was there before a try is not asked again: its steps say what came of them.
    sent:
      calls && results.length > 0 ? calls.map((call) => ({ call, sent: call, verdict: allowed })) : undefined,
  };
}
