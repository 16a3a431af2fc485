/** The overview's "needs attention": one ordered list from hosts and alarms, and the sentences above it. */
import {
  type Alarm,
  type AlarmList,
  byUrgency,
  cappedSentence,
  entityHost,
  SEVERITIES,
  type Severity,
} from './alarm';
import type { ClockAttention } from './clock/clock-trouble';
import { type Host, type HostList, hostName } from './host';
import {
  affectsService,
  type ClockTrouble,
  type Glyph,
  hostTrouble,
  needsLook,
  type Rank,
  rankOrder,
} from './host-trouble';
import { counted, isOrAre } from './words';

export type FindingAlarm = Pick<Alarm, 'severity' | 'alarmId' | 'raisedAt' | 'managementAffecting'>;

export type Finding = {
  /** Stable between readings. */
  key: string;
  rank: Rank;
  glyph: Glyph;
  /** A sentence without its full stop; the platform's own words where it gave a reason. */
  headline: string;
  /** null for what does not stand on a host. */
  host: { id: string; name: string } | null;
  /** The alarms behind it, worst first: "Critical 200.004, 12 m". */
  alarms: FindingAlarm[];
  /** Where "open" leads. `unreadable`: a row of the host list that no decoder could read. */
  target:
    | { kind: 'host'; id: string }
    | { kind: 'alarm'; id: string }
    | { kind: 'hosts' }
    | { kind: 'alarms' }
    | { kind: 'clocks' };
  /** An alarm behind it is hidden by suppression. */
  hidden?: boolean;
};

/** null: could not be read. `clocks`: left out while they are not known. */
export type Readings = {
  hosts: HostList | null;
  alarms: AlarmList | null;
  clocks?: ClockAttention | undefined;
};

const part = ({ severity, alarmId, raisedAt, managementAffecting }: Alarm): FindingAlarm => ({
  ...{ severity, alarmId, raisedAt, managementAffecting },
});

function hostFinding(host: Host, alarms: readonly Alarm[] | null, clock: ClockTrouble | null): Finding[] {
  const trouble = hostTrouble(host, alarms, clock);
  if (!trouble) return [];
  const { rank, glyph, headline } = trouble;
  return [
    {
      key: `host:${host.id}`,
      ...{ rank, glyph, headline },
      ...(glyph.family === 'clock' && clock?.hidden ? { hidden: true } : {}),
      host: { id: host.id, name: hostName(host) },
      alarms: (alarms ?? []).map(part),
      target: { kind: 'host', id: host.id },
    },
  ];
}

const alarmFinding = (alarm: Alarm): Finding => ({
  key: `alarm:${alarm.id}`,
  rank: alarm.severity,
  glyph: { family: 'severity', severity: alarm.severity },
  headline: alarm.reason.trim().replace(/\.$/, ''),
  host: null,
  alarms: [part(alarm)],
  target: { kind: 'alarm', id: alarm.id },
});

/** An alarm that no decoder can read may be a critical one: calm is not claimed over it. */
const unreadableAlarms = (count: number): Finding[] =>
  count === 0
    ? []
    : [
        {
          key: 'alarms:unreadable',
          rank: 'unknown',
          glyph: { family: 'host', condition: 'unknown' },
          headline: `${counted(count, 'alarm')} cannot be read`,
          host: null,
          alarms: [],
          target: { kind: 'alarms' },
        },
      ];

/** Clocks whose source went silent all together. */
const silentClocks = (count: number): Finding[] =>
  count === 0
    ? []
    : [
        {
          key: 'clocks:silent',
          rank: 'unknown',
          glyph: { family: 'clock', state: 'unknown', remaining: null },
          headline: `${counted(count, 'clock')} give no reading: their live source is silent`,
          host: null,
          alarms: [],
          target: { kind: 'clocks' },
        },
      ];

/** What fault management had no room for may be as bad as what it gave: calm is not claimed over that either. */
const cappedAlarms = (list: AlarmList): Finding => ({
  key: 'alarms:capped',
  rank: 'unknown',
  glyph: { family: 'host', condition: 'unknown' },
  headline: cappedSentence(list).replace(/\.$/, ''),
  host: null,
  alarms: [],
  target: { kind: 'alarms' },
});

/**
 * All findings, worst first, then newest. Alarms of a host are gathered under it; those of no known host stand alone.
 * Take `needsLook(finding.rank)` for the list; the rest (minor, warning, locked on purpose) follows behind.
 */
