'use client';
/** The columns of the list of applications, and its card on a phone. */
import type { Column } from '@/components/table/column';
import {
  type Application,
  type Mood,
  moodOf,
  STATUSES,
  statusWords,
} from '@/lib/domain/application/application';
import { isWorthSaying } from '@/lib/domain/application/progress';
import { ApplicationGlyph, StatusWords } from './application-look';
import { DeedLink } from './deed-button';
import { ChartsCell, SinceCell } from './detail-cells';
import { NeedsApply, useNeedsApply } from './needs-apply';
import { ProgressCell } from './progress-cell';

const URGENCY: Record<Mood, number> = { failed: 4, working: 3, unknown: 2, waiting: 1, running: 0 };
/** Higher wants somebody sooner. */
export const urgencyOf = (one: Application): number => URGENCY[moodOf(one)];

/** Read by the cells: there is nothing to sort, search or write by. */
const BY_CELL: Partial<Column<Application>> = {
  ...{ sortable: false, searchable: false, csv: false },
  ...{ align: 'end', hideBelow: 'lg', hideBeside: true },
};

export const APPLICATION_COLUMNS: readonly Column<Application>[] = [
  {
    id: 'name',
    label: 'Application',
    value: ({ name }) => name,
    render: (one) => (
      <span className="flex min-w-0 items-center gap-2">
        <ApplicationGlyph one={one} />
        <span className="mono truncate font-medium" title={one.name}>
          {one.name}
        </span>
      </span>
    ),
    width: { min: 220 },
    canHide: false,
  },
  {
    id: 'version',
    label: 'Version',
    value: ({ version }) => version,
    render: ({ version }) =>
      version === null ? (
        <span className="text-unk-fg">Unknown</span>
      ) : (
        <span className="mono">{version}</span>
      ),
    width: { min: 104 },
  },
  {
    id: 'status',
    label: 'State',
    value: ({ status }) => statusWords(status),
    sortKey: urgencyOf,
    render: (one) => <StatusWords one={one} />,
    facet: { order: STATUSES.map(statusWords) },
    width: { min: 120 },
  },
  {
    id: 'progress',
    label: 'Progress',
    value: (one) => (isWorthSaying(one) ? one.progress : null),
    render: (one) => <ProgressCell one={one} />,
    hideBeside: true,
    width: { min: 240, grow: true },
  },
  {
    ...{ id: 'charts', label: 'Charts', value: () => null, ...BY_CELL },
    render: (one) => <ChartsCell one={one} />,
    width: { min: 88 },
  },
  {
    ...{ id: 'since', label: 'Since', value: () => null, ...BY_CELL },
    render: (one) => <SinceCell one={one} />,
    width: { min: 96 },
  },
  {
    id: 'next',
    label: 'Next',
    bareHead: true,
    value: () => null,
    render: (one) => <DeedLink one={one} />,
    sortable: false,
    searchable: false,
    csv: false,
    align: 'end',
    hideBeside: true,
    width: { min: 96 },
  },
];

export function ApplicationCard({ one }: { one: Application }) {
  const pending = useNeedsApply(one.name);
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span className="flex items-center gap-2">
        <ApplicationGlyph one={one} />
        <span className="mono min-w-0 flex-1 font-medium text-title [overflow-wrap:anywhere]">
          {one.name}
        </span>
        <StatusWords one={one} />
      </span>
      <span className="mono text-ink-2 text-small">{one.version ?? 'Version unknown'}</span>
      {isWorthSaying(one) && <span className="text-small [overflow-wrap:anywhere]">{one.progress}</span>}
      {pending && <NeedsApply change={pending} />}
    </span>
  );
}
