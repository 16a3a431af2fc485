'use client';
/** What is not known of the sensors, what is alarmed about all of them, and that they are being learnt. */
import { Note } from '@/components/ui/note';
import { ReadingNotes } from '@/components/ui/reading-notes';
import { Time } from '@/components/ui/time';
import { relearnStore } from '@/lib/queries/sensor-mutations';
import { useStore } from '@/lib/queries/store';
import { SensorAlarmNote } from './sensor-alarm-note';
import type { SensorsSeen } from './use-host-sensors';

export function SensorNotes({ seen }: { seen: SensorsSeen }) {
  const { host, sensors, groups, faults, alarmsUnread } = seen;
  const asked = useStore(relearnStore)[host.id];
  const learning = asked !== undefined && sensors?.data?.rows.length === 0;
  return (
    <>
      <ReadingNotes
        what="The sensors of this host"
        reading={sensors}
        unread={[
          ...(groups?.error ? [{ name: 'sensor groups', message: groups.error.message }] : []),
          ...(alarmsUnread === null ? [] : [{ name: 'alarms', message: alarmsUnread }]),
        ]}
        odd={[...(sensors?.data?.unreadable ?? []), ...(groups?.data?.unreadable ?? [])]}
      />
      {faults.ofHost.map((alarm) => (
        <SensorAlarmNote
          key={alarm.id}
          alarm={alarm}
          title="An active alarm is about the sensors of this host."
        />
      ))}
      {learning && (
        <Note tone="accent" live="polite" title="The sensors are being learnt anew.">
          It was asked for at <Time at={asked} form="clock" />. It takes some minutes, and the platform does
          not tell how far it is.
        </Note>
      )}
    </>
  );
}
