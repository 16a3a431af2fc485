'use client';
/** The columns of the list of PTP instances. */
import type { Column } from '@/components/table/column';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Pill } from '@/components/ui/pill';
import { appliedWords, type InstanceRow } from '@/lib/domain/clock/ptp-instance-rows';
import { counted } from '@/lib/domain/words';

export const serviceWords = (service: string | null): string => service ?? 'None';

const NO_NAME = 'No name';
export const instanceName = ({ instance }: InstanceRow): string => instance.name || NO_NAME;

/** Whether its hosts have taken up what they should have. */
export function Applied({ row }: { row: InstanceRow }) {
  const words = appliedWords(row);
  if (words === null) return <span className="text-unk-fg">Unknown</span>;
  if (words === 'Not assigned') return <span className="text-ink-3">{words}</span>;
  const late = (row.outOfDate ?? []).length > 0;
  return (
    <span className="inline-flex items-center gap-1.5 align-top">
      <StateGlyph state={late ? 'degraded' : 'available'} size={14} />
      {words}
    </span>
  );
}

const MOST_HOSTS = 3;

function Hosts({ row: { instance } }: { row: InstanceRow }) {
  const { hosts } = instance;
  if (hosts.length === 0) return <span className="text-ink-3">None</span>;
  const names = <span className="mono">{hosts.slice(0, MOST_HOSTS).join(', ')}</span>;
  if (hosts.length <= MOST_HOSTS) return names;
  // The number first: names are cut where there is no room.
  return (
    <>
      {counted(hosts.length, 'host')}
      <span className="text-ink-3">: {names}, …</span>
    </>
  );
}

export const INSTANCE_COLUMNS: readonly Column<InstanceRow>[] = [
  {
    id: 'name',
    label: 'Name',
    value: ({ instance }) => instance.name,
    render: (row) => <span className="mono font-medium">{instanceName(row)}</span>,
    width: { min: 160 },
    canHide: false,
  },
  {
    id: 'service',
    label: 'Service',
    value: ({ instance }) => serviceWords(instance.service),
    className: 'mono',
    facet: {},
    width: { min: 112 },
  },
  {
    id: 'hosts',
    label: 'Hosts',
    value: ({ instance }) => instance.hosts.length,
    render: (row) => <Hosts row={row} />,
    searchValue: ({ instance }) => instance.hosts.join(' '),
    csvValue: ({ instance }) => instance.hosts.join(' '),
    facet: { label: 'Host', of: ({ instance }) => instance.hosts },
    width: { min: 200, grow: true },
  },
  {
    id: 'profile',
    label: 'Looks like',
    value: ({ profile }) => profile?.name ?? null,
    render: ({ profile }) => profile && <Pill>{profile.name}</Pill>,
    facet: {},
    hideBeside: true,
    width: { min: 104 },
  },
  {
    id: 'interfaces',
    label: 'PTP interfaces',
    value: ({ interfaces }) => interfaces.length,
    searchValue: ({ interfaces }) => interfaces.map(({ name }) => name).join(' '),
    align: 'end',
    hideBeside: true,
    width: { min: 116 },
  },
  {
    id: 'parameters',
    label: 'Parameters',
    value: ({ parameters }) => parameters,
    searchable: false,
    align: 'end',
    hideBeside: true,
    width: { min: 104 },
  },
  {
    id: 'applied',
    label: 'Hosts have taken it up',
    value: (row) => appliedWords(row),
    render: (row) => <Applied row={row} />,
    facet: {
      label: 'Taken up',
      of: (row) => {
        const words = appliedWords(row);
        return [words === null ? 'Unknown' : words.startsWith('Out of date') ? 'Out of date' : words];
      },
    },
    searchable: false,
    width: { min: 200 },
  },
];

/** An instance on a phone. */
export function InstanceCard({ row }: { row: InstanceRow }) {
  return (
    <span className="flex flex-col gap-1.5">
      <span className="flex items-center gap-2">
        <span className="mono min-w-0 flex-1 font-medium text-title [overflow-wrap:anywhere]">
          {instanceName(row)}
        </span>
        <span className="mono text-ink-2">{serviceWords(row.instance.service)}</span>
      </span>
      <span className="flex items-center gap-2">
        <span className="text-ink-3">
          {row.instance.hosts.length === 0 ? 'No host' : counted(row.instance.hosts.length, 'host')}
        </span>
        {row.profile && <Pill>looks like {row.profile.name}</Pill>}
        <span className="ml-auto">
          <Applied row={row} />
        </span>
      </span>
    </span>
  );
}
