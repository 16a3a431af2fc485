/**
 * Volume groups of every host, those to look at first. What sysinv tells of one is how much of it logical volumes have taken: a
 * group that is taken whole is no fault, so that only an alarm or a failed state gives it a colour.
 */
import { type Alarm, SEVERITIES } from '../../alarm';
import { type Host, hostName, type Unknown } from '../../host';
import type { GroupFill } from '../cloud-storage';
import { volumeState } from '../volume-group';
import { type Fill, fillsOf } from './fill';

export type GroupRow = {
  group: GroupFill;
  hostname: Unknown<string>;
  personality: Unknown<string>;
  takenBytes: Unknown<number>;
  /** 0 to 1: of the group, taken by logical volumes. */
  share: Unknown<number>;
  /** Its own alarm (100.104), which knows more than sysinv. */
  fill: Fill | null;
  /** Higher is to be looked at first. */
  urgency: number;
};

/** Room that no logical volume has taken. A group without a size has not been made yet, or nobody knows. */
function taken({ sizeBytes, availableBytes }: GroupFill): { bytes: Unknown<number>; share: Unknown<number> } {
  if (sizeBytes === null || availableBytes === null || sizeBytes <= 0) return { bytes: null, share: null };
  const bytes = Math.min(Math.max(sizeBytes - availableBytes, 0), sizeBytes);
  return { bytes, share: bytes / sizeBytes };
}

/** In the order of attention: failed, critical, unknown, the other alarms, then by what is taken. What waits for an unlock has no figures yet. */
function urgency(group: GroupFill, share: Unknown<number>, fill: Fill | null): number {
  const state = volumeState(group.state);
  if (state?.failed) return 100;
  if (fill?.alarm.severity === 'critical') return 90;
  if (share === null && !state?.pending) return 80;
  if (fill) return 70 - SEVERITIES.indexOf(fill.alarm.severity) * 10;
  return share ?? -1;
}

/** Worst first, then by host and name. @param alarms all that are active */
export function groupRows(
  groups: readonly GroupFill[],
  hosts: readonly Host[],
  alarms: readonly Alarm[],
): GroupRow[] {
  const hostById = new Map(hosts.map((host) => [host.id, host]));
  const fills = new Map(
    fillsOf(alarms)
      .filter(({ of }) => of === 'volume group')
      .map((fill) => [`${fill.hostname} ${fill.name}`, fill]),
  );
  return groups
    .map((group) => {
      const host = group.hostId === null ? undefined : hostById.get(group.hostId);
      const hostname = host ? hostName(host) : null;
      const { bytes, share } = taken(group);
      const fill = fills.get(`${hostname} ${group.name}`) ?? null;
      return {
        ...{ group, hostname, personality: host?.personality ?? null, takenBytes: bytes, share, fill },
        urgency: urgency(group, share, fill),
      };
    })
    .sort(
      (a, b) =>
        b.urgency - a.urgency ||
        NATURAL.compare(a.hostname ?? '~', b.hostname ?? '~') ||
        NATURAL.compare(a.group.name, b.group.name),
    );
}

const NATURAL = new Intl.Collator('en', { numeric: true });
