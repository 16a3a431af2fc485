'use client';
/** Opens the sheet of a change to devices or device images. */
import { JobButton, type JobButtonProps } from '@/components/action/job-button';
import type { DeviceJob } from '@/lib/domain/device/device-calls';
import { mayChangeDevices } from '@/lib/domain/device/device-rules';

type Props = JobButtonProps & { hostId: string; job: DeviceJob };

export const DeviceButton = ({ hostId, job, ...button }: Props) => (
  <JobButton {...button} may={mayChangeDevices} request={{ kind: 'devices', hostId, job }} />
);
