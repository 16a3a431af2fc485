/** Changes to storage from the browser: sent once, each step shown as it comes. */
import { changeHostFilesystems, changeStorage } from '@/lib/actions/storage';
import type { Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/cloud/storage-calls';
import type { HostFsCall } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { followSteps, hostSender } from './step-run';

type Show = (results: readonly StepResult[]) => void;

/** @see followSteps */
export const sendStorageCalls = (calls: readonly StorageCall[], show: Show): Promise<Result<StepResult[]>> =>
  followSteps(calls.length, (submission) => changeStorage({ calls, submission }), show, 'the storage');

export const sendHostFsCalls = hostSender<HostFsCall>(changeHostFilesystems, 'filesystems');
