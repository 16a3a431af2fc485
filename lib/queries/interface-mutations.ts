/** Changes to the network of a host from the browser: sent once, each step shown as it comes. */
import { changeInterfaces } from '@/lib/actions/interfaces';
import { type Host, hostName } from '@/lib/domain/host';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { followSteps } from './step-run';

/** @param show told of all steps whenever one of them changes */
export const sendInterfaceCalls = (
  host: Host,
  calls: readonly InterfaceCall[],
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> =>
  followSteps(
    calls.length,
    (submission) => changeInterfaces({ host: host.id, calls, submission }),
    show,
    `the network of ${hostName(host)}`,
  );
