'use client';
/** Opens the sheet of a change to sensors. */
import { JobButton, type JobButtonProps } from '@/components/action/job-button';
import type { SensorJob } from '@/lib/domain/sensor/sensor-calls';
import { mayChangeSensors } from '@/lib/domain/sensor/sensor-rules';

type Props = JobButtonProps & { hostId: string; job: SensorJob };

export const SensorButton = ({ hostId, job, ...button }: Props) => (
  <JobButton {...button} may={mayChangeSensors} request={{ kind: 'sensors', hostId, job }} />
);
