'use client';
/** The frame of every change to the filesystems of a host. */
import { linesOf } from '@/components/action/step-rows';
import { type StepForm, StepSheet } from '@/components/action/step-sheet';
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import { hostName } from '@/lib/domain/host';
import { allowed, type Failure } from '@/lib/domain/result';
import {
  type HostFsCall,
  hostFsCli,
  hostFsSteps,
  hostFsTitle,
} from '@/lib/domain/storage/host-fs/host-fs-calls';
import { type HostFsFacts, hostFsVerdict, mayChangeHostFs } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { sendHostFsCalls } from '@/lib/queries/storage-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = ['hostStorage', 'hostFilesystems', 'cloudStorage', 'hosts', 'alarms'] as const;

export type HostFsRun = StepRunState<HostFsCall>;

type Props = StepForm<HostFsRun> & {
  facts: HostFsFacts;
  calls: readonly HostFsCall[];
  beside?: (failure: Failure) => boolean;
};

export function HostFsSheet({ facts, calls, ...form }: Props) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun<HostFsCall>(
    (wanted, show) => sendHostFsCalls(facts.host, wanted, show),
    () => refresh(AFFECTED),
  );
  const reviewed = calls.map((call) => {
    const sent = hostFsSteps.remaining(call, facts);
    return { call, sent, verdict: sent === null ? allowed : hostFsVerdict(sent, facts) };
  });
  return (
    <StepSheet
      {...form}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, hostFsTitle)}
      titleOf={hostFsTitle}
      may={mayChangeHostFs(viewer)}
      commands={reviewed.flatMap(({ sent }) =>
        sent === null ? [] : [hostFsCli(sent, hostName(facts.host))],
      )}
    />
  );
}
