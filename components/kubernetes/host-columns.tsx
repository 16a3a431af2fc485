'use client';
/** Columns of the versions that hosts run, and the card of one on a phone. */
import Link from 'next/link';
import type { Column } from '@/components/table/column';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { hostCondition, hostName, type Unknown } from '@/lib/domain/host';
import { NOT_HERE } from '@/lib/domain/kube/kube';
import type { KubeHostRow } from '@/lib/domain/kube/situation';
import { HOST_FAILED, HOST_WORKING } from '@/lib/domain/kube/upgrade-stages';
import { raiseFirst } from '@/lib/format/words';

export const nameOf = ({ host }: KubeHostRow): string => hostName(host);

export const hostUrgency = ({ kube: { status } }: KubeHostRow): number =>
  status === null ? 0 : HOST_FAILED.includes(status) ? 3 : HOST_WORKING.includes(status) ? 2 : 1;

const tone = (row: KubeHostRow): string =>
  ['', 'text-ink-2', 'text-accent', 'text-crit-fg'][hostUrgency(row)] ?? '';

/** Nothing where the host has no such part. */
const Version = ({ version }: { version: Unknown<string> }) =>
  version === NOT_HERE ? null : version === null ? (
    <span className="text-unk-fg">Unknown</span>
  ) : (
    <span className="mono">{version}</span>
  );

const versionValue = (version: Unknown<string>) => (version === NOT_HERE ? null : (version ?? 'Unknown'));

/** The glyph beside the name says how available it is. */
const stateWord = ({ host }: KubeHostRow): string => raiseFirst(host.administrative ?? 'unknown');

export const HOST_COLUMNS: readonly Column<KubeHostRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: nameOf,
    render: ({ host }) => (
      <span className="flex min-w-0 items-center gap-2">
        <StateGlyph state={hostCondition(host)} size={16} />
        <Link
          className="mono truncate text-ink hover:underline"
          href={`/hosts/${encodeURIComponent(host.hostname ?? host.id)}`}
          prefetch={false}
        >
          {hostName(host)}
        </Link>
      </span>
    ),
    width: { min: 124, grow: true },
    canHide: false,
  },
  {
    id: 'state',
    label: 'Admin',
    value: stateWord,
    render: (row) => (
      <span className={row.host.administrative === 'unlocked' ? 'text-ink-3' : 'text-ink'}>
        {stateWord(row)}
      </span>
    ),
    width: { min: 84 },
    hideBelow: 'xl',
  },
  {
    id: 'control-plane',
    label: 'Control plane',
    value: ({ kube }) => versionValue(kube.controlPlane),
    render: ({ kube }) => <Version version={kube.controlPlane} />,
    width: { min: 104 },
  },
  {
    id: 'kubelet',
    label: 'Kubelet',
    value: ({ kube }) => versionValue(kube.kubelet),
    render: ({ kube }) => <Version version={kube.kubelet} />,
    width: { min: 88 },
  },
  {
    id: 'status',
    label: 'Status',
    value: ({ kube }) => kube.status,
    render: (row) => <span className={`mono ${tone(row)}`}>{row.kube.status}</span>,
    sortKey: hostUrgency,
    width: { min: 244, grow: true },
  },
];

export function HostCard({ row }: { row: KubeHostRow }) {
  const { host, kube } = row;
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span className="flex items-center gap-2">
        <StateGlyph state={hostCondition(host)} size={16} />
        <span className="mono min-w-0 flex-1 font-medium text-title [overflow-wrap:anywhere]">
          {hostName(host)}
        </span>
        {kube.status !== null && <span className={`mono text-small ${tone(row)}`}>{kube.status}</span>}
      </span>
      <span className="text-ink-2 text-small">
        {kube.controlPlane !== NOT_HERE && `Control plane ${kube.controlPlane ?? 'unknown'}, `}
        {kube.kubelet === NOT_HERE ? 'no kubelet' : `kubelet ${kube.kubelet ?? 'unknown'}`}
      </span>
    </span>
  );
}