export function findings({ hosts, alarms, clocks }: Readings): Finding[] {
  const standing = alarms ? alarms.alarms.filter((alarm) => !alarm.suppressed).sort(byUrgency) : null;
  const names = new Set(hosts?.hosts.map((host) => host.hostname));
  const on = new Map<string, Alarm[]>();
  const homeless: Alarm[] = [];
  for (const alarm of standing ?? []) {
    const name = entityHost(alarm.entity);
    if (name === undefined || !names.has(name)) homeless.push(alarm);
    else on.set(name, [...(on.get(name) ?? []), alarm]);
  }
  const list = [
    ...(hosts?.hosts ?? []).flatMap((host) =>
      hostFinding(host, standing && (on.get(host.hostname ?? '') ?? []), clocks?.byHost.get(host.id) ?? null),
    ),
    ...(hosts?.unreadable ?? []).map(
      (row, index): Finding => ({
        key: `row:${row.id ?? index}`,
        rank: 'unknown',
        glyph: { family: 'host', condition: 'unknown' },
        headline: `${row.name ?? 'A host'} cannot be read`,
        host: null,
        alarms: [],
        target: { kind: 'hosts' },
      }),
    ),
    ...homeless.map(alarmFinding),
    ...silentClocks(clocks?.silent ?? 0),
    ...unreadableAlarms(alarms?.unreadable.length ?? 0),
    ...(alarms?.capped ? [cappedAlarms(alarms)] : []),
  ];
  const newest = (finding: Finding): number => Math.max(0, ...finding.alarms.map((alarm) => alarm.raisedAt));
  return list.sort(
    (a, b) =>
      rankOrder(a.rank) - rankOrder(b.rank) ||
      newest(b) - newest(a) ||
      a.headline.localeCompare(b.headline, 'en'),
  );
}

/** "2 critical and 3 major alarms are active"; null when there is none. */
function alarmClause(alarms: AlarmList): string | null {
  const active = alarms.alarms.filter((alarm) => !alarm.suppressed);
  if (active.length === 0) return alarms.capped ? 'there may be more alarms than were read' : null;
  const count = (severity: Severity): number => active.filter((alarm) => alarm.severity === severity).length;
  const parts = SEVERITIES.filter((severity) => count(severity) > 0).map(
    (severity) => `${count(severity)} ${severity}`,
  );
  const words = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0];
  const least = alarms.capped ? 'at least ' : '';
  return `${least}${words} alarm${active.length === 1 ? '' : 's'} ${isOrAre(active.length)} active`;
}

/** How the hosts stand when nothing about them needs a look. */
function calmHosts(hosts: HostList): string {
  const all = hosts.hosts;
  if (all.length === 0) return 'No host is in the inventory';
  if (all.every((host) => host.availability === 'available')) return 'Every host is available';
  const unlocked = all.filter((host) => host.administrative === 'unlocked');
  const locked = all.length - unlocked.length;
  const busy = unlocked.filter((host) => host.availability !== 'available').length;
  if (busy > 0)
    return `No host needs attention, ${counted(busy, 'host')} ${isOrAre(busy)} coming into service`;
  return unlocked.length > 0
    ? `Every unlocked host is available, ${locked} ${isOrAre(locked)} locked`
    : `${counted(locked, 'host')} ${isOrAre(locked)} locked`;
}

function troubleSentence(look: readonly Finding[]): string {
  const service = look.filter((finding) => affectsService(finding.rank));
  const onHosts = service.filter((finding) => finding.target.kind === 'host').length;
  const rest = look.length - service.length;
  const more = rest > 0 ? `; ${rest} more ${rest === 1 ? 'needs' : 'need'} a look` : '';
  if (service.length === 0)
    return `${counted(look.length, 'thing')} ${look.length === 1 ? 'needs' : 'need'} a look`;
  const elsewhere = service.length - onHosts;
  if (onHosts === 0) return `${counted(elsewhere, 'critical alarm')} ${isOrAre(elsewhere)} active${more}`;
  const and = elsewhere > 0 ? `, and ${counted(elsewhere, 'critical alarm')} elsewhere` : '';
  return `Service is affected on ${counted(onHosts, 'host')}${and}${more}`;
}

/**
 * The sentence that opens the overview. It says what was found only from what was read; what could not be read is
 * said first and never counted as well.
 */
export function findingSentence(readings: Readings): string {
  const { hosts, alarms } = readings;
  if (!hosts && !alarms) return 'Neither hosts nor alarms could be read';
  const look = findings(readings).filter((finding) => needsLook(finding.rank));
  if (!hosts && alarms)
    return `Hosts could not be read. ${raise(alarmClause(alarms) ?? 'no alarm is active')}`;
  const unread = alarms ? '' : 'Alarms could not be read. ';
  if (look.length > 0) return `${unread}${troubleSentence(look)}`;
  const calm = hosts ? calmHosts(hosts) : '';
  if (!alarms) return `${unread}${calm}`;
  const clause = alarmClause(alarms);
  return clause ? `${calm}; ${clause}` : `${calm} and no alarm is active`;
}

const raise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * Management-affecting alarms block upgrades and orchestration, suppressed ones included (sysinv common/health.py
 * _check_alarms reads them with include_suppress). null when there is none or alarms could not be read.
 */
export function blockingSentence(alarms: AlarmList | null): string | null {
  const count = alarms?.alarms.filter((alarm) => alarm.managementAffecting).length ?? 0;
  if (count === 0) return null;
  const least = alarms?.capped ? 'at least ' : '';
  return `Upgrades are blocked by ${least}${counted(count, 'management-affecting alarm')}.`;
}
