/** Scenarios: a fault on a host that can have it, the host chosen when nobody names one. */
import type { World } from '../kernel/world';
import type { HostClocks } from './config';
import { type Fault, type FaultKind, type Timestamping, USUAL_MINUTES } from './faults';
import { isInService } from './in-service';
import { roleOf } from './topology';

const MINUTE = 60_000;

export type ScenarioRequest = {
  scenario: FaultKind;
  host?: string | undefined;
  /** How long the cause lasts; the kind's own length, if left out. */
  minutes?: number | undefined;
  /** How many minutes ago it began. */
  age?: number | undefined;
  peakNs?: number | undefined;
  timestamping?: Timestamping | undefined;
  /** NTP: only the first server is lost. */
  all?: boolean | undefined;
  /** NTP: the number of the server that is lost first. */
  server?: number | undefined;
};

/** What a host must have, in words, and whether it has. */
type Need = { what: string; met: (clocks: HostClocks) => boolean };

const follows = (clocks: HostClocks): boolean => clocks.ptp4l.some((ptp) => roleOf(clocks, ptp) !== 'T-GM');

const PTP: Need = { what: 'a ptp4l instance', met: ({ ptp4l }) => ptp4l.length > 0 };
const FOLLOWER: Need = { what: 'a ptp4l instance that follows a grandmaster', met: follows };
const RECEIVER: Need = { what: 'ts2phc with a receiver', met: ({ receiver }) => receiver !== undefined };
const MONITOR: Need = { what: 'a gnss-monitor instance', met: ({ monitor }) => monitor !== undefined };
const HA: Need = {
  what: 'phc2sys HA with two sources',
  met: ({ phc2sys }) => phc2sys?.ha === true && phc2sys.sources.length > 1,
};
const SYNCE: Need = { what: 'a synce4l instance', met: ({ synce }) => synce !== undefined };

const NEEDS: Record<FaultKind, Need> = {
  'gnss-loss': RECEIVER,
  '1pps-loss': RECEIVER,
  'satellite-count': MONITOR,
  'signal-quality': MONITOR,
  'grandmaster-loss': FOLLOWER,
  'grandmaster-failover': HA,
  'out-of-tolerance': FOLLOWER,
  'ptp4l-crash': PTP,
  'unsupported-timestamping': PTP,
  'forced-source': HA,
  'tspll-mismatch': {
    what: 'a card with a PTP port',
    met: ({ ptp4l }) => ptp4l.some(({ ports }) => ports.length > 0),
  },
  'synce-source-loss': SYNCE,
  'synce4l-crash': SYNCE,
  'ntp-loss': { what: 'NTP servers', met: ({ ntpServers }) => ntpServers.length > 0 },
};

/** Starts a scenario; a sentence when no host, or not the named one, can have it. */
export function startScenario(world: World, request: ScenarioRequest): Fault | string {
  const { scenario, host: named, minutes = USUAL_MINUTES[scenario], age = 0, ...rest } = request;
  const [now, need, clocks] = [world.clock.now(), NEEDS[scenario], world.timing.clocks()];
  const fits = (name: string): boolean => {
    const configured = clocks.configuration.of(name);
    return configured !== undefined && need.met(configured);
  };
  if (named !== undefined && !clocks.configuration.of(named)) return `no host ${named}`;
  if (named !== undefined && !fits(named)) return `${named} has not what ${scenario} needs: ${need.what}`;
  const busy = new Set(world.timing.faults.filter(({ until }) => until > now).map(({ host }) => host));
  const candidates = clocks.configuration.hosts().filter((name) => isInService(world, name));
  // A host that has trouble already is the second choice.
  const host =
    named ??
    candidates.find((name) => !busy.has(name) && fits(name)) ??
    candidates.find((name) => fits(name));
  if (host === undefined) return `no host in service has what ${scenario} needs: ${need.what}`;
  const since = now - age * MINUTE;
  const configured = clocks.configuration.of(host);
  return world.timing.start({
    kind: scenario,
    host,
    since,
    until: since + minutes * MINUTE,
    instance: configured && instanceOf(scenario, configured),
    ...rest,
  });
}

/** The instance that a fault is about, where it is about one of several: the best source, or the first that follows. */
export function instanceOf(kind: FaultKind, clocks: HostClocks): string | undefined {
  const best = clocks.phc2sys?.sources[0]?.instance;
  if (kind === 'grandmaster-failover') return best;
  if (kind !== 'out-of-tolerance' && kind !== 'unsupported-timestamping' && kind !== 'ptp4l-crash')
    return undefined;
  return (
    best ?? clocks.ptp4l.find((ptp) => roleOf(clocks, ptp) !== 'T-GM')?.instance ?? clocks.ptp4l[0]?.instance
  );
}
