/** Alarms of fault management (FM). Severity terms: ITU-T X.733 as fm_api/constants.py spells them. */
import type { Unknown, UnreadableRow } from './host';

export const SEVERITIES = ['critical', 'major', 'minor', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Alarm = {
  /** Alarm uuid: the same for its `set` event. */
  id: string;
  /** Catalogue id, e.g. `200.001`. */
  alarmId: string;
  severity: Severity;
  /** Full entity instance id, e.g. `host=worker-3.filesystem=/var/log`. */
  entity: string;
  entityType: Unknown<string>;
  reason: string;
  repair: Unknown<string>;
  probableCause: Unknown<string>;
  type: Unknown<string>;
  /** Epoch milliseconds (FM writes UTC without a zone). */
  raisedAt: number;
  /** Blocks upgrades and orchestration. */
  managementAffecting: boolean;
  /** Degrades the host it stands on. */
  degradeAffecting: boolean;
  serviceAffecting: Unknown<boolean>;
  /** Hidden by the suppression of its type, system-wide. */
  suppressed: boolean;
};

export type AlarmList = {
  alarms: Alarm[];
  unreadable: UnreadableRow[];
  /**
   * Fault management gave as many as it ever gives in one answer: there may be more, every count is "at least", and an alarm
   * that is missing may stand all the same.
   */
  capped: boolean;
};

/** Worst first, then newest: the order of attention everywhere. */
export function byUrgency(a: Alarm, b: Alarm): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.raisedAt - a.raisedAt;
}

export type AlarmCounts = Record<Severity, number> & { suppressed: number; shelved: number };

/** A count, with a plus where it is "at least": `1,902`, `1,902+`. */
export const atLeastWord = (count: number, capped: boolean): string =>
  `${count.toLocaleString('en-GB')}${capped ? '+' : ''}`;

/** What stands beside counts that are "at least". */
export const cappedSentence = ({ alarms, unreadable }: AlarmList): string =>
  `At least ${(alarms.length + unreadable.length).toLocaleString('en-GB')} alarms are active. Fault management gives no more at once.`;

/** Whether somebody put an alarm aside for a while. */
export type Shelved = (alarm: Alarm) => boolean;
const noneShelved: Shelved = () => false;

/** Why an alarm is left out of the counts; null: it counts. Suppression is the platform's and comes first. */
export function leftOut(alarm: Alarm, shelved: Shelved = noneShelved): 'suppressed' | 'shelved' | null {
  if (alarm.suppressed) return 'suppressed';
  return shelved(alarm) ? 'shelved' : null;
}

/** Counts of what asks for a person; suppressed and shelved ones are counted apart. */
export function countAlarms(alarms: readonly Alarm[], shelved: Shelved = noneShelved): AlarmCounts {
  const counts: AlarmCounts = { critical: 0, major: 0, minor: 0, warning: 0, suppressed: 0, shelved: 0 };
  for (const alarm of alarms) counts[leftOut(alarm, shelved) ?? alarm.severity] += 1;
  return counts;
}

/** Entities that end in a bare word instead of `key=value`: `host=controller-0.ntp`, `host=worker-0.instance=p1.ptp`. */
const BARE_WORDS: readonly string[] = ['ntp', 'ptp'];

/**
 * The `key=value` parts of an entity instance id, in order. Parts are separated by dots, in a few old ids by commas or a blank.
 * A piece without a key belongs to the value before it (a hostname may hold dots), save for the known bare words.
 */
export function parseEntity(entity: string): { key: string; value: string }[] {
  const parts: { key: string; value: string }[] = [];
  for (const piece of entity.split(/\.|,(?=[a-z0-9_-]+=)|\s(?=instance=)/i)) {
    const match = /^([a-z0-9_-]+)=(.*)$/is.exec(piece);
    const last = parts.at(-1);
    if (match) parts.push({ key: match[1] ?? '', value: match[2] ?? '' });
    else if (last && BARE_WORDS.includes(piece)) parts.push({ key: piece, value: '' });
    else if (last) last.value += `.${piece}`;
    else parts.push({ key: '', value: piece });
  }
  return parts;
}

/** The host an entity stands on, if it names one. `host=worker-1` is never `worker-10`. */
export function entityHost(entity: string): string | undefined {
  return parseEntity(entity).find((part) => part.key === 'host')?.value;
}

/** Alarms by hostname, each list in order of urgency, suppressed ones left out. */
export function alarmsByHost(alarms: readonly Alarm[]): Map<string, Alarm[]> {
  const byHost = new Map<string, Alarm[]>();
  for (const alarm of [...alarms].sort(byUrgency)) {
    const host = entityHost(alarm.entity);
    if (!host || alarm.suppressed) continue;
    const list = byHost.get(host);
    if (list) list.push(alarm);
    else byHost.set(host, [alarm]);
  }
  return byHost;
}

/** How many alarms of a host are hidden; undefined when alarms could not be read. */
export const hiddenOn = (alarms: readonly Alarm[] | undefined, hostname: string): number | undefined =>
  alarms?.filter(({ suppressed, entity }) => suppressed && entityHost(entity) === hostname).length;
