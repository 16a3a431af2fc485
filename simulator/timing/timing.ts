/**
 * The clocks of one cloud over time: which faults are on, the audits that raise and clear their alarms, and whoever wants
 * to hear of changes.
 *
 * Time here is the time of day of the cloud (`Clock.now`), not the time line of waits, which the demo runs faster: a
 * console that reads "since 12:41, for four hours" off the alarms counts by that too. `advance` moves both. Nothing
 * happens, and no timer runs, while no fault is on.
 */

import { Auditor, PTP_AUDIT_MS } from './auditor';
import { Clocks } from './clocks';
import type { Cloud } from './cloud';
import type { Configuration } from './config';
import { ALL_SERVERS_MS, type Fault, isMoving } from './faults';
import { impliedFaults } from './implied';
import { isInService } from './in-service';
import type { HostReading } from './reading';
import { WiringCache } from './wiring';

const MINUTE = 60_000;
/** While nothing is about to change, now and then a look all the same: hosts come and go. */
const QUIET_MS = 5 * MINUTE;
/** Waits pass faster than the time of day where a cloud runs faster, so a step may come early and wait again. */
const SOONEST_MS = 200;
/** Faults of the past stay this long, for a metric can be asked for its past. */
const KEPT_MS = 8 * 86_400_000;

export type NewFault = Omit<Fault, 'id'>;

export class Timing {
  /** In the order in which they were started, those that are over included. */
  private known: Fault[] = [];
  private nextId = 1;
  private cancel: () => void = () => undefined;
  private readonly wiring: WiringCache;
  private readonly auditor: Auditor;
  private readonly listeners = new Set<() => void>();
  /** Hosts that are virtual machines: the platform's monitoring does nothing there. */
  readonly virtual = new Set<string>();

  constructor(private readonly world: Cloud) {
    this.wiring = new WiringCache(world);
    this.auditor = new Auditor(world, this.virtual);
  }

  get faults(): readonly Fault[] {
    return this.known;
  }

  /** The clocks with everything that befell them, alarms that somebody else raised included. */
  clocks(): Clocks {
    return this.withFaults([...this.known, ...impliedFaults(this.world, this.auditor)]);
  }

  private withFaults(faults: readonly Fault[]): Clocks {
    return new Clocks(this.world.name, faults, this.wiring.get());
  }

  /** What can be read of a host now; undefined where nothing can: it is not in service, or keeps no time. */
  read(host: string, at = this.world.clock.now()): HostReading | undefined {
    return isInService(this.world, host) ? this.clocks().read(host, at) : undefined;
  }

  /** Starts a fault. One that began in the past is audited from then on, so that its alarms bear the times they would. */
  start(fault: NewFault): Fault {
    const started = this.add(fault);
    this.replay([started]);
    this.step();
    return started;
  }

  /** Ends what is on, of a kind or on a host if these are given: recovery starts now. Returns the faults. */
  end(which: { kind?: string | undefined; host?: string | undefined } = {}): Fault[] {
    const now = this.world.clock.now();
    const ended = this.known.filter(
      (fault) =>
        fault.until > now &&
        (which.kind === undefined || fault.kind === which.kind) &&
        (which.host === undefined || fault.host === which.host),
    );
    for (const fault of ended) fault.until = Math.max(now, fault.since);
    if (ended.length > 0) this.step();
    return ended;
  }

  /** Adds faults of the past, over or not, and writes what the audits of that time would have written. */
  restore(faults: readonly NewFault[]): void {
    this.replay(faults.map((fault) => this.add(fault)));
    this.arm();
  }

  private add(fault: NewFault): Fault {
    const added: Fault = { ...fault, id: this.nextId++ };
    this.known.push(added);
    return added;
  }

