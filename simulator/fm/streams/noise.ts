/** What every cloud in use has: now and then an alarm, which goes after minutes or hours; some flap, some get worse. */
import type { Clock } from '../../kernel/clock';
import type { FmState } from '../state';
import type { ClockNames } from './clock-names';
import { alarmOf, type Chance, entityOf, type Kind, kindOn, lifeOf, mildest } from './kinds';

const MINUTE = 60_000;
/** One in ten minutes on a cloud of this many hosts in service; a larger one has more, but not in proportion. */
const USUAL = { everyMs: 10 * MINUTE, hosts: 12 };
const RAREST_MS = 30 * MINUTE;
const MOST_OFTEN_MS = MINUTE;
/** Shares of the alarms that flap, and that get worse before they go. */
const FLAPPING = 0.12;
const WORSENING = 0.15;

export class Noise {
  private cancel = new Set<() => void>();
  private up = new Map<string, { id: string; entity: string }>();

  constructor(
    private readonly clock: Clock,
    private readonly fm: FmState,
    private readonly hosts: () => readonly string[],
    private readonly random: Chance,
    private readonly names: ClockNames,
  ) {}

  /** @param everyMs between two alarms, on average */
  start(everyMs = usualPause(this.hosts().length)): void {
    // Exponential, as what comes by chance is spaced.
    this.later(-Math.log(1 - this.random()) * everyMs, () => {
      this.strike();
      this.start(everyMs);
    });
  }

  /** Nothing comes any more, and what is up is cleared. */
  stop(): void {
    for (const cancel of this.cancel) cancel();
    this.cancel.clear();
    for (const { id, entity } of this.up.values()) this.fm.clear(id, entity);
    this.up.clear();
  }

  private strike(): void {
    const hosts = this.hosts();
    const host = hosts[Math.floor(this.random() * hosts.length)];
    if (!host) return;
    const kind = kindOn(host, this.random, this.names);
    const entity = entityOf(kind, host, this.random, this.names);
    // Somebody else's, or one of ours that is still up: left alone.
    if (this.fm.find(kind.alarm_id, entity)) return;
    if (this.random() < FLAPPING) this.flap(kind, host, entity, 3 + Math.floor(this.random() * 8));
    else this.live(kind, host, entity);
  }

  private live(kind: Kind, host: string, entity: string): void {
    const life = lifeOf(kind, this.random);
    const worse = kind.severities[1];
    this.fm.raise(alarmOf(kind, host, mildest(kind), this.random, entity));
    if (worse && this.random() < WORSENING) {
      this.later(life / 3, () => {
        // Deleted by hand in the meantime: it stays away.
        if (this.fm.find(kind.alarm_id, entity))
          this.fm.raise(alarmOf(kind, host, worse, this.random, entity));
      });
    }
    this.clearAfter(life, kind, entity);
  }

  private flap(kind: Kind, host: string, entity: string, times: number): void {
    this.fm.raise(alarmOf(kind, host, mildest(kind), this.random, entity));
    const upFor = (20 + this.random() * 70) * 1000;
    this.clearAfter(upFor, kind, entity);
    const pause = (30 + this.random() * 150) * 1000;
    if (times > 1) this.later(upFor + pause, () => this.flap(kind, host, entity, times - 1));
  }

  private clearAfter(ms: number, { alarm_id: id }: Kind, entity: string): void {
    const key = `${id} ${entity}`;
    this.up.set(key, { id, entity });
    this.later(ms, () => {
      this.up.delete(key);
      this.fm.clear(id, entity);
    });
  }

  private later(ms: number, run: () => void): void {
    const cancel = this.clock.after(ms, () => {
      this.cancel.delete(cancel);
      run();
    });
    this.cancel.add(cancel);
  }
}

function usualPause(hosts: number): number {
  const pause = USUAL.everyMs / Math.sqrt(Math.max(1, hosts) / USUAL.hosts);
  return Math.min(RAREST_MS, Math.max(MOST_OFTEN_MS, pause));
}
