'use client';
/** The columns of the list of OSDs. */
import Link from 'next/link';
import type { Column } from '@/components/table/column';
import { CONFIG_PHASES, configWord } from '@/lib/domain/storage/cloud/config-state';
import type { OsdRow } from '@/lib/domain/storage/cloud/osd-rows';
import { osdName } from '@/lib/domain/storage/storage-function';
import { storageHref } from '@/lib/domain/storage/storage-href';
import { raiseFirst } from '@/lib/format/words';
import { PhaseMark } from './phase-mark';

const UNKNOWN = <span className="text-unk-fg">Unknown</span>;
const natural = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

/** A journal has no number; an OSD without one has not been taken in yet. */
const nameOf = ({ osd }: OsdRow): string =>
  osdName(osd) ?? (osd.function === 'journal' ? 'Journal' : 'No number yet');

/** "OSD" is a name; the other functions are words. */
const functionWord = (what: string): string => (what === 'osd' ? 'OSD' : raiseFirst(what));

export const osdHref = (hostname: string, { function: what, id }: OsdRow['osd']): string =>
  storageHref(hostname, { kind: what === 'journal' ? 'journal' : 'osd', what: id });

export const osdLabel = (row: OsdRow): string => `${nameOf(row)} of ${row.hostname ?? 'an unknown host'}`;

export const OSD_COLUMNS: readonly Column<OsdRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: ({ hostname }) => hostname,
    sortKey: ({ hostname }) => (hostname === null ? null : natural(hostname)),
    render: ({ hostname, osd }) =>
      hostname === null ? (
        <span className="mono text-unk-fg">{osd.hostId ?? 'Unknown'}</span>
      ) : (
        <Link className="link mono font-medium" href={osdHref(hostname, osd)} prefetch={false}>
          {hostname}
        </Link>
      ),
    width: { min: 168 },
    canHide: false,
  },
  {
    id: 'osd',
    label: 'OSD',
    value: nameOf,
    sortKey: ({ osd }) => osd.osdNumber,
    render: (row) => (
      <span className={row.osd.osdNumber === null ? 'text-ink-3' : 'mono'}>{nameOf(row)}</span>
    ),
    width: { min: 128 },
  },
  {
    id: 'function',
    label: 'Function',
    value: ({ osd }) => osd.function,
    render: ({ osd }) => (osd.function === null ? UNKNOWN : functionWord(osd.function)),
    facet: { text: functionWord },
    width: { min: 96 },
  },
  {
    id: 'state',
    label: 'Configuration',
    value: ({ osd }) => osd.state,
    sortKey: ({ phase }) => CONFIG_PHASES.indexOf(phase),
    render: ({ osd }) => <PhaseMark state={osd.state} />,
    facet: { of: ({ osd }) => [configWord(osd.state)] },
    width: { min: 184, grow: true },
  },
  {
    id: 'tier',
    label: 'Tier',
    value: ({ osd }) => osd.tier,
    render: ({ osd }) => (osd.tier === null ? null : <span className="mono">{osd.tier}</span>),
    facet: {},
    width: { min: 112 },
  },
  {
    id: 'replication',
    label: 'Replication group',
    value: ({ peerGroup }) => peerGroup,
    className: 'mono text-ink-2',
    facet: {},
    hideBelow: 'lg',
    width: { min: 144 },
  },
];

export function OsdCard({ row }: { row: OsdRow }) {
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="mono min-w-0 font-medium text-title [overflow-wrap:anywhere]">
          {row.hostname ?? 'Host unknown'}
        </span>
        <span>{nameOf(row)}</span>
      </span>
      <span className="flex flex-wrap gap-x-3">
        <PhaseMark state={row.osd.state} />
        {row.osd.tier && <span className="text-ink-3">Tier {row.osd.tier}</span>}
      </span>
    </span>
  );
}
