/** Changes to the networks of the cloud from the browser. */
import { changeNetworks } from '@/lib/actions/networks';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { followSteps } from './step-run';

/** Sends calls in their order, once. @see followSteps */
export const sendNetworkCalls = (
  calls: readonly NetworkCall[],
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> =>
  followSteps(calls.length, (submission) => changeNetworks({ calls, submission }), show, 'the networks');
