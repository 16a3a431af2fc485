'use client';
/** Which sheet a change to sensors opens, once they have been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfHost, JobWait } from '@/components/action/job-wait';
import type { Host } from '@/lib/domain/host';
import { groupOf } from '@/lib/domain/sensor/sensor-calls';
import { GroupSheet } from './group-sheet';
import { RelearnSheet } from './relearn-sheet';
import { SuppressSheet } from './suppress-sheet';
import { useHostSensors } from './use-host-sensors';

type Props = ActionSheetProps<'sensors'>;

const WORDS = { title: 'Change sensors', what: 'sensors' };

export function SensorJobSheet(props: Props) {
  return (
    <JobOfHost hostId={props.request.hostId} words={WORDS} onClose={props.onClose}>
      {(host) => <OfHost {...props} host={host} />}
    </JobOfHost>
  );
}

function OfHost({ request: { job }, onClose, host }: Props & { host: Host }) {
  const seen = useHostSensors(host);
  if (seen.sensorRows === undefined || seen.groupRows === undefined) {
    const error = seen.sensors?.error ?? seen.groups?.error;
    return <JobWait {...WORDS} error={error?.message} onClose={onClose} />;
  }
  switch (job.job) {
    case 'group': {
      const group = groupOf(seen.model, job.group);
      return <GroupSheet seen={seen} group={group} onClose={onClose} />;
    }
    case 'suppress':
      return <SuppressSheet seen={seen} job={job} onClose={onClose} />;
    case 'relearn':
      return <RelearnSheet seen={seen} onClose={onClose} />;
  }
}
