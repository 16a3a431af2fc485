'use client';
/** The frame of every change to devices and device images. */
import { useState } from 'react';
import { type ChangeKind, ChangeSheet } from '@/components/action/change-sheet';
import type { StepForm } from '@/components/action/step-sheet';
import type { StepRunState } from '@/components/action/use-step-run';
import {
  type DeviceCall,
  type DeviceState,
  deviceCallTitle,
  deviceCli,
  deviceSteps,
} from '@/lib/domain/device/device-calls';
import { type DeviceFacts, deviceVerdict, mayChangeDevices } from '@/lib/domain/device/device-rules';
import { sendDeviceCalls } from '@/lib/queries/device-mutations';

const KIND: ChangeKind<DeviceCall, DeviceState> = {
  ...{ kit: deviceSteps, send: sendDeviceCalls, may: mayChangeDevices },
  affected: ['hostDevices', 'deviceImages', 'hosts', 'host', 'alarms'],
};

type Props = StepForm<StepRunState<DeviceCall>> & {
  facts: DeviceFacts;
  /** One, or none while the form is not ready. */
  calls: readonly DeviceCall[];
};

export function DeviceSheet({ facts, ...form }: Props) {
  // What goes is told as it was before: afterwards the platform does not list it any more.
  const [before] = useState(facts);
  return (
    <ChangeSheet
      {...form}
      kind={KIND}
      host={facts.host}
      state={facts}
      titleOf={(call) => deviceCallTitle(call, before)}
      judge={(sent) => deviceVerdict(sent, facts)}
      cli={(sent, host) => deviceCli(sent, host, before)}
    />
  );
}
