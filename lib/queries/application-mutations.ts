/** Acting on applications from the browser. */
import { actOnApplications } from '@/lib/actions/applications';
import type { ApplicationCall } from '@/lib/domain/application/application-calls';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { followSteps } from './step-run';

/** Sends calls in their order, once. @see followSteps */
export const sendApplicationCalls = (
  calls: readonly ApplicationCall[],
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> =>
  followSteps(
    calls.length,
    (submission) => actOnApplications({ calls, submission }),
    show,
    'the applications',
  );
