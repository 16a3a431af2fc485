/** Which faults leave which clock without its reference, and when: the host's own, and those of whom it follows. */
import type { Configuration, HostClocks, Ptp4l } from './config';
import { ACQUIRE_MS, driftOf, type Fault, SERVO_MS } from './faults';
import { joined, type Span, untraceable } from './outages';
import { roleOf, type Topology } from './topology';

const over = ({ since, until }: Fault, recoveryMs: number): Span => ({ from: since, to: until + recoveryMs });

export class Outages {
  private readonly byHost = new Map<string, Fault[]>();
  private readonly known = new Map<string, Span[]>();

  constructor(
    faults: readonly Fault[],
    private readonly configuration: Configuration,
    private readonly topology: Topology,
  ) {
    for (const fault of faults) {
      const list = this.byHost.get(fault.host);
      if (list) list.push(fault);
      else this.byHost.set(fault.host, [fault]);
    }
  }

  faultsOf(host: string, ...kinds: readonly Fault['kind'][]): Fault[] {
    return (this.byHost.get(host) ?? []).filter(({ kind }) => kinds.includes(kind));
  }

  /** When the card of a host had no satellites, or no pulse. */
  ofCard(host: string): Span[] {
    return joined([
      ...this.faultsOf(host, 'gnss-loss').map((fault) => over(fault, ACQUIRE_MS)),
      ...this.faultsOf(host, '1pps-loss').map((fault) => over(fault, SERVO_MS)),
    ]);
  }

  /** When a ptp4l instance was not locked to a source that can be traced to a reference. */
  of({ host }: HostClocks, ptp: Ptp4l): Span[] {
    const key = `${host} ${ptp.instance}`;
    const known = this.known.get(key);
    if (known) return known;
    // Against rings: whoever asks in the course of this sees a clock that is well.
    this.known.set(key, []);
    const spans = joined([...this.unheard(host, ptp), ...this.follows(host, ptp)]);
    this.known.set(key, spans);
    return spans;
  }

  /** When no announce reached the port, or no daemon was there to hear it. */
  unheard(host: string, ptp: Ptp4l): Span[] {
    const own = this.faultsOf(
      host,
      'grandmaster-loss',
      'grandmaster-failover',
      'ptp4l-crash',
      'unsupported-timestamping',
    ).filter(({ instance }) => instance === undefined || instance === ptp.instance);
    const clocks = this.configuration.of(host);
    const upstream = clocks && this.topology.upstreamOf(clocks, ptp);
    const above =
      upstream && 'host' in upstream
        ? this.faultsOf(upstream.host, 'ptp4l-crash').filter(
            ({ instance }) => instance === undefined || instance === upstream.instance,
          )
        : [];
    return [
      ...own.map((fault) => ({
        ...over(fault, SERVO_MS),
        dead: fault.kind === 'ptp4l-crash' || fault.kind === 'unsupported-timestamping',
      })),
      ...above.map((fault) => over(fault, 2 * SERVO_MS)),
    ];
  }

  private follows(host: string, ptp: Ptp4l): Span[] {
    const clocks = this.configuration.of(host);
    if (!clocks) return [];
    if (roleOf(clocks, ptp) === 'T-GM') return this.ofCard(host);
    // An offset over the major limit is no lock either, for the notification service.
    const away = this.faultsOf(host, 'out-of-tolerance')
      .filter(({ instance }) => instance === undefined || instance === ptp.instance)
      .flatMap((fault) => beyond(fault, ptp.limits.majorNs));
    const upstream = this.topology.upstreamOf(clocks, ptp);
    const above = upstream && 'host' in upstream ? this.configuration.of(upstream.host) : undefined;
    const giver = above?.ptp4l.find(
      ({ instance }) => upstream && 'host' in upstream && instance === upstream.instance,
    );
    return [...away, ...(above && giver ? untraceable(this.of(above, giver), giver.limits) : [])];
  }
}

/** From when to when an offset was over a limit; found by halving, for it grows until the cause ends. */
function beyond(fault: Fault, limitNs: number): Span[] {
  const over = (at: number) => Math.abs(driftOf(fault, at)) > limitNs;
  if (!over(fault.until)) return [];
  let [below, above] = [fault.since, fault.until];
  while (above - below > 1000) {
    const middle = (below + above) / 2;
    if (over(middle)) above = middle;
    else below = middle;
  }
  return [{ from: above, to: fault.until + SERVO_MS }];
}
