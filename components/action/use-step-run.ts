'use client';
/** One press of a sheet's button: its steps as they come, and what came of them. */
import { useState } from 'react';
import type { Failure, Result } from '@/lib/domain/result';
import { allDone, type StepResult, stopper } from '@/lib/domain/steps';
import { useRefresh } from '@/lib/queries/view';

const NONE: readonly StepResult[] = [];

export type StepRunState<C> = {
  busy: boolean;
  /** Of the calls of the last try, in their order; empty before one. */
  results: readonly StepResult[];
  /** What stopped the last try. */
  failure: Failure | undefined;
  /** The call that it stopped at. */
  failedCall: C | undefined;
  /** The calls of the last try; undefined before one: the form may have moved on since. */
  asked: readonly C[] | undefined;
  /**
   * @param ask sends the calls, and shows what comes of each
   * @returns whether all is as it was asked for
   */
  begin: (
    calls: readonly C[],
    ask: (show: (results: readonly StepResult[]) => void) => Promise<Result<StepResult[]>>,
  ) => Promise<boolean>;
};

/** @param affected readings that are taken anew afterwards */
export function useStepRun<C>(affected: Parameters<ReturnType<typeof useRefresh>>[0]): StepRunState<C> {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [calls, setCalls] = useState<readonly C[]>();
  const [results, setResults] = useState(NONE);
  const [failure, setFailure] = useState<Failure>();
  const failedAt = results.findIndex(({ state }) => state === 'failed' || state === 'unsure');

  const begin: StepRunState<C>['begin'] = async (wanted, ask) => {
    setBusy(true);
    setFailure(undefined);
    setCalls(wanted);
    const answer = await ask(setResults);
    await refresh(affected);
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
    ...{ busy, results, failure, begin },
    failedCall: failedAt < 0 ? undefined : calls?.[failedAt],
    asked: results.length > 0 ? calls : undefined,
  };
}
