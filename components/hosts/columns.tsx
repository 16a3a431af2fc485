'use client';
/** The columns of the hosts list. Order and words as operators know them: identity, X.731 states, task, alarms. */
import type { Column } from '@/components/table/column';
import { ClockMarkLine } from '@/components/timing/clock-mark';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { laterPart } from '@/components/ui/later-part';
import { MiddleEllipsis } from '@/components/ui/middle-ellipsis';
import { SEVERITIES, type Severity } from '@/lib/domain/alarm';
import { CLOCK_STATES, type ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { hostCondition, hostName, isAway, runningSeconds } from '@/lib/domain/host';
import { hostStatus } from '@/lib/domain/host-status';
import { ipSortKey } from '@/lib/domain/ip';
import { macNotations } from '@/lib/domain/mac';
import { PROVISION_WORDS, provisionWord } from '@/lib/domain/provision/way-word';
import { formatAge } from '@/lib/format/time';
import { raiseFirst } from '@/lib/format/words';
import type { ClockMark } from '@/lib/queries/host-clocks';
import { AlarmCell } from './alarm-cell';
import { HostIdentity } from './host-identity';
import { type HostRow, worstSeverity } from './host-row';
import { AdministrativeWord, AvailabilityWord, availabilityWord, OperationalWord } from './state-words';
import { TaskCell } from './task-cell';

const StorageCell = laterPart(async () => (await import('./storage-cell')).StorageCell);

const UNKNOWN = <span className="text-unk-fg">Unknown</span>;
const mono = (value: string | null) =>
  value === null ? null : <span className="mono text-ink-2">{value}</span>;

/** IPv6 addresses of one site begin alike: what is cut is the middle, never the end. */
const address = (value: string | null) =>
  value === null ? null : <MiddleEllipsis text={value} className="mono text-ink-2" />;

const PERSONALITIES = ['controller', 'storage', 'worker', 'edgeworker'];
const AVAILABILITIES = ['failed', 'degraded', 'intest', 'online', 'offline', 'power-off', 'available'];
const isSeverity = (word: string): word is Severity => SEVERITIES.some((severity) => severity === word);

const isClockState = (word: string): word is ClockState => CLOCK_STATES.some((state) => state === word);
/** `Holdover, 2 h 14 m left`. */
const clockText = ({ state, left, why }: ClockMark): string =>
  [STATE_WORDS[state], left ?? why].filter((part) => part !== null).join(', ');

/** `host10` after `host9`: names sort as people count. */
const natural = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

const boardText = ({ host: { boardManagement } }: Pick<HostRow, 'host'>): string | null =>
  boardManagement.address ?? boardManagement.type;

const addressOrder = (text: string | null): string | null => (text === null ? null : ipSortKey(text));

export const HOST_COLUMNS: readonly Column<HostRow>[] = [
  {
    id: 'host',
    label: 'Host',
    value: ({ host }) => hostName(host),
    sortKey: ({ host }) => natural(hostName(host)),
    render: ({ host }) => <HostIdentity host={host} />,
    width: { min: 212, grow: true },
    canHide: false,
  },
  {
    id: 'personality',
    label: 'Personality',
    value: ({ host }) => host.personality,
    render: ({ host }) =>
      host.personality ? raiseFirst(host.personality) : <span className="text-ink-3">None</span>,
    facet: { text: raiseFirst, order: PERSONALITIES },
    width: { min: 104 },
    defaultHidden: true,
  },
  {
    id: 'admin',
    label: 'Admin',
    value: ({ host }) => host.administrative,
    render: ({ host }) => <AdministrativeWord state={host.administrative} />,
    facet: { text: raiseFirst, order: ['locked', 'unlocked'] },
    width: { min: 88 },
  },
  {
    id: 'operational',
    label: 'Operational',
    value: ({ host }) => host.operational,
    render: ({ host }) => <OperationalWord state={host.operational} />,
    width: { min: 92 },
    hideBelow: 'lg',
  },
  {
    id: 'availability',
    label: 'Availability',
    value: ({ host }) => host.availability,
    sortKey: ({ host }) => AVAILABILITIES.indexOf(host.availability ?? ''),
    render: ({ host }) => <AvailabilityWord state={host.availability} />,
    facet: {
      text: availabilityWord,
      order: AVAILABILITIES,
      glyph: (value) => <StateGlyph state={hostCondition({ availability: value })} size={14} />,
    },
    width: { min: 92 },
  },
  {
    id: 'task',
    label: 'Task',
    value: ({ host }) => hostStatus(host)?.text ?? null,
    render: ({ host }) => <TaskCell host={host} />,
    width: { min: 150, grow: true },
  },
  {
    id: 'way',
    label: 'Provisioning',
    value: ({ host }) => provisionWord(host),
    facet: { order: PROVISION_WORDS },
    width: { min: 160 },
    defaultHidden: true,
  },
  {
    id: 'alarms',
    label: 'Alarms',
    value: (row) => row.alarms?.length ?? null,
    sortKey: (row) => {
      const worst = worstSeverity(row);
      return worst === null ? null : (4 - SEVERITIES.indexOf(worst)) * 10_000 + (row.alarms?.length ?? 0);
    },
    render: (row) => <AlarmCell alarms={row.alarms} />,
    searchable: false,
    facet: {
      label: 'Alarms',
      of: (row) => [...new Set(row.alarms?.map((alarm) => alarm.severity) ?? [])],
      text: raiseFirst,
      order: SEVERITIES,
      glyph: (value) => (isSeverity(value) ? <SeverityGlyph severity={value} size={14} /> : null),
    },
    width: { min: 88 },
  },
  {
    id: 'sync',
    label: 'Clock',
    value: ({ clock }) => clock?.state ?? null,
    sortKey: ({ clock }) => (clock === null ? null : -clock.urgency),
    render: ({ clock }) =>
      clock ? <ClockMarkLine mark={clock} /> : <span className="text-unk-fg">Reading</span>,
    searchable: false,
    csvValue: ({ clock }) => clock && clockText(clock),
    facet: {
      order: CLOCK_STATES,
      text: (value) => (isClockState(value) ? STATE_WORDS[value] : value),
      glyph: (value) => (isClockState(value) ? <ClockGlyph state={value} size={14} /> : null),
    },
    width: { min: 180 },
  },
  {
    id: 'address',
    label: 'Mgmt address',
    value: ({ host }) => host.mgmtIp,
    sortKey: ({ host }) => addressOrder(host.mgmtIp),
    render: ({ host }) => address(host.mgmtIp),
    width: { min: 124 },
    hideBelow: 'xl',
  },
  {
    id: 'uptime',
    label: 'Uptime',
    value: ({ host }) => runningSeconds(host),
    render: ({ host }) => {
      const seconds = runningSeconds(host);
      if (seconds !== null) return formatAge(seconds * 1000);
      return isAway(host) ? null : UNKNOWN;
    },
    searchable: false,
    align: 'end',
    className: 'text-ink-2',
    width: { min: 84 },
    hideBelow: 'xl',
  },
  ...extra('mac', 'Mgmt MAC', ({ host }) => host.mgmtMac, 148).map((column) => ({
    ...column,
    searchValue: ({ host }: HostRow) =>
      host.mgmtMac === null ? null : macNotations(host.mgmtMac).join('\n'),
  })),
  ...extra('serial', 'Serial', ({ host }) => host.serial, 120),
  ...extra('location', 'Location', ({ host }) => host.location, 140),
  ...extra('bm', 'Board mgmt', boardText, 124).map((column) => ({
    ...column,
    sortKey: ({ host }: HostRow) => addressOrder(boardText({ host })),
    render: ({ host }: HostRow) => address(boardText({ host })),
  })),
  ...extra('release', 'Release', ({ host }) => host.softwareVersion, 80),
  ...extra('clock', 'Clock source', ({ host }) => host.clockSynchronization?.toUpperCase() ?? null, 100),
  ...extra('group', 'Replication group', ({ host }) => host.peerGroup, 130),
  {
    id: 'storage',
    label: 'Storage',
    value: () => null,
    render: ({ host }) => <StorageCell host={host} />,
    width: { min: 190, grow: true },
    // Its facts are read by the cells: there is nothing to sort, search or write by.
    ...{ sortable: false, searchable: false, csv: false, defaultHidden: true },
  },
  ...extra('config', 'Configuration', ({ host }) => host.configStatus, 140),
  ...extra('uuid', 'UUID', ({ host }) => host.id, 290),
];

/** A plain fact, off until somebody asks for it. */
function extra(
  id: string,
  label: string,
  value: (row: HostRow) => string | null,
  min: number,
): Column<HostRow>[] {
  return [{ id, label, value, render: (row) => mono(value(row)), width: { min }, defaultHidden: true }];
}
