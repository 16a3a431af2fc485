'use client';
/** The frame of every change to the storage of the cloud. */
import { linesOf } from '@/components/action/step-rows';
import { type StepForm, StepSheet } from '@/components/action/step-sheet';
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import type { Failure } from '@/lib/domain/result';
import { storageCallCli } from '@/lib/domain/storage/cloud/storage-call-cli';
import { reviewStorageCalls } from '@/lib/domain/storage/cloud/storage-call-rules';
import { type StorageCall, storageCallTitle } from '@/lib/domain/storage/cloud/storage-calls';
import { mayChangeStorage } from '@/lib/domain/storage/cloud/storage-rights';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { sendStorageCalls } from '@/lib/queries/storage-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = ['cloudStorage', 'hostStorage', 'cloudFact', 'hosts', 'alarms'] as const;

export type StorageRun = StepRunState<StorageCall>;

type Props = StepForm<StorageRun> & {
  facts: StorageState;
  calls: readonly StorageCall[];
  beside?: (failure: Failure) => boolean;
};

export function StorageSheet({ facts, calls, ...form }: Props) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun(sendStorageCalls, () => refresh(AFFECTED));
  const reviewed = reviewStorageCalls(calls, facts);
  return (
    <StepSheet
      {...form}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, storageCallTitle)}
      titleOf={storageCallTitle}
      may={mayChangeStorage(viewer)}
      commands={reviewed.flatMap(({ sent }) => (sent === null ? [] : [storageCallCli(sent, facts.storage)]))}
    />
  );
}
