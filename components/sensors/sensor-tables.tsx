'use client';
/** Sensors and groups as tables, one at a time. */
import { Thermometer } from 'lucide-react';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import { Segmented } from '@/components/ui/segmented';
import { hasBoardManagement } from '@/lib/domain/host';
import { sensorUrgency } from '@/lib/domain/sensor/sensor';
import { formatCount, formatCounted } from '@/lib/format/number';
import { changeSearch } from '@/lib/url/address';
import { oneOf } from '@/lib/url/params';
import { useParams } from '@/lib/url/use-params';
import { GROUP_COLUMNS } from './group-columns';
import { SensorBulk } from './sensor-bulk';
import { SENSOR_COLUMNS } from './sensor-columns';
import { SensorStatus } from './sensor-words';
import type { GroupRow, SensorRow, SensorsSeen } from './use-host-sensors';

/** Null: the table of what is open. */
const PARAMS = { table: oneOf(['sensors', 'groups']) };
const SORT = { id: 'status', desc: false };
const GROUP_SORT = { id: 'name', desc: false };
const keyOf = ({ key }: { key: string }) => key;
const nameOf = ({ own }: { own: { name: string } }) => own.name;
const urgencyOf = ({ own }: SensorRow) => sensorUrgency(own);

type Props = { seen: SensorsSeen; opened: string | null };

export function SensorTables({ seen, opened }: Props) {
  const [{ table }] = useParams(PARAMS);
  const shown = table ?? (opened?.startsWith('group:') ? 'groups' : 'sensors');
  const { host, sensors, groups, sensorRows, groupRows, stale } = seen;
  const tabs = (
    <Segmented
      label="Which table"
      value={shown}
      options={[
        { value: 'sensors', label: <Count label="Sensors" rows={sensorRows} /> },
        { value: 'groups', label: <Count label="Groups" rows={groupRows} /> },
      ]}
      // The order and filters of one table are not those of another.
      onValueChange={(next) =>
        changeSearch(
          { table: next, sort: null, cols: null, q: null, status: null, in: null, type: null },
          'push',
        )
      }
    />
  );
  const shared = { tools: tabs, detail: true, stale, empty: <Empty seen={seen} /> } as const;
  if (shown === 'groups') {
    return (
      <DataTable<GroupRow>
        {...shared}
        id="sensor-groups"
        noun={{ one: 'sensor group', many: 'sensor groups' }}
        columns={GROUP_COLUMNS}
        rows={groupRows}
        rowKey={keyOf}
        rowLabel={nameOf}
        defaultSort={GROUP_SORT}
        searchPlaceholder={null}
        card={(row) => <GroupCard row={row} />}
        failed={groups?.error && <NotRead title="The sensor groups could not be read" error={groups.error} />}
      />
    );
  }
  return (
    <DataTable<SensorRow>
      {...shared}
      id="sensors"
      noun={{ one: 'sensor', many: 'sensors' }}
      columns={SENSOR_COLUMNS}
      rows={sensorRows}
      rowKey={keyOf}
      rowLabel={nameOf}
      defaultSort={SORT}
      searchPlaceholder="Sensor, group"
      urgency={urgencyOf}
      bulk={(rows) => <SensorBulk host={host} sensors={rows.map(({ own }) => own)} />}
      card={(row) => <SensorCard row={row} />}
      failed={sensors?.error && <NotRead title="The sensors could not be read" error={sensors.error} />}
    />
  );
}

function Count({ label, rows }: { label: string; rows: readonly unknown[] | undefined }) {
  return (
    <>
      {label}{' '}
      <span className="text-ink-3 tabular-nums">
        {rows === undefined ? 'unknown' : formatCount(rows.length)}
      </span>
    </>
  );
}

function Empty({ seen: { host } }: { seen: SensorsSeen }) {
  const icon = <Thermometer size={24} strokeWidth={1.5} />;
  return hasBoardManagement(host) ? (
    <EmptyState icon={icon} title="The platform lists no sensors of this host">
      It learns them from board management, within some minutes after that was set up and answers.
    </EmptyState>
  ) : (
    <EmptyState icon={icon} title="This host has no board management">
      Its sensors are read through it: once it is set up, the platform learns them.
    </EmptyState>
  );
}

function SensorCard({ row: { own, groupName } }: { row: SensorRow }) {
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="mono min-w-0 text-[16px] font-medium text-ink [overflow-wrap:anywhere]">
        {own.name}
      </span>
      <SensorStatus sensor={own} />
      <span className="text-small text-ink-3">{groupName ?? own.type ?? 'In no group'}</span>
    </span>
  );
}

function GroupCard({ row: { own, sensors, alarms } }: { row: GroupRow }) {
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="min-w-0 text-[16px] font-medium text-ink [overflow-wrap:anywhere]">{own.name}</span>
      <span className="text-ink-2">
        {formatCounted(sensors, 'sensor')}
        {alarms > 0 && `, ${formatCount(alarms)} in alarm`}
        {own.suppressed && ', suppressed'}
      </span>
      <span className="text-small text-ink-3">
        critical {own.actions.critical ?? 'unknown'}, major {own.actions.major ?? 'unknown'}, minor{' '}
        {own.actions.minor ?? 'unknown'}
      </span>
    </span>
  );
}
