/** A past of many days: pairs of raise and clear, flapping, storms, and what people did to hosts. */
import { uuidInFourDraws } from '../../worlds/uuid';
import { specOf } from '../catalogue';
import type { AlarmSpec, FmState, PastEvent } from '../state';
import type { ClockNames } from './clock-names';
import {
  alarmOf,
  anyKind,
  type Chance,
  canHave,
  entityOf,
  type Kind,
  kindOn,
  lifeOf,
  mildest,
} from './kinds';

const MINUTE = 60_000;
/** How much of what happens are storms (many hosts within minutes), flapping entities, and work of people. */
const STORMS = 0.004;
const FLAPPING = 0.1;
const WORK = 0.06;

/**
 * @param hosts names that the past may speak of
 * @param now epoch milliseconds; everything is over by then
 * @returns exactly `rows` rows, oldest first. An entity has one alarm of an id at a time, also against what the log
 *   holds and what is active already
 */
export function pastOf(
  fm: FmState,
  hosts: readonly string[],
  now: number,
  ms: number,
  rows: number,
  random: Chance,
  names: ClockNames,
): PastEvent[] {
  const past = new Past(fm, hosts, now, random, names);
  // Times are drawn all over the span, not one after the other: whatever stops first, the span is filled.
  // A small cloud has only so many entities that can be in alarm: what is still missing then are lines of the log.
  for (let tries = rows; past.events.length < rows && tries > 0; tries -= 1) {
    past.happen(now - random() * ms, rows - past.events.length);
  }
  while (past.events.length < rows) past.line(now - random() * ms);
  return past.events.slice(0, rows).sort((a, b) => a.at - b.at);
}

class Past {
  readonly events: PastEvent[] = [];
  /** By id and entity: the spans in which that alarm was up. */
  private readonly taken = new Map<string, [from: number, to: number][]>();

  constructor(
    fm: FmState,
    private readonly hosts: readonly string[],
    private readonly now: number,
    private readonly random: Chance,
    private readonly names: ClockNames,
  ) {
    for (const { alarm_id, entity_instance_id, timestamp } of fm.events) {
      this.take(alarm_id, entity_instance_id, timestamp, now);
    }
  }

  /** One thing that happened about this time; of no more than `left` rows if that is few. */
  happen(at: number, left: number): void {
    const chance = this.random();
    if (left < 2) this.line(at);
    else if (chance < STORMS && left > 400) this.storm(at);
    else if (chance < STORMS + FLAPPING && left > 24) this.flap(at);
    else if (chance < STORMS + FLAPPING + WORK && left > 6) this.work(at);
    else this.pairOn(this.host(), at);
  }

  /** One row of the log that stands alone. */
  line(at: number): void {
    const host = this.host();
    const entity_instance_id = `host=${host}.status=online`;
    this.add(
      specOf({ alarm_id: '200.022', entity_instance_id, reason_text: `${host} is now online` }),
      'log',
      at,
    );
  }

  private storm(start: number): void {
    const kind = anyKind(this.random);
    const count = 40 + Math.floor(this.random() * 110);
    for (let n = 0; n < count; n += 1) {
      const [host, when] = [this.host(), start + this.random() ** 2 * 12 * MINUTE];
      if (n % 3 === 0 || !canHave(host, kind, this.names)) this.pairOn(host, when);
      else this.pair(kind, host, when);
    }
  }

  private flap(start: number): void {
    const host = this.host();
    const kind = kindOn(host, this.random, this.names);
    const entity = entityOf(kind, host, this.random, this.names);
    let at = start;
    for (let left = 3 + Math.floor(this.random() * 9); left > 0; left -= 1) {
      const upFor = (20 + this.random() * 70) * 1000;
      this.write(alarmOf(kind, host, mildest(kind), this.random, entity), at, at + upFor);
      at += upFor + (30 + this.random() * 150) * 1000;
    }
  }

  private pairOn(host: string, at: number): void {
    this.pair(kindOn(host, this.random, this.names), host, at);
  }

  private pair(kind: Kind, host: string, at: number): void {
    const entity = entityOf(kind, host, this.random, this.names);
    this.write(alarmOf(kind, host, mildest(kind), this.random, entity), at, at + lifeOf(kind, this.random));
  }

  /** Somebody locks a host, works on it and unlocks it; the log says so in four rows and a pair. */
  private work(at: number): void {
    const host = this.host();
    const log = (alarm_id: string, entity: string, reason_text: string, when: number) =>
      this.add(specOf({ alarm_id, entity_instance_id: `host=${host}.${entity}`, reason_text }), 'log', when);
    const [locked, unlocked] = [at + MINUTE, at + (10 + this.random() * 50) * MINUTE];
    if (unlocked > this.now - 15 * MINUTE) return;
    log('200.021', 'command=lock', `${host}: lock requested`, at);
    log('200.022', 'state=disabled', `${host} is now disabled`, locked);
    log('200.021', 'command=unlock', `${host}: unlock requested`, unlocked);
    log('200.022', 'state=enabled', `${host} is now enabled`, unlocked + 9 * MINUTE);
    const reason_text = `${host} was administratively locked to take it out-of-service.`;
    this.write(
      specOf({ alarm_id: '200.001', entity_instance_id: `host=${host}`, reason_text }),
      locked,
      unlocked,
    );
  }

  /** A raise and its clear, unless they would be in the future or that alarm was up in between. */
  private write(spec: AlarmSpec, raised: number, cleared: number): void {
    if (cleared > this.now - MINUTE) return;
    const spans = this.taken.get(keyOf(spec.alarm_id, spec.entity_instance_id)) ?? [];
    if (spans.some(([from, to]) => raised <= to && cleared >= from)) return;
    this.take(spec.alarm_id, spec.entity_instance_id, raised, cleared);
    this.add(spec, 'set', raised);
    this.add(spec, 'clear', cleared);
  }

  private take(id: string, entity: string, from: number, to: number): void {
    const key = keyOf(id, entity);
    const spans = this.taken.get(key);
    if (spans) spans.push([from, to]);
    else this.taken.set(key, [[from, to]]);
  }

  private add(spec: AlarmSpec, state: PastEvent['state'], at: number): void {
    this.events.push({ spec, state, uuid: uuidInFourDraws(this.random), at: Math.floor(at) });
  }

  private host(): string {
    return this.hosts[Math.floor(this.random() * this.hosts.length)] ?? 'controller-0';
  }
}

const keyOf = (id: string, entity: string) => `${id} ${entity}`;
