'use client';
/** The columns of the list of volume groups. */
import type { Column } from '@/components/table/column';
import type { GroupRow } from '@/lib/domain/storage/cloud/group-rows';
import { volumeState } from '@/lib/domain/storage/volume-group';
import { formatBytes } from '@/lib/format/bytes';
import { raiseFirst } from '@/lib/format/words';
import { percentWord } from './fill-row';
import { GroupBar } from './group-bar';

const UNKNOWN = <span className="text-unk-fg">Unknown</span>;
const natural = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

export const groupLabel = ({ hostname, group }: GroupRow): string =>
  `${group.name} of ${hostname ?? 'an unknown host'}`;

function StateWord({ row: { group } }: { row: GroupRow }) {
  const state = volumeState(group.state);
  if (state === null) return UNKNOWN;
  return (
    <span className={state.failed ? 'text-crit-fg' : state.pending ? 'text-accent' : 'text-ink-3'}>
      {state.word}
    </span>
  );
}

export const GROUP_COLUMNS: readonly Column<GroupRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: ({ hostname }) => hostname,
    sortKey: ({ hostname }) => (hostname === null ? null : natural(hostname)),
    render: ({ hostname, group }) =>
      hostname === null ? (
        <span className="mono text-unk-fg">{group.hostId ?? 'Unknown'}</span>
      ) : (
        <span className="mono font-medium">{hostname}</span>
      ),
    width: { min: 168 },
    canHide: false,
  },
  {
    id: 'name',
    label: 'Volume group',
    value: ({ group }) => group.name,
    render: ({ group }) => <span className="mono">{group.name}</span>,
    facet: {},
    width: { min: 144 },
  },
  {
    id: 'personality',
    label: 'Personality',
    value: ({ personality }) => personality,
    render: ({ personality }) => (personality === null ? UNKNOWN : raiseFirst(personality)),
    facet: { text: raiseFirst, order: ['controller', 'storage', 'worker', 'edgeworker'] },
    hideBelow: 'lg',
    width: { min: 104 },
  },
  {
    id: 'state',
    label: 'State',
    value: ({ group }) => volumeState(group.state)?.word ?? null,
    render: (row) => <StateWord row={row} />,
    facet: {},
    width: { min: 136 },
  },
  {
    id: 'taken',
    label: 'Taken',
    value: ({ takenBytes }) => takenBytes,
    sortKey: ({ urgency }) => urgency,
    render: (row) => <GroupBar row={row} />,
    searchable: false,
    csv: false,
    width: { min: 300, grow: true },
  },
  {
    id: 'free',
    label: 'Free',
    value: ({ group }) => group.availableBytes,
    render: ({ group, share }) =>
      share === null || group.availableBytes === null ? UNKNOWN : formatBytes(group.availableBytes),
    align: 'end',
    searchable: false,
    width: { min: 96 },
  },
  {
    id: 'size',
    label: 'Size',
    value: ({ group }) => group.sizeBytes,
    render: ({ group, share }) =>
      share === null || group.sizeBytes === null ? UNKNOWN : formatBytes(group.sizeBytes),
    align: 'end',
    searchable: false,
    hideBelow: 'lg',
    width: { min: 96 },
  },
  {
    id: 'full',
    label: 'Alarm',
    value: ({ fill }) => (fill ? `${fill.alarm.severity}, ${percentWord(fill.actualPercent)}` : null),
    facet: {
      of: ({ fill }) => [fill ? fill.alarm.severity : 'none'],
      text: (value) => (value === 'none' ? 'No alarm' : raiseFirst(value)),
      order: ['critical', 'major', 'none'],
    },
    defaultHidden: true,
    searchable: false,
    width: { min: 120 },
  },
];

export function GroupCard({ row }: { row: GroupRow }) {
  const { hostname, group } = row;
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="mono min-w-0 font-medium text-title [overflow-wrap:anywhere]">
          {hostname ?? 'Host unknown'}
        </span>
        <span className="mono text-ink-2">{group.name}</span>
        <span className="ml-auto">
          <StateWord row={row} />
        </span>
      </span>
      <GroupBar row={row} />
    </span>
  );
}
