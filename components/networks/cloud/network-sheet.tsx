'use client';
/** The frame of every change to the networks of the cloud. */
import { linesOf } from '@/components/action/step-rows';
import { type StepForm, StepSheet } from '@/components/action/step-sheet';
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import { callCli } from '@/lib/domain/network/cloud/network-call-cli';
import { reviewCalls } from '@/lib/domain/network/cloud/network-call-rules';
import { callTitle, type NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import { mayChangeNetworks } from '@/lib/domain/network/cloud/network-rights';
import type { NetworkState } from '@/lib/domain/network/cloud/network-state';
import { sendNetworkCalls } from '@/lib/queries/network-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = [
  'cloudNetworks',
  'networkPlaces',
  'poolAddresses',
  'hostNetwork',
  'hosts',
  'alarms',
] as const;

export type NetworkRun = StepRunState<NetworkCall>;

type Props = StepForm<NetworkRun> & {
  facts: NetworkState;
  /** What will be sent, in order. */
  calls: readonly NetworkCall[];
};

export function NetworkSheet({ facts, calls, ...form }: Props) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun(sendNetworkCalls, () => refresh(AFFECTED));
  const reviewed = reviewCalls(calls, facts);
  return (
    <StepSheet
      {...form}
      run={run}
      calls={calls}
      lines={linesOf(reviewed, callTitle)}
      titleOf={callTitle}
      may={mayChangeNetworks(viewer)}
      commands={reviewed.flatMap(({ sent }) => (sent === null ? [] : [callCli(sent, facts.cloud)]))}
    />
  );
}
