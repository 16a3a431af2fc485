'use client';
/** The frame of every change to cores, memory or the kernel of a host. */
import { type ChangeKind, ChangeSheet } from '@/components/action/change-sheet';
import type { StepForm } from '@/components/action/step-sheet';
import type { StepRunState } from '@/components/action/use-step-run';
import {
  type CapacityCall,
  type CapacityState,
  capacitySteps,
  capacityTitle,
} from '@/lib/domain/capacity/calls';
import { capacityCommands } from '@/lib/domain/capacity/cli';
import { mayChangeCapacity } from '@/lib/domain/capacity/host-rules';
import type { Host } from '@/lib/domain/host';
import type { Verdict } from '@/lib/domain/result';
import { sendCapacityCalls } from '@/lib/queries/capacity-mutations';

const KIND: ChangeKind<CapacityCall, CapacityState> = {
  ...{ kit: capacitySteps, send: sendCapacityCalls, may: mayChangeCapacity },
  affected: ['hostProcessors', 'hostMemory', 'hostKernel', 'hosts', 'alarms'],
};

type Props = StepForm<StepRunState<CapacityCall>> & {
  host: Host;
  state: CapacityState;
  calls: readonly CapacityCall[];
  /** What the platform will say of one of them. */
  judge: (call: CapacityCall) => Verdict;
};

export const CapacitySheet = (props: Props) => (
  <ChangeSheet {...props} kind={KIND} titleOf={capacityTitle} cli={capacityCommands} />
);
