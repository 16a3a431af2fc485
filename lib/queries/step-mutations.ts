/** Changes of several requests from the browser: sent once, each step shown as it comes. */
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { settled } from './host-mutations';

type Run = { first: Promise<StepResult>[]; end: Promise<StepResult[]> };

/**
 * Sends calls in their order, once.
 * @param start asks the server; the id is that of this press of the button
 * @param name what to look at when no answer comes
 * @param show told of all steps whenever one of them changes
 * @returns what came of each in the end; a console that cannot be reached is a Failure like any other
 */
export async function followSteps(
  count: number,
  start: (submission: string) => Promise<Result<Run>>,
  name: string,
  show: (results: readonly StepResult[]) => void,
  id: string = crypto.randomUUID(),
): Promise<Result<StepResult[]>> {
  let results: StepResult[] = Array.from({ length: count }, (_, index) => ({
    state: index === 0 ? 'asked' : 'waiting',
  }));
  show(results);
  const answer = await settled(async () => {
    const started = await start(id);
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
  }, name);
  if (answer.ok) show(answer.data);
  return answer;
}

const isGoing = ({ state }: StepResult): boolean => state === 'done' || state === 'already';
