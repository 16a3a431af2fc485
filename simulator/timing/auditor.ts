/**
 * What collectd does on every host: at fixed intervals it reads the clocks, raises what is new and clears what is over. It
 * remembers what it raised: an alarm that an operator deleted does not come back until its severity changes.
 */

import type { Clocks } from './clocks';
import type { Cloud } from './cloud';
import { isOn } from './faults';
import { isInService } from './in-service';
import { alarmsOf, type Wanted } from './wanted';

/** collectd's intervals for ptp.py and its kin, and for ntpq.py. Audits fall on their multiples. */
export const PTP_AUDIT_MS = 30_000;
const NTP_AUDIT_MS = 300_000;
/** An alarm's text is written anew when its figure has moved by more than this share. */
const WORTH_SAYING = 0.1;

type Raised = { wanted: Wanted; id: string; entity: string };

export class Auditor {
  private lastPtp: number;
  private lastNtp: number;
  private readonly raised = new Map<string, Map<string, Raised>>();

  constructor(
    private readonly world: Cloud,
    private readonly virtual: ReadonlySet<string>,
  ) {
    const now = world.clock.now();
    this.lastPtp = slotOf(now, PTP_AUDIT_MS);
    this.lastNtp = slotOf(now, NTP_AUDIT_MS);
  }

  isDue(now: number): boolean {
    return slotOf(now, PTP_AUDIT_MS) > this.lastPtp;
  }

  hasRaised(): boolean {
    return [...this.raised.values()].some((alarms) => alarms.size > 0);
  }

  /** Whether an active alarm is of these audits: then it says nothing that the faults do not. */
  owns(id: string, entity: string): boolean {
    const host = /^host=([^.]+)/.exec(entity)?.[1] ?? '';
    return this.raised.get(host)?.has(`${id} ${entity}`) === true;
  }

  /** @param past the host is taken to have been in service then */
  audit(clocks: Clocks, hosts: readonly string[], at: number, past: boolean): void {
    const ntpDue = past || slotOf(at, NTP_AUDIT_MS) > this.lastNtp;
    if (!past) {
      this.lastPtp = slotOf(at, PTP_AUDIT_MS);
      this.lastNtp = slotOf(at, NTP_AUDIT_MS);
    }
    // What was raised is looked at until it is cleared; a past is audited host by host as it was told.
    const standing = past ? [] : [...this.raised].filter(([, alarms]) => alarms.size > 0);
    for (const host of new Set([...hosts, ...standing.map(([name]) => name)])) {
      // Collectd runs neither on a host that is out of service nor, for clocks, on a virtual one.
      if (this.virtual.has(host) || !(past || isInService(this.world, host))) continue;
      this.auditHost(clocks, host, at, ntpDue);
    }
  }

  private auditHost(clocks: Clocks, host: string, at: number, ntpDue: boolean): void {
    const configured = clocks.configuration.of(host);
    const reading = clocks.read(host, at);
    const on = clocks.faults.filter((fault) => fault.host === host && isOn(fault, at));
    const wanted = configured && reading ? alarmsOf(configured, reading, on) : [];
    const mine = this.raised.get(host) ?? new Map<string, Raised>();
    this.raised.set(host, mine);
    const keys = new Set<string>();
    for (const want of wanted) {
      const { alarm_id: id, entity_instance_id: entity } = want.spec;
      const key = `${id} ${entity}`;
      keys.add(key);
      if (id === '100.114' && !ntpDue) continue;
      if (!isNews(mine.get(key)?.wanted, want)) continue;
      this.world.fm.raise(want.spec, at);
      mine.set(key, { wanted: want, id, entity });
    }
    for (const [key, { id, entity }] of mine) {
      if (keys.has(key) || (id === '100.114' && !ntpDue)) continue;
      this.world.fm.clear(id, entity, at);
      mine.delete(key);
    }
  }
}

const slotOf = (at: number, interval: number): number => Math.floor(at / interval);

function isNews(before: Wanted | undefined, want: Wanted): boolean {
  if (!before || before.spec.severity !== want.spec.severity) return true;
  if (before.amount === undefined || want.amount === undefined) {
    return before.spec.reason_text !== want.spec.reason_text;
  }
  return Math.abs(want.amount - before.amount) > WORTH_SAYING * before.amount;
}
