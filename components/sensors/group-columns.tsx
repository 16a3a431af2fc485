'use client';
import type { Column } from '@/components/table/column';
import { Pill } from '@/components/ui/pill';
import { LEVELS, type Level } from '@/lib/domain/sensor/sensor';
import { formatCount } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import type { GroupRow } from './use-host-sensors';

const Said = ({ children }: { children: string | null }) =>
  children === null ? <span className="text-unk-fg">Unknown</span> : <span title={children}>{children}</span>;

const action = (level: Level): Column<GroupRow> => ({
  ...{ id: level, label: `At ${level}`, width: { min: 96 }, className: 'text-ink-2', searchable: false },
  hideBeside: true,
  value: ({ own }) => own.actions[level],
  render: ({ own }) => <Said>{own.actions[level]}</Said>,
});

export const GROUP_COLUMNS: readonly Column<GroupRow>[] = [
  {
    ...{ id: 'name', label: 'Group', width: { min: 170 }, canHide: false },
    value: ({ own }) => own.name,
    render: ({ own }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate">{own.name}</span>
        {own.suppressed && <Pill>Suppressed</Pill>}
      </span>
    ),
  },
  {
    ...{ id: 'type', label: 'Type', width: { min: 110 }, className: 'text-ink-2' },
    value: ({ own }) => own.type,
    render: ({ own }) => <Said>{own.type === null ? null : raiseFirst(own.type)}</Said>,
  },
  {
    ...{ id: 'state', label: 'State', width: { min: 90 }, className: 'text-ink-2', searchable: false },
    value: ({ own }) => own.state,
    render: ({ own }) => <Said>{own.state === null ? null : raiseFirst(own.state)}</Said>,
  },
  {
    ...{ id: 'sensors', label: 'Sensors', width: { min: 120 }, searchable: false, align: 'end' },
    value: ({ sensors }) => sensors,
    render: ({ sensors, alarms }) => (
      <>
        {formatCount(sensors)}
        {alarms > 0 && <span className="text-ink">, {formatCount(alarms)} in alarm</span>}
      </>
    ),
  },
  {
    ...{ id: 'interval', label: 'Interval', width: { min: 90 }, align: 'end', searchable: false },
    value: ({ own }) => own.intervalSeconds,
    render: ({ own }) => (own.intervalSeconds === null ? <Said>{null}</Said> : `${own.intervalSeconds} s`),
  },
  ...LEVELS.map(action),
  {
    ...{ id: 'algorithm', label: 'Algorithm', width: { min: 110, grow: true }, searchable: false },
    ...{ defaultHidden: true, className: 'text-ink-2' },
    value: ({ own }) => own.algorithm,
    render: ({ own }) => <Said>{own.algorithm}</Said>,
  },
  {
    ...{ id: 'path', label: 'Path', width: { min: 140 }, className: 'mono text-ink-2', defaultHidden: true },
    value: ({ own }) => own.path,
    render: ({ own }) => <Said>{own.path}</Said>,
  },
];
