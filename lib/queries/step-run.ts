/** A change of several steps from the browser: sent once, each step shown as it comes. */
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { settled } from './host-mutations';

type Started = { first: readonly Promise<StepResult>[]; end: Promise<StepResult[]> };

/**
 * Starts a run and follows it to its end.
 * @param count how many steps there are
 * @param show told of all steps whenever one of them changes
 * @param what in the words for a console that cannot be reached
 * @returns what came of each in the end; a console that cannot be reached is a Failure like any other
 */
export async function followSteps(
  count: number,
  start: () => Promise<Result<Started>>,
  show: (results: readonly StepResult[]) => void,
  what: string,
): Promise<Result<StepResult[]>> {
  let results: StepResult[] = Array.from({ length: count }, (_, index) => ({
    state: index === 0 ? 'asked' : 'waiting',
  }));
  show(results);
  const answer = await settled(async () => {
    const started = await start();
    if (!started.ok) return started;
    const { first, end } = started.data;
    for (const [index, one] of first.entries()) {
      const result = await one;
      results = results.map((each, at) =>
        at === index ? result : at === index + 1 && isGoing(result) ? { state: 'asked' } : each,
      );
      show(results);
    }
    return ok(await end);
  }, what);
  if (answer.ok) show(answer.data);
  return answer;
}

const isGoing = ({ state }: StepResult): boolean => state === 'done' || state === 'already';
