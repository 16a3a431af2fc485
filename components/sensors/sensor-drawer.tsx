'use client';
/** One sensor or group in full, with its alarms and what can be done with it. Fetched when the first is opened. */
import { DetailDrawer } from '@/components/ui/details';
import { Note } from '@/components/ui/note';
import { SensorAlarmNote } from './sensor-alarm-note';
import { SensorButton } from './sensor-button';
import { GroupDetails, SensorDetails } from './sensor-details';
import type { GroupRow, SensorRow, SensorsSeen } from './use-host-sensors';

type Props = { seen: SensorsSeen; at: string; onClose: () => void; onOpen: (key: string) => void };

export function SensorDrawer({ seen, at, onClose, onOpen }: Props) {
  const sensor = seen.sensorRows?.find(({ key }) => key === at);
  const group = seen.groupRows?.find(({ key }) => key === at);
  const alarms = (seen.faults.byKey.get(at) ?? []).map((alarm) => (
    <SensorAlarmNote key={alarm.id} alarm={alarm} className="mb-4" title="An active alarm is about this." />
  ));
  if (sensor) {
    return (
      <DetailDrawer
        title={<Title name={sensor.own.name} kind="Sensor" />}
        footer={<SuppressButton hostId={seen.host.id} row={sensor} kind="sensor" />}
        onClose={onClose}
      >
        {alarms}
        <SensorDetails row={sensor} onOpen={onOpen} />
      </DetailDrawer>
    );
  }
  if (group) {
    return (
      <DetailDrawer
        title={<Title name={group.own.name} kind="Sensor group" />}
        footer={
          <>
            <SensorButton hostId={seen.host.id} job={{ job: 'group', group: group.own.id }}>
              Edit…
            </SensorButton>
            <SuppressButton hostId={seen.host.id} row={group} kind="group" />
          </>
        }
        onClose={onClose}
      >
        {alarms}
        <GroupDetails row={group} seen={seen} onOpen={onOpen} />
      </DetailDrawer>
    );
  }
  const unread = seen.sensorRows === undefined || seen.groupRows === undefined;
  return (
    <DetailDrawer title="Sensors" onClose={onClose}>
      <Note tone="unknown" title={unread ? 'It has not been read yet.' : 'This is not among what was read.'}>
        <span className="mono [overflow-wrap:anywhere]">{at.slice(at.indexOf(':') + 1)}</span>
        {!unread && ' is no sensor and no group of this host. It may be gone, or be being learnt.'}
      </Note>
    </DetailDrawer>
  );
}

function Title({ name, kind }: { name: string; kind: string }) {
  return (
    <>
      <span className="mono min-w-0 truncate">{name}</span>
      <span className="flex-none text-body font-normal text-ink-3">{kind}</span>
    </>
  );
}

type Suppressed = { hostId: string; row: SensorRow | GroupRow; kind: 'sensor' | 'group' };

function SuppressButton({ hostId, row: { own }, kind }: Suppressed) {
  const suppress = !own.suppressed;
  return (
    <SensorButton
      hostId={hostId}
      job={
        kind === 'group'
          ? { job: 'suppress', group: own.id, suppress }
          : { job: 'suppress', sensors: [own.id], suppress }
      }
    >
      {suppress ? 'Suppress…' : 'Unsuppress…'}
    </SensorButton>
  );
}
