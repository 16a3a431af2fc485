'use client';
/** Which sheet a change to devices opens, once what it is about has been read. */
import type { ReactElement } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfFacts, JobOfHost, JobOfReading } from '@/components/action/job-wait';
import type { DeviceJob } from '@/lib/domain/device/device-calls';
import type { DeviceFacts } from '@/lib/domain/device/device-rules';
import type { Host } from '@/lib/domain/host';
import { ChangeDeviceSheet } from './change-device-sheet';
import { ApplyImageSheet, DeleteImageSheet, TakeOffImageSheet } from './image-sheets';
import { LabelDeviceSheet, UnlabelDeviceSheet } from './label-sheets';
import { UploadImageSheet } from './upload-image-sheet';
import { useDeviceFacts } from './use-device-facts';
import { AbortImagesSheet, WriteImagesSheet } from './write-sheets';

type Props = ActionSheetProps<'devices'>;

const WORDS = { title: 'Change devices', what: 'devices' };

export function DeviceJobSheet(props: Props) {
  return (
    <JobOfHost hostId={props.request.hostId} words={WORDS} onClose={props.onClose}>
      {(host) => <OfHost {...props} host={host} />}
    </JobOfHost>
  );
}

function OfHost({ request: { job }, onClose, host }: Props & { host: Host }) {
  const shared = { words: WORDS, onClose };
  return (
    <JobOfReading read={useDeviceFacts(host)} {...shared}>
      {(facts) => (
        <JobOfFacts facts={facts} {...shared}>
          {(known) => sheetOf({ job, facts: known, onClose })}
        </JobOfFacts>
      )}
    </JobOfReading>
  );
}

type JobProps = { job: DeviceJob; facts: DeviceFacts; onClose: () => void };

function sheetOf({ job, ...shared }: JobProps): ReactElement | null {
  const { devices, images } = shared.facts;
  switch (job.job) {
    case 'write-images':
      return <WriteImagesSheet {...shared} />;
    case 'abort-images':
      return <AbortImagesSheet {...shared} />;
    case 'upload-image':
      return <UploadImageSheet {...shared} mostMb={job.mostMb} />;
    case 'change-device':
    case 'label-device': {
      const own = devices.find(({ id }) => id === job.device);
      if (!own) return null;
      return job.job === 'change-device' ? (
        <ChangeDeviceSheet {...shared} own={own} />
      ) : (
        <LabelDeviceSheet {...shared} own={own} />
      );
    }
    case 'unlabel-device': {
      const own = images.labels.find(({ id }) => id === job.label);
      return own ? <UnlabelDeviceSheet {...shared} own={own} /> : null;
    }
    default: {
      const own = images.images.find(({ id }) => id === job.image);
      if (!own) return null;
      if (job.job === 'apply-image') return <ApplyImageSheet {...shared} own={own} />;
      return job.job === 'take-off-image' ? (
        <TakeOffImageSheet {...shared} own={own} />
      ) : (
        <DeleteImageSheet {...shared} own={own} />
      );
    }
  }
}
