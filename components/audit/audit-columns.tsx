/** Columns of the audit trail. Sorting is by time alone: what is on hand is a page of a longer list. */

import type { Column } from '@/components/table/column';
import { Pill } from '@/components/ui/pill';
import { Time } from '@/components/ui/time';
import { type AuditLine, outcomeWord } from '@/lib/domain/audit';

export function Outcome({ line: { outcome, status } }: { line: AuditLine }) {
  if (outcome === 'ok') return <span className="text-ink-2">{outcomeWord(outcome)}</span>;
  return (
    <Pill tone={outcome === 'threw' ? 'crit' : 'warn'}>
      {outcomeWord(outcome)}
      {status !== null && ` · ${status}`}
    </Pill>
  );
}

export const AUDIT_COLUMNS: readonly Column<AuditLine>[] = [
  {
    id: 'at',
    label: 'Time',
    value: ({ at }) => new Date(at).toISOString(),
    render: ({ at }) => <Time at={at} className="mono text-ink-2" />,
    sortable: false,
    width: { min: 96 },
    canHide: false,
  },
  { id: 'person', label: 'Who', value: ({ who }) => who, sortable: false, width: { min: 140, grow: true } },
  {
    id: 'deed',
    label: 'Action',
    value: ({ action }) => action,
    sortable: false,
    className: 'mono',
    width: { min: 152 },
  },
  {
    id: 'target',
    label: 'Target',
    value: ({ target }) => target,
    sortable: false,
    className: 'mono text-ink-2',
    width: { min: 168, grow: true },
  },
  {
    id: 'result',
    label: 'Outcome',
    value: ({ outcome }) => outcomeWord(outcome),
    render: (line) => <Outcome line={line} />,
    sortable: false,
    width: { min: 132 },
  },
  {
    id: 'request',
    label: 'Request',
    value: ({ requestId }) => requestId,
    sortable: false,
    className: 'mono text-ink-3',
    width: { min: 200 },
    hideBelow: 'xl',
  },
  {
    id: 'address',
    label: 'From',
    value: ({ from }) => from,
    sortable: false,
    className: 'mono text-ink-3',
    width: { min: 120 },
    hideBelow: 'lg',
  },
  {
    id: 'cloud',
    label: 'Cloud',
    value: ({ cloud }) => cloud,
    sortable: false,
    className: 'mono text-ink-3',
    width: { min: 152 },
    // One console has one cloud: the file and the detail name it.
    defaultHidden: true,
  },
];
