/** Changes to storage from the browser: sent once, each step shown as it comes. */
import { changeHostFilesystems, changeStorage } from '@/lib/actions/storage';
import { type Host, hostName } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/cloud/storage-calls';
import type { HostFsCall } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { followSteps } from './step-run';

type Show = (results: readonly StepResult[]) => void;

/** @see followSteps */
export const sendStorageCalls = (calls: readonly StorageCall[], show: Show): Promise<Result<StepResult[]>> =>
  followSteps(
    calls.length,
    () => changeStorage({ calls, submission: crypto.randomUUID() }),
    show,
    'the storage',
  );

/** @see followSteps */
export const sendHostFsCalls = (
  host: Host,
  calls: readonly HostFsCall[],
  show: Show,
): Promise<Result<StepResult[]>> =>
  followSteps(
    calls.length,
    () => changeHostFilesystems({ host: host.id, calls, submission: crypto.randomUUID() }),
    show,
    `the filesystems of ${hostName(host)}`,
  );
