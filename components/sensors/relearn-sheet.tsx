'use client';
/** Having the sensors of a host learnt anew: what that takes away, and what stays. */
import { GoesWithIt } from '@/components/action/goes-with-it';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import { formatCounted } from '@/lib/format/number';
import { SensorSheet } from './sensor-sheet';
import type { SensorsSeen } from './use-host-sensors';

export function RelearnSheet({ seen, onClose }: { seen: SensorsSeen; onClose: () => void }) {
  const { host, model, faults } = seen;
  const name = hostName(host);
  const alarms = [...faults.byKey.values()].flat().length;
  const hidden = (rows: readonly { suppressed: boolean }[], one: string): string[] => {
    const count = rows.filter(({ suppressed }) => suppressed).length;
    return count > 0 ? [formatCounted(count, one)] : [];
  };
  const suppressed = [...hidden(model.groups, 'group'), ...hidden(model.sensors, 'sensor')];
  return (
    <SensorSheet
      title={`Relearn the sensors of ${name}`}
      sentence="The platform forgets the sensors and groups that it knows of this host and makes a new list from its board management. That takes some minutes, in which nothing is watched."
      button="Relearn"
      danger
      done={`The sensors of ${name} are being learnt anew`}
      {...{ host, model, onClose }}
      calls={[{ do: 'relearn' }]}
      gap={null}
    >
      <GoesWithIt
        effects={[
          {
            title: `${formatCounted(model.sensors.length, 'sensor')} in ${formatCounted(model.groups.length, 'group')}`,
            detail: 'Those that board management has come back, with new ids',
          },
          ...(alarms > 0
            ? [
                {
                  title: `${formatCounted(alarms, 'alarm')} about them`,
                  detail: 'Cleared, and raised again if the cause is still there',
                },
              ]
            : []),
          ...(suppressed.length > 0
            ? [{ title: `Suppression of ${suppressed.join(' and ')}`, detail: 'It has to be set again' }]
            : []),
        ]}
      />
      <Note>Actions and interval of groups are kept where the new list has a group of the same name.</Note>
    </SensorSheet>
  );
}
