/** Changing Kubernetes from the browser. */
import { changeKubernetes } from '@/lib/actions/kubernetes';
import type { KubeCall } from '@/lib/domain/kube/kube-calls';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { followSteps } from './step-run';

/** Sends calls in their order, once. @see followSteps */
export const sendKubeCalls = (
  calls: readonly KubeCall[],
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> =>
  followSteps(calls.length, (submission) => changeKubernetes({ calls, submission }), show, 'Kubernetes');
