/**
 * Every clock of a cloud, at any moment: a pure function of the configuration, of the faults and of the time. Alarms,
 * notifications and metrics are all read from here, so they cannot disagree.
 */
import type { Configuration, HostClocks, Ptp4l } from './config';
import { ALL_SERVERS_MS, driftOf, type Fault, isOn, SERVO_MS } from './faults';
import { lasting, unrest } from './noise';
import { drift, tail, wander } from './offsets';
import { lastBefore, type Outage, outageAt, type Span } from './outages';
import {
  type CardReading,
  CLASS,
  type HostReading,
  type PtpReading,
  type ReceiverReading,
  type SynceReading,
  type SystemClockReading,
} from './reading';
import { Outages } from './spans';
import { roleOf, type Topology } from './topology';
import type { Wiring } from './wiring';

/** phc2sys HA takes no source worse than this unless it is told to (ha_min_clockClass). */
const HA_WORST_CLASS = 135;
export class Clocks {
  readonly configuration: Configuration;
  private readonly topology: Topology;
  private readonly outages: Outages;

  /** @param seed what the small unrest of this cloud's clocks is drawn from */
  constructor(
    private readonly seed: string,
    readonly faults: readonly Fault[],
    { configuration, topology }: Wiring,
  ) {
    this.configuration = configuration;
    this.topology = topology;
    this.outages = new Outages(faults, configuration, topology);
  }

  /** Undefined for a host that is not known, or has no name yet. */
  read(host: string, at: number): HostReading | undefined {
    const clocks = this.configuration.of(host);
    if (!clocks) return undefined;
    const card = this.card(clocks, at);
    const ptp = clocks.ptp4l.map((instance) => this.ptp(clocks, instance, at));
    const system = this.system(clocks, ptp, at);
    return {
      host,
      at,
      ptp,
      card,
      receiver: this.receiver(clocks, card, at),
      system,
      synce: this.synce(clocks, at),
      ntpLost: clocks.sync === 'ntp' ? this.ntpLost(clocks, at) : undefined,
      sync: system?.state ?? 'FREERUN',
    };
  }

  /** Hosts on which faults on some hosts can be felt: those, and whoever follows them. */
  reach(hosts: readonly string[]): string[] {
    const reached = new Set(hosts);
    const givers = this.configuration.givers();
    // Most faults are on clocks that nobody follows: then a thousand hosts need not be asked whom they follow.
    if (![...reached].some((host) => givers.has(host))) return [...reached];
    const follows = (host: string, depth: number): boolean => {
      const clocks = depth < 8 ? this.configuration.of(host) : undefined;
      return (clocks?.ptp4l ?? []).some((ptp) => {
        const upstream = clocks && this.topology.upstreamOf(clocks, ptp);
        if (!upstream || !('host' in upstream)) return false;
        return reached.has(upstream.host) || follows(upstream.host, depth + 1);
      });
    };
    return [
      ...reached,
      ...this.configuration.hosts().filter((host) => !reached.has(host) && follows(host, 0)),
    ];
  }

  private ptp(clocks: HostClocks, ptp: Ptp4l, at: number): PtpReading {
    const role = roleOf(clocks, ptp);
    const spans = this.outages.of(clocks, ptp);
    const outage = outageAt(spans, ptp.limits, at);
    const unheard = this.outages.unheard(clocks.host, ptp).filter(({ from, to }) => from <= at && at < to);
    const running = !this.on(clocks.host, at, 'ptp4l-crash').some(about(ptp.instance));
    const [faulty, heard] = [unheard.some(({ dead }) => dead), unheard.length === 0];
    const name = `${this.seed}/${clocks.host}/${ptp.instance}`;
    const unsteered = role === 'T-GM' ? outage !== undefined : !heard;
    const offsetNs =
      unsteered && outage
        ? drift(name, role, outage, at)
        : wander(name, role, at) +
          this.away(clocks.host, ptp.instance, at) +
          tail(name, role, spans, ptp.limits, at);
    return {
      instance: ptp.instance,
      role,
      interface: (ptp.ports.find(({ server }) => !server) ?? ptp.ports[0])?.name ?? 'unknown',
      upstream: this.topology.upstreamOf(clocks, ptp),
      state: outage?.state ?? 'LOCKED',
      outage,
      since: sinceOf(outage, spans, clocks, at),
      running,
      heard,
      portRole: faulty ? 3 : role === 'T-GM' ? 2 : heard ? 1 : role === 'T-BC' ? 2 : 5,
      clockClass: faulty ? CLASS.freeRun : this.announced(clocks, ptp, at),
      offsetNs: Math.round(offsetNs),
      delayNs: Math.round(420 + 280 * lasting(`${name}/delay`) + 3 * unrest(`${name}/delay`, at)),
      frequencyPpb: Math.round(4000 * lasting(`${name}/ppb`) + 12 * unrest(`${name}/ppb`, at)),
    };
  }

