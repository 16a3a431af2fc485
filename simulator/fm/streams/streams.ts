/** The streams of alarms of one cloud: all off until the control port, a tag or an option asks for them. */
import type { Clock } from '../../kernel/clock';
import type { SysinvState } from '../../sysinv/state';
import type { AlarmSpec, FmState } from '../state';
import { clockNames } from './clock-names';
import { Flood, type FloodPlan } from './flood';
import { pastOf } from './history';
import type { Chance } from './kinds';
import { Noise } from './noise';

const DAY = 86_400_000;

export class Streams {
  private readonly background: Noise;
  private flooding: Flood | undefined;

  /** @param random draws of the streams alone */
  constructor(
    private readonly clock: Clock,
    private readonly fm: FmState,
    private readonly sysinv: SysinvState,
    private readonly random: Chance,
  ) {
    this.background = new Noise(clock, fm, () => this.hosts(), random, clockNames(sysinv));
  }

  /**
   * Alarms that come and go by themselves, or no longer; what is up then is cleared.
   * @param everyMs between two, on average; by the size of the cloud, if left out
   */
  noise(on: boolean, everyMs?: number): void {
    this.background.stop();
    if (on) this.background.start(everyMs);
  }

  /** Many alarms at once; one that is still going on ends first. */
  flood(plan: FloodPlan): void {
    this.endFlood();
    this.flooding = new Flood(this.clock, this.fm, this.hosts(), this.random, plan);
  }

  /** Ends a flood now and clears what it raised. Returns how many alarms that were. */
  endFlood(): number {
    const cleared = this.flooding?.end() ?? 0;
    this.flooding = undefined;
    return cleared;
  }

  /**
   * One alarm that is raised and cleared over and over: up for half of `everyMs`, then down for the other half. The first
   * raise is now; after `times` of them it stays cleared.
   */
  flap(spec: AlarmSpec, everyMs: number, times: number): void {
    this.fm.raise(spec);
    this.clock.after(everyMs / 2, () => {
      this.fm.clear(spec.alarm_id, spec.entity_instance_id);
      if (times > 1) this.clock.after(everyMs / 2, () => this.flap(spec, everyMs, times - 1));
    });
  }

  /** Writes so many rows of a past into the event log, over so many days; the log's cap grows to hold them. */
  history(rows: number, days = 30): void {
    this.fm.restore(
      pastOf(this.fm, this.names(), this.clock.now(), days * DAY, rows, this.random, clockNames(this.sysinv)),
    );
  }

  /** Hosts in service: a host that is locked or away raises nothing of its own. */
  private hosts(): string[] {
    return this.sysinv.hosts.flatMap(({ row }) =>
      row.hostname && row.administrative === 'unlocked' && row.operational === 'enabled'
        ? [row.hostname]
        : [],
    );
  }

  private names(): string[] {
    return this.sysinv.hosts.flatMap(({ row }) => (row.hostname && row.personality ? [row.hostname] : []));
  }
}
