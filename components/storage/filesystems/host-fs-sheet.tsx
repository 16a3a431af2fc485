'use client';
/** The frame of every change to the filesystems of a host. */
import { type ChangeKind, ChangeSheet } from '@/components/action/change-sheet';
import type { StepForm } from '@/components/action/step-sheet';
import type { StepRunState } from '@/components/action/use-step-run';
import type { Failure } from '@/lib/domain/result';
import {
  type HostFilesystems,
  type HostFsCall,
  hostFsCli,
  hostFsSteps,
  hostFsTitle,
} from '@/lib/domain/storage/host-fs/host-fs-calls';
import { type HostFsFacts, hostFsVerdict, mayChangeHostFs } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { sendHostFsCalls } from '@/lib/queries/storage-mutations';

const KIND: ChangeKind<HostFsCall, HostFilesystems> = {
  ...{ kit: hostFsSteps, send: sendHostFsCalls, may: mayChangeHostFs },
  affected: ['hostStorage', 'hostFilesystems', 'cloudStorage', 'hosts', 'alarms'],
};

export type HostFsRun = StepRunState<HostFsCall>;

type Props = StepForm<HostFsRun> & {
  facts: HostFsFacts;
  calls: readonly HostFsCall[];
  beside?: (failure: Failure) => boolean;
};

export const HostFsSheet = ({ facts, ...form }: Props) => (
  <ChangeSheet
    {...form}
    kind={KIND}
    host={facts.host}
    state={facts}
    titleOf={hostFsTitle}
    judge={(sent) => hostFsVerdict(sent, facts)}
    cli={hostFsCli}
  />
);