  /** The clockClass that an instance works with, and gives on if it gives time. */
  private announced(clocks: HostClocks, ptp: Ptp4l, at: number): number {
    const role = roleOf(clocks, ptp);
    const outage = outageAt(this.outages.of(clocks, ptp), ptp.limits, at);
    if (outage && role === 'T-GM') {
      if (outage.state === 'HOLDOVER') return CLASS.grandmasterHoldover;
      return outage.unstable ? CLASS.freeRun : CLASS.grandmasterExpired;
    }
    if (outage && role === 'T-BC') {
      if (outage.state === 'HOLDOVER') return CLASS.boundaryHoldover;
      return outage.heldUntil === outage.from ? CLASS.freeRun : CLASS.boundaryExpired;
    }
    if (outage && this.outages.unheard(clocks.host, ptp).some(({ from, to }) => from <= at && at < to)) {
      return CLASS.freeRun;
    }
    const upstream = this.topology.upstreamOf(clocks, ptp);
    const above = upstream && 'host' in upstream ? this.configuration.of(upstream.host) : undefined;
    const giver = above?.ptp4l.find(
      ({ instance }) => upstream && 'host' in upstream && instance === upstream.instance,
    );
    return above && giver && above.host !== clocks.host ? this.announced(above, giver, at) : CLASS.locked;
  }

  private card(clocks: HostClocks, at: number): CardReading | undefined {
    const { receiver, host } = clocks;
    if (!receiver) return undefined;
    const spans = this.outages.ofCard(host);
    const outage = outageAt(spans, receiver.limits, at);
    const name = `${this.seed}/${host}/card`;
    const lost = outage && (this.on(host, at, '1pps-loss').length > 0 ? '1pps' : 'gnss');
    const offset = outage ? drift(name, 'T-GM', outage, at) : wander(name, 'T-GM', at);
    return {
      instance: receiver.instance,
      interface: receiver.interface,
      state: outage?.state ?? 'LOCKED',
      outage,
      since: sinceOf(outage, spans, clocks, at),
      cause: lost || undefined,
      offsetNs: Math.round(offset),
      frequencyPpb: Math.round(900 * lasting(`${name}/ppb`) + 4 * unrest(`${name}/ppb`, at)),
    };
  }

  private receiver(
    { host, monitor, receiver }: HostClocks,
    card: CardReading | undefined,
    at: number,
  ): ReceiverReading | undefined {
    if (!receiver && !monitor) return undefined;
    const name = `${this.seed}/${host}/gnss`;
    const [wanted, wantedDb] = [monitor?.satellites ?? 5, monitor?.signalDb ?? 30];
    const [few, weak] = [this.on(host, at, 'satellite-count'), this.on(host, at, 'signal-quality')];
    const lost = this.on(host, at, 'gnss-loss').length > 0;
    const count = few.length > 0 ? Math.floor(wanted * 0.45) : wanted + 6 + Math.round(2 * unrest(name, at));
    const weakened = weak.length > 0;
    return {
      status: statusOf(card, lost),
      satellites: lost ? 0 : count,
      signal: lost
        ? undefined
        : {
            min: weakened ? wantedDb * 0.7 : wantedDb + 5 + unrest(`${name}/min`, at),
            average: weakened ? wantedDb * 0.913 : wantedDb + 12 + unrest(`${name}/avg`, at),
          },
    };
  }

