/** Changing the registry from the browser. */
import { changeRegistry } from '@/lib/actions/registry';
import type { RegistryCall } from '@/lib/domain/registry/registry-calls';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { followSteps } from './step-run';

/** Sends calls in their order, once. @param typedName what was typed to confirm @see followSteps */
export const sendRegistryCalls = (
  calls: readonly RegistryCall[],
  typedName: string | undefined,
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> =>
  followSteps(
    calls.length,
    (submission) =>
      changeRegistry({
        ...{ calls, submission },
        ...(typedName === undefined ? {} : { typedName }),
      }),
    show,
    'the registry',
  );
