'use client';
/** The frame of every change to the network of a host: its calls reviewed, and sent. */
import { type StepForm, StepSheet } from '@/components/action/step-sheet';
import { type StepRunState, useStepRun } from '@/components/action/use-step-run';
import { type InterfaceCall, interfaceCallTitle } from '@/lib/domain/network/interface-calls';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';
import { reviewInterfaceCalls } from '@/lib/domain/network/interface-review';
import { mayChangeInterfaces } from '@/lib/domain/network/interface-rules';
import { sendInterfaceCalls } from '@/lib/queries/interface-mutations';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const AFFECTED = [
  ...['hostNetwork', 'hostNetworkMore', 'interfaceChoices', 'cloudNetworks'],
  ...['networkPlaces', 'poolAddresses', 'hosts', 'host', 'alarms'],
] as const;

type Props = Omit<StepForm<StepRunState<InterfaceCall>>, 'review'> & {
  facts: InterfaceFacts;
  /** What will be sent, in order. */
  calls: readonly InterfaceCall[];
};

export function InterfaceSheet({ facts, calls, ...form }: Props) {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const run = useStepRun<InterfaceCall>(
    (wanted, show) => sendInterfaceCalls(facts.host, wanted, show),
    () => refresh(AFFECTED),
  );
  const reviewed = form.gap === null || run.busy ? reviewInterfaceCalls(calls, facts) : [];
  return (
    <StepSheet
      {...form}
      {...(calls.length > 1 ? { review: 'always' as const } : {})}
      run={run}
      calls={calls}
      lines={reviewed}
      titleOf={interfaceCallTitle}
      may={mayChangeInterfaces(viewer)}
      commands={reviewed.flatMap(({ command }) => command ?? [])}
    />
  );
}