  /** CLOCK_REALTIME: with HA the best source that can be traced, without it the one there is. */
  private system(
    { host, phc2sys }: HostClocks,
    ptp: readonly PtpReading[],
    at: number,
  ): SystemClockReading | undefined {
    if (!phc2sys) return undefined;
    const readings = phc2sys.sources.map((source) => ({
      source,
      reading: ptp.find(({ instance }) => instance === source.instance),
    }));
    const forced = this.on(host, at, 'forced-source').length > 0;
    const usable = readings.filter(({ reading }) => reading?.running && reading.clockClass <= HA_WORST_CLASS);
    const chosen = phc2sys.ha && !forced ? usable[0] : readings[0];
    const followed = chosen?.reading;
    const name = `${this.seed}/${host}/${phc2sys.instance}`;
    return {
      instance: phc2sys.instance,
      state: followed?.state ?? 'FREERUN',
      since: followed?.since ?? Math.max(0, ...ptp.map(({ since }) => since)),
      source: followed && chosen?.source,
      offsetNs: Math.round((followed?.offsetNs ?? 0) + 8 * lasting(name) + 12 * unrest(name, at)),
      delayNs: Math.round(1100 + 90 * lasting(`${name}/delay`) + 8 * unrest(`${name}/delay`, at)),
      frequencyPpb: Math.round(9000 * lasting(`${name}/ppb`) + 15 * unrest(`${name}/ppb`, at)),
    };
  }

  private synce(clocks: HostClocks, at: number): SynceReading | undefined {
    const { host, synce } = clocks;
    if (!synce) return undefined;
    const spans = this.outages
      .faultsOf(host, 'synce-source-loss')
      .map(({ since, until }) => ({ from: since, to: until + SERVO_MS }));
    const limits = { minorNs: 0, majorNs: 0, holdoverS: synce.holdoverS, lockedS: 0 };
    const outage = outageAt(spans, limits, at);
    const running = this.on(host, at, 'synce4l-crash').length === 0;
    return {
      instance: synce.instance,
      interface: synce.interface,
      state: running ? (outage?.state ?? 'LOCKED') : 'FREERUN',
      since: sinceOf(outage, spans, clocks, at),
      running,
      quality: outage || !running ? 15 : 2,
    };
  }

  private ntpLost({ host, ntpServers }: HostClocks, at: number): string[] {
    const lost = this.on(host, at, 'ntp-loss').flatMap(({ server = 0, all = true, since }) =>
      all && at >= since + ALL_SERVERS_MS ? ntpServers : ntpServers.slice(server, server + 1),
    );
    return ntpServers.filter((server) => lost.includes(server));
  }

  private on(host: string, at: number, kind: Fault['kind']): Fault[] {
    return this.outages.faultsOf(host, kind).filter((fault) => isOn(fault, at));
  }

  private away(host: string, instance: string, at: number): number {
    return this.outages
      .faultsOf(host, 'out-of-tolerance')
      .filter(about(instance))
      .reduce((sum, fault) => sum + driftOf(fault, at), 0);
  }
}

const about =
  (instance: string) =>
  (fault: Fault): boolean =>
    fault.instance === undefined || fault.instance === instance;

/** When a state began: with the outage or the end of its holdover, with the end of the last outage, or with the boot. */
function sinceOf(outage: Outage | undefined, spans: readonly Span[], clocks: HostClocks, at: number): number {
  if (outage) return outage.state === 'HOLDOVER' ? outage.from : outage.heldUntil;
  return lastBefore(spans, at)?.to ?? clocks.upSince;
}

function statusOf(card: CardReading | undefined, lost: boolean): ReceiverReading['status'] {
  if (!card?.outage) return lost ? 'FAILURE-NOFIX' : 'SYNCHRONIZED';
  if (card.cause === 'gnss' && !lost) return 'ACQUIRING-SYNC';
  if (card.state === 'HOLDOVER') return 'HOLDOVER';
  return card.cause === '1pps' ? 'FAILURE-PLL' : 'FAILURE-NOFIX';
}