  private replay(added: readonly Fault[]): void {
    const now = this.world.clock.now();
    const past = added.filter(({ since }) => since < now - PTP_AUDIT_MS);
    if (past.length === 0) return;
    const clocks = this.withFaults(this.known);
    const audits = past.flatMap((fault) => {
      const hosts = clocks.reach([fault.host]);
      return this.auditTimes(fault, clocks.configuration, now).map((at) => ({ at, hosts }));
    });
    audits.sort((a, b) => a.at - b.at);
    for (const { at, hosts } of audits) this.auditor.audit(clocks, hosts, at, true);
  }

  /** Calls `listener` whenever a clock may have changed. Returns a function that ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Looks at everything now: audits if one is due, and tells who listens. */
  private step(): void {
    const now = this.world.clock.now();
    this.known = this.known.filter(({ until }) => until > now - KEPT_MS);
    if (this.auditor.isDue(now)) {
      const recent = this.known.filter((fault) => fault.since <= now && now < fault.until + 30 * MINUTE);
      const clocks = this.withFaults(this.known);
      this.auditor.audit(clocks, clocks.reach(recent.map(({ host }) => host)), now, false);
    }
    for (const listener of this.listeners) listener();
    this.arm();
  }

  private arm(): void {
    this.cancel();
    const now = this.world.clock.now();
    const wait = this.nextStep(now);
    this.cancel = wait === undefined ? () => undefined : this.world.clock.after(wait, () => this.step());
  }

  /** Milliseconds until something has to be looked at; undefined while all is well. */
  private nextStep(now: number): number | undefined {
    const open = this.known.filter((fault) => fault.until > now || isMoving(fault, now));
    if (open.length === 0) return this.auditor.hasRaised() ? QUIET_MS : undefined;
    const { configuration } = this.wiring.get();
    const soon = open.some((fault) => isMoving(fault, now) || this.isTurning(fault, configuration, now));
    if (soon) return Math.max(SOONEST_MS, PTP_AUDIT_MS - (now % PTP_AUDIT_MS));
    const next = Math.min(
      ...open.flatMap((fault) => this.turns(fault, configuration)).filter((at) => at > now),
    );
    return Math.min(QUIET_MS, Math.max(SOONEST_MS, next - now));
  }

  /** Within one audit of a turn: it is to be found by it. */
  private isTurning(fault: Fault, configuration: Configuration, now: number): boolean {
    return this.turns(fault, configuration).some((at) => at <= now && now <= at + PTP_AUDIT_MS);
  }

  /** When a state may change by itself: holdover ends, here and on those that follow, the cause ends. */
  private turns({ since, until, host, kind }: Fault, configuration: Configuration): number[] {
    const clocks = configuration.of(host);
    const seconds =
      kind === 'synce-source-loss' ? clocks?.synce?.holdoverS : clocks?.ptp4l[0]?.limits.holdoverS;
    const holdover = (seconds ?? 14_400) * 1000;
    const tiers = clocks?.dpll ? [0.25, 0.5, 0.75].map((share) => since + share * holdover) : [];
    const servers = kind === 'ntp-loss' ? [since + ALL_SERVERS_MS] : [];
    return [since, until, ...tiers, ...servers, ...[1, 2, 3].map((n) => since + n * holdover)];
  }

  /** Moments at which audits of a past would have found something new: while it moves, and when a state turns. */
  private auditTimes(fault: Fault, configuration: Configuration, now: number): number[] {
    const slot = (at: number) => Math.ceil(at / PTP_AUDIT_MS) * PTP_AUDIT_MS;
    const turns = this.turns(fault, configuration).sort((a, b) => a - b);
    const times = new Set(turns.flatMap((at) => [slot(at), slot(at) + PTP_AUDIT_MS]));
    for (let at = slot(fault.since); at < fault.until + 12 * MINUTE && at <= now; ) {
      times.add(at);
      const next = isMoving(fault, at) ? at + PTP_AUDIT_MS : turns.find((turn) => turn > at);
      if (next === undefined) break;
      at = slot(next);
    }
    return [...times].filter((at) => at >= fault.since && at <= now);
  }
}
