/** Changes to PTP, NTP and what hosts follow from the browser: sent once, each step shown as it comes. */
import { changeClocks } from '@/lib/actions/clock-config';
import { type ApplyRun, startApply } from '@/lib/domain/clock/ptp-apply';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { Host } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { serverNow } from './clock';
import { followSteps } from './step-run';
import { createStore } from './store';

/** The newest apply that this tab asked for. */
export const applyRun = createStore<ApplyRun | null>(null);
/** Did this tab change something since it last applied? The platform itself does not say. */
export const unapplied = createStore(false);

/** What takes effect only once it is applied. */
const waitsForApply = ({ do: verb }: ClockCall): boolean =>
  verb !== 'apply' && verb !== 'ntp.change' && verb !== 'host.follow';

/**
 * Sends calls in their order, once.
 * @param hosts as they are known now: an apply is measured by what they had before
 * @param show told of all steps whenever one of them changes
 * @returns what came of each in the end; a console that cannot be reached is a Failure like any other
 */
export async function sendClockCalls(
  calls: readonly ClockCall[],
  hosts: readonly Host[],
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> {
  const id = crypto.randomUUID();
  const before = startApply(id, serverNow(), hosts);
  const answer = await followSteps(
    calls.length,
    (submission) => changeClocks({ calls, submission }),
    show,
    'the configuration',
  );
  if (answer.ok) note(calls, answer.data, before);
  return answer;
}

function note(calls: readonly ClockCall[], results: readonly StepResult[], before: ApplyRun): void {
  const stands = (index: number) => ['done', 'stands', 'unsure'].includes(results[index]?.state ?? '');
  const applied = calls.findIndex((call, index) => call.do === 'apply' && results[index]?.state === 'done');
  if (applied >= 0) {
    applyRun.set({ ...before, startedAt: serverNow() });
    unapplied.set(false);
  } else if (calls.some((call, index) => waitsForApply(call) && stands(index))) unapplied.set(true);
}
