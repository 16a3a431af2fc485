/** Changes to the disks of a host from the browser: sent once, each step shown as it comes. */
import { changeHostStorage } from '@/lib/actions/host-storage';
import { type Host, hostName } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';
import { followSteps } from './step-run';

/**
 * @param typedName what was typed to confirm what nothing takes back
 * @param show told of all steps whenever one of them changes
 */
export const sendStorageCalls = (
  host: Host,
  calls: readonly StorageCall[],
  typedName: string | undefined,
  show: (results: readonly StepResult[]) => void,
): Promise<Result<StepResult[]>> =>
  followSteps(
    calls.length,
    (submission) =>
      changeHostStorage({
        ...{ host: host.id, calls, submission },
        ...(typedName === undefined ? {} : { typedName }),
      }),
    show,
    `the storage of ${hostName(host)}`,
  );
