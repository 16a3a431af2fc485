'use client';
/** Suppressing sensors or a group, or watching them again: what that means for alarms. */
import { SheetHeading } from '@/components/action/check-list';
import { SheetRow } from '@/components/action/sheet-row';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import { LEVELS, sensorsIn } from '@/lib/domain/sensor/sensor';
import { groupOf, type SensorCall, type SensorJob, sensorOf } from '@/lib/domain/sensor/sensor-calls';
import { wouldRaise } from '@/lib/domain/sensor/sensor-rules';
import { formatCounted } from '@/lib/format/number';
import { SensorSheet } from './sensor-sheet';
import type { SensorsSeen } from './use-host-sensors';

type Job = Extract<SensorJob, { job: 'suppress' }>;
type Props = { seen: SensorsSeen; job: Job; onClose: () => void };

const MEANS =
  'They go on being read, and nothing follows from it: no alarm, no line in the log, no reset of the host.';

export function SuppressSheet({ seen, job, onClose }: Props) {
  const { host, model } = seen;
  const { suppress } = job;
  const group = 'group' in job ? groupOf(model, job.group) : undefined;
  const meant =
    'group' in job
      ? group
        ? sensorsIn(group, model.sensors)
        : []
      : job.sensors.flatMap((id) => sensorOf(model, id) ?? []);
  const what =
    'group' in job
      ? `group ${group?.name ?? job.group}`
      : meant.length === 1
        ? (meant[0]?.name ?? '')
        : formatCounted(job.sensors.length, 'sensor');
  const calls: SensorCall[] =
    'group' in job
      ? [{ do: 'group.suppress', group: job.group, suppress }]
      : job.sensors.map((sensor) => ({ do: 'sensor.suppress', sensor, suppress }));
  const verb = suppress ? 'Suppress' : 'Unsuppress';
  const alone = meant.filter(({ suppressed }) => suppressed !== suppress);
  return (
    <SensorSheet
      title={`${verb} ${what} of ${hostName(host)}`}
      sentence={
        suppress ? MEANS : 'They are watched again: alarms, log and actions follow as their group says.'
      }
      button={
        'group' in job
          ? `${verb} group`
          : calls.length > 1
            ? `${verb} ${formatCounted(calls.length, 'sensor')}`
            : verb
      }
      done={`${what} of ${hostName(host)} ${meant.length === 1 || 'group' in job ? 'is' : 'are'} ${suppress ? 'suppressed' : 'watched again'}`}
      {...{ host, model, calls, onClose }}
      gap={null}
      review={calls.length > 1 ? 'always' : false}
    >
      {suppress ? (
        <Cleared seen={seen} ids={meant.map(({ id }) => id)} />
      ) : (
        <Raised seen={seen} sensors={alone} />
      )}
      {'group' in job && (
        <Note>
          It holds for all {formatCounted(meant.length, 'sensor')} of the group, whatever was set for one of
          them before.
        </Note>
      )}
    </SensorSheet>
  );
}

/** Alarms that are cleared with it. */
function Cleared({ seen: { sensorRows, faults }, ids }: { seen: SensorsSeen; ids: readonly string[] }) {
  const alarms = (sensorRows ?? [])
    .filter(({ own }) => ids.includes(own.id))
    .flatMap(({ key }) => faults.byKey.get(key) ?? []);
  if (alarms.length === 0) return null;
  return (
    <div>
      <SheetHeading>Alarms that are cleared, though the cause stays</SheetHeading>
      <ul>
        {alarms.map(({ id, severity, reason, alarmId }) => (
          <SheetRow
            key={id}
            icon={<SeverityGlyph severity={severity} size={16} />}
            title={reason}
            detail={alarmId}
          />
        ))}
      </ul>
    </div>
  );
}

function Raised({ sensors }: { seen: SensorsSeen; sensors: Parameters<typeof wouldRaise>[0] }) {
  const bad = wouldRaise(sensors);
  if (bad.length === 0) return null;
  return (
    <div>
      <SheetHeading>Alarms that are raised at once</SheetHeading>
      <ul>
        {bad.map(({ id, name, status }) => (
          <SheetRow
            key={id}
            icon={<SeverityGlyph severity={LEVELS.find((level) => level === status) ?? 'minor'} size={16} />}
            title={name}
            detail={`It is ${status}`}
          />
        ))}
      </ul>
    </div>
  );
}
