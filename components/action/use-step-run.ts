'use client';
/** One press of a sheet's button: its steps as they come, and what came of them. */
import { useRef, useState } from 'react';
import type { Failure, Result } from '@/lib/domain/result';
import { allDone, type StepResult, stopper } from '@/lib/domain/steps';
import { serverNow } from '@/lib/queries/clock';
import { type LostAnswer, useLostAnswer } from './use-lost-answer';

const NONE: readonly StepResult[] = [];

export type StepRunState<C> = {
  busy: boolean;
  /** Of the calls of the last try, in their order; empty before one. */
  results: readonly StepResult[];
  /** What stopped the last try. */
  failure: Failure | undefined;
  /** The call that it stopped at. */
  failedCall: C | undefined;
  /** The calls of the last try, once there are results: the form may have moved on since. */
  sent: readonly C[] | undefined;
  /** What is known of a try whose answer got lost. */
  lost: LostAnswer;
  /**
   * @param whenFound called instead when the answer got lost and it turns out that all was done
   * @returns whether all is as it was asked for
   */
  send: (calls: readonly C[], whenFound?: () => void) => Promise<boolean>;
};

type Show = (results: readonly StepResult[]) => void;

/** @param after what is read anew once a try has ended */
export function useStepRun<C>(
  carryOut: (calls: readonly C[], show: Show) => Promise<Result<StepResult[]>>,
  after: () => Promise<void>,
): StepRunState<C> {
  const [busy, setBusy] = useState(false);
  const [calls, setCalls] = useState<readonly C[]>();
  const [results, setResults] = useState(NONE);
  const [failure, setFailure] = useState<Failure>();
  const failedAt = results.findIndex(({ state }) => state === 'failed' || state === 'unsure');

  const done = useRef<(() => void) | undefined>(undefined);
  const lost = useLostAnswer(undefined, (found) => {
    if (found.kind === 'accepted') done.current?.();
    else if (found.kind !== 'unheard') setFailure(found.failure);
  });

  const send = async (wanted: readonly C[], whenFound?: () => void) => {
    setBusy(true);
    setFailure(undefined);
    setCalls(wanted);
    lost.clear();
    done.current = whenFound;
    const at = serverNow();
    const answer = await carryOut(wanted, setResults);
    await after();
    setBusy(false);
    if (!answer.ok) {
      setResults(NONE);
      if (!lost.take(answer.error, at)) setFailure(answer.error);
      return false;
    }
    const stopped = stopper(answer.data)?.failure;
    if (stopped === undefined || !lost.take(stopped, at)) setFailure(stopped);
    return allDone(answer.data);
  };
  return {
    ...{ busy, results, failure, lost, send },
    failedCall: failedAt < 0 ? undefined : calls?.[failedAt],
    sent: results.length > 0 ? calls : undefined,
  };
}
