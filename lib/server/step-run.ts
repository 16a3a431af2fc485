/**
 * One press of a button that asks for several calls: who may not do all of it does none of it; then the platform is looked
 * at, and steps.ts carries the calls out. What came of each is told as it comes.
 */
import 'server-only';
import type { Failure, Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { runSteps, type StepPlan } from './steps';

export type StepRun = {
  /** For each call what came of it at first, as soon as that is known. */
  first: Promise<StepResult>[];
  /** What is of each in the end: of those done before one failed, whether they were taken back. */
  end: Promise<StepResult[]>;
};

export type RunPlan<C, S> = Omit<StepPlan<C, S>, 'start' | 'tell'> & {
  /** The first call that this person may not send, written to the audit trail. */
  refused: () => Promise<{ index: number; error: Failure } | undefined>;
};

/** Starts a run. It ends even when nobody waits for it. */
export function startRun<C, S>(plan: RunPlan<C, S>): StepRun {
  const { calls } = plan;
  const results: StepResult[] = calls.map(() => ({ state: 'waiting' }));
  const settle: ((result: StepResult) => void)[] = [];
  const first = calls.map((_, index) => new Promise<StepResult>((resolve) => (settle[index] = resolve)));
  const tell = (index: number, result: StepResult) => {
    results[index] = result;
    if (result.state !== 'asked') settle[index]?.(result);
  };
  const end = run(plan, tell).then(
    () => results,
    (cause: unknown) => {
      // Whoever waits for a step must not wait for ever.
      for (const one of settle) one({ state: 'unsure' });
      throw cause;
    },
  );
  return { first, end };
}

async function run<C, S>({ refused, ...plan }: RunPlan<C, S>, tell: StepPlan<C, S>['tell']): Promise<void> {
  const stop = (at: number, error: Failure) => {
    for (const index of plan.calls.keys()) {
      tell(index, index === at ? { state: 'failed', failure: error } : { state: 'not-sent' });
    }
  };
  const no = await refused();
  if (no) return stop(no.index, no.error);
  const begun: Result<S> = await plan.look();
  if (!begun.ok) return stop(0, begun.error);
  await runSteps({ ...plan, start: begun.data, tell });
}
