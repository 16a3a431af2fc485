'use client';
import type { Column } from '@/components/table/column';
import { SensorGlyph } from '@/components/ui/glyphs/sensor-glyph';
import { limitWords, sensorUrgency, unitWords } from '@/lib/domain/sensor/sensor';
import { raiseFirst } from '@/lib/format/words';
import { SensorStatus, statusWords } from './sensor-words';
import type { SensorRow } from './use-host-sensors';

const Said = ({ children }: { children: string | null }) =>
  children === null ? <span className="text-unk-fg">Unknown</span> : <span title={children}>{children}</span>;

const NOT_IN_ONE = 'In no group';

/** What is beyond a sensor's worst limit, with its unit; null: it has none, or is a discrete one. */
function worstLimit({ own }: SensorRow): string | null {
  const words = limitWords(own.limits.critical);
  const unit = unitWords(own.unit);
  return words && (unit ? `${words} ${unit}` : words);
}

export const SENSOR_COLUMNS: readonly Column<SensorRow>[] = [
  {
    ...{ id: 'name', label: 'Sensor', width: { min: 150 }, canHide: false, className: 'mono' },
    value: ({ own }) => own.name,
  },
  {
    ...{ id: 'status', label: 'Status', width: { min: 176 } },
    value: ({ own }) => own.status,
    csvValue: ({ own }) => own.status,
    sortKey: ({ own }) => -sensorUrgency(own),
    render: ({ own }) => <SensorStatus sensor={own} />,
    facet: {
      order: ['critical', 'major', 'minor', 'offline', 'ok'],
      of: ({ own }) => [own.status ?? 'unknown'],
      text: (value) => (value === 'unknown' ? 'Unknown' : statusWords(value)),
      glyph: (value) => <SensorGlyph status={value} />,
    },
  },
  {
    ...{ id: 'suppressed', label: 'Suppressed', width: { min: 110 }, defaultHidden: true, searchable: false },
    value: ({ own }) => (own.suppressed ? 'Suppressed' : 'Watched'),
    facet: { order: ['Suppressed', 'Watched'] },
  },
  {
    ...{ id: 'in', label: 'Group', width: { min: 150 }, className: 'text-ink-2', hideBeside: true },
    value: ({ groupName, own }) => groupName ?? (own.groupId === null ? NOT_IN_ONE : null),
    render: ({ groupName, own }) => <Said>{groupName ?? (own.groupId === null ? NOT_IN_ONE : null)}</Said>,
    facet: {},
  },
  {
    ...{ id: 'type', label: 'Type', width: { min: 110 }, className: 'text-ink-2' },
    value: ({ own }) => own.type,
    render: ({ own }) => <Said>{own.type === null ? null : raiseFirst(own.type)}</Said>,
    facet: { text: raiseFirst },
  },
  {
    ...{ id: 'state', label: 'State', width: { min: 90 }, className: 'text-ink-2', searchable: false },
    value: ({ own }) => own.state,
    render: ({ own }) => <Said>{own.state === null ? null : raiseFirst(own.state)}</Said>,
  },
  {
    ...{ id: 'limit', label: 'Critical', width: { min: 150, grow: true }, searchable: false },
    ...{ className: 'text-ink-2', sortable: false, hideBelow: 'lg', hideBeside: true },
    value: worstLimit,
    render: (row) => worstLimit(row) ?? <span className="text-ink-3">No limit</span>,
  },
  {
    ...{ id: 'interval', label: 'Interval', width: { min: 90 }, align: 'end', searchable: false },
    ...{ defaultHidden: true },
    value: ({ own }) => own.intervalSeconds,
    render: ({ own }) => (own.intervalSeconds === null ? <Said>{null}</Said> : `${own.intervalSeconds} s`),
  },
];
