'use client';
/** The frame of every change to the sensors of a host. */
import { type ChangeKind, ChangeSheet } from '@/components/action/change-sheet';
import type { StepForm } from '@/components/action/step-sheet';
import type { StepRunState } from '@/components/action/use-step-run';
import type { Host } from '@/lib/domain/host';
import type { SensorModel } from '@/lib/domain/sensor/sensor';
import { type SensorCall, sensorCli, sensorSteps, sensorTitle } from '@/lib/domain/sensor/sensor-calls';
import { mayChangeSensors, sensorVerdict } from '@/lib/domain/sensor/sensor-rules';
import { sendSensorCalls } from '@/lib/queries/sensor-mutations';

const KIND: ChangeKind<SensorCall, SensorModel> = {
  ...{ kit: sensorSteps, send: sendSensorCalls, may: mayChangeSensors },
  affected: ['hostSensors', 'hostSensorGroups', 'hosts', 'alarms'],
};

type Props = StepForm<StepRunState<SensorCall>> & {
  host: Host;
  model: SensorModel;
  calls: readonly SensorCall[];
};

export const SensorSheet = ({ host, model, ...form }: Props) => (
  <ChangeSheet
    {...form}
    kind={KIND}
    host={host}
    state={model}
    titleOf={(call) => sensorTitle(call, model)}
    judge={(sent) => sensorVerdict(sent, host, model)}
    cli={sensorCli}
  />
);
