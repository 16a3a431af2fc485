/** A change of several steps from the browser: sent once, each step shown as it comes. */
import { type Host, hostName } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { settled } from './host-mutations';

type Started = { first: readonly Promise<StepResult>[]; end: Promise<StepResult[]> };

/**
 * Starts a run and follows it to its end.
 * @param count how many steps there are
 * @param start sends them with the id that it is given, by which the console can be asked what became of them
 * @param show told of all steps whenever one of them changes
 * @param what in the words for a console that cannot be reached
 * @returns what came of each in the end; a console that cannot be reached is a Failure like any other
 */
export async function followSteps(
  count: number,
  start: (submission: string) => Promise<Result<Started>>,
  show: (results: readonly StepResult[]) => void,
  what: string,
): Promise<Result<StepResult[]>> {
  let results: StepResult[] = Array.from({ length: count }, (_, index) => ({
    state: index === 0 ? 'asked' : 'waiting',
  }));
  show(results);
  const submission = crypto.randomUUID();
  // Who sends by an id of their own cannot be asked about.
  const asked = start.length > 0 ? submission : undefined;
  const answer = await settled(
    async () => {
      const started = await start(submission);
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
    },
    what,
    asked,
  );
  if (answer.ok) show(answer.data);
  return answer;
}

/** Sends changes to one host: what useStepRun carries out. */
export type SendToHost<C> = (
  host: Host,
  calls: readonly C[],
  show: (results: readonly StepResult[]) => void,
) => Promise<Result<StepResult[]>>;

/**
 * @param change a server action: one order of calls about one host
 * @param what of the host it changes, in the words for a console that cannot be reached: "labels"
 */
export const hostSender =
  <C>(
    change: (order: { host: string; calls: readonly C[]; submission: string }) => Promise<Result<Started>>,
    what: string,
  ): SendToHost<C> =>
  (host, calls, show) =>
    followSteps(
      calls.length,
      (submission) => change({ host: host.id, calls, submission }),
      show,
      `the ${what} of ${hostName(host)}`,
    );

const isGoing = ({ state }: StepResult): boolean => state === 'done' || state === 'already';
