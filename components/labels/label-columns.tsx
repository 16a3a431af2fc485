'use client';
import type { Column } from '@/components/table/column';
import type { HostLabel } from '@/lib/domain/host-parts';
import { knownLabel, labelDoes, needsLock } from '@/lib/domain/label/known-labels';

/** A value that the platform did not say; an empty one is a value. */
export function LabelValue({ value }: { value: string | null }) {
  if (value === null) return <span className="text-ink-3">Empty</span>;
  return <span className="mono [overflow-wrap:anywhere]">{value}</span>;
}

const whose = ({ key }: HostLabel): string => (knownLabel(key) ? 'The platform' : 'Own loads');

export const LABEL_COLUMNS: readonly Column<HostLabel>[] = [
  {
    ...{ id: 'key', label: 'Key', value: ({ key }) => key, canHide: false, width: { min: 220 } },
    render: ({ key }) => <span className="mono font-medium text-ink [overflow-wrap:anywhere]">{key}</span>,
  },
  {
    ...{ id: 'value', label: 'Value', value: ({ value }) => value, width: { min: 140 } },
    render: ({ value }) => <LabelValue value={value} />,
  },
  {
    ...{ id: 'does', label: 'What it does', value: ({ key }) => labelDoes(key), searchable: false },
    ...{ className: 'text-ink-2', width: { min: 220, grow: true } },
    render: ({ key }) => labelDoes(key) ?? <span className="text-ink-3">One of your own</span>,
  },
  {
    ...{
      id: 'whose',
      label: 'Read by',
      value: whose,
      searchable: false,
      width: { min: 100 },
      hideBelow: 'lg',
    },
    ...{ facet: { order: ['The platform', 'Own loads'] }, className: 'text-ink-2' },
  },
  {
    ...{ id: 'lock', label: 'Changed', searchable: false, className: 'text-ink-2', width: { min: 120 } },
    value: ({ key }) => (needsLock(key) ? 'While locked' : 'Any time'),
  },
];

export function LabelCard({ row: { key, value } }: { row: HostLabel }) {
  const does = labelDoes(key);
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="mono min-w-0 text-[16px] font-medium text-ink [overflow-wrap:anywhere]">{key}</span>
      <LabelValue value={value} />
      {does && <span className="text-small text-ink-2">{does}</span>}
    </span>
  );
}
