/** What befell the clocks of a world before now: seven days of it in `standard`, and what stands. */
import type { World } from '../kernel/world';
import { generator } from '../worlds/chance';
import type { FaultKind } from './faults';
import { isInService } from './in-service';
import { instanceOf } from './scenarios';
import type { NewFault } from './timing';

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
const FOR_GOOD = 400 * DAY;

/** Ages in minutes; without `ended` it is still on, and stays for as long as anybody looks. */
type Told = {
  kind: FaultKind;
  host: string;
  age: number;
  ended?: number;
  peakNs?: number;
  server?: number;
  all?: boolean;
};

/** An offset that stays where it is: the case that a console has to show all day. */
const standing = (host: string, age: number, peakNs: number): Told => ({
  kind: 'out-of-tolerance',
  host,
  age,
  peakNs,
});

/** worker-5 has been without its grandmaster for an hour and three quarters, worker-2 has just drifted over its limit. */
const STANDARD: readonly Told[] = [
  { kind: 'grandmaster-loss', host: 'worker-5', age: 105 },
  standing('worker-2', 3, 1180),
  { kind: 'ntp-loss', host: 'storage-0', age: 17 * HOUR, server: 2, all: false },
  { kind: 'out-of-tolerance', host: 'worker-3', age: 31, ended: 13, peakNs: 1060 },
  { kind: 'out-of-tolerance', host: 'worker-2', age: 9 * HOUR, ended: 9 * HOUR - 22, peakNs: 1310 },
  // The process of worker-3 was gone for a while: its clock ran free.
  { kind: 'ptp4l-crash', host: 'worker-3', age: 15 * HOUR, ended: 15 * HOUR - 7 },
  { kind: 'out-of-tolerance', host: 'controller-1', age: 14.6 * HOUR, ended: 14.6 * HOUR - 9, peakNs: 1220 },
  { kind: 'satellite-count', host: 'worker-0', age: 2 * DAY + 3 * HOUR, ended: 2 * DAY + 3 * HOUR - 18 },
  // A thunderstorm: the receiver was without a fix for 40 minutes, and the class went to 7.
  { kind: 'gnss-loss', host: 'worker-0', age: 3 * DAY + 5 * HOUR, ended: 3 * DAY + 5 * HOUR - 40 },
  { kind: 'synce-source-loss', host: 'worker-1', age: 3 * DAY + 5 * HOUR, ended: 3 * DAY + 5 * HOUR - 4 },
  { kind: 'grandmaster-failover', host: 'worker-7', age: 4 * DAY + 2 * HOUR, ended: 4 * DAY + 2 * HOUR - 35 },
  { kind: 'grandmaster-loss', host: 'worker-5', age: 6 * DAY + 8 * HOUR, ended: 6 * DAY + 8 * HOUR - 270 },
  { kind: 'ntp-loss', host: 'storage-1', age: 5 * DAY, ended: 5 * DAY - 25 },
];

/** Small excursions that come and go on any clock that follows another. */
const EXCURSIONS = 18;

export function seedTiming(world: World): void {
  const told = world.inventory === 'standard' ? [...STANDARD, ...excursions(world)] : toldOf(world);
  const now = world.clock.now();
  const clocks = world.timing.clocks();
  const faults = told.flatMap(({ age, ended, ...rest }): NewFault[] => {
    const configured = clocks.configuration.of(rest.host);
    // A world whose clocks are configured otherwise has no such past.
    if (!configured || (configured.ptp4l.length === 0 && configured.sync !== 'ntp')) return [];
    const since = now - age * MINUTE;
    const until = ended === undefined ? since + FOR_GOOD * MINUTE : now - ended * MINUTE;
    return [{ ...rest, since, until, instance: instanceOf(rest.kind, configured) }];
  });
  world.timing.restore(faults.sort((a, b) => a.since - b.since));
}

function toldOf(world: World): Told[] {
  if (world.inventory === 'simplex') return [standing('controller-0', 400, 1090)];
  if (world.inventory === 'duplex') return [standing('controller-1', 44, 1284)];
  if (world.inventory !== 'fleet') return [];
  // As many per host as a thousand hosts have. Nobody follows these workers, so each is alone with its trouble.
  const random = generator(`${world.name}/${world.tag}/timing`);
  const hosts = slaves(world);
  const some = (inAll: number) => Math.ceil((inAll * hosts.length) / 960);
  const one = () => hosts.splice(Math.floor(random() * hosts.length), 1);
  const drifting = Array.from({ length: some(22) }, () =>
    one().map((host) => standing(host, 11 + random() * 600, 1000 * (1.1 + random() * 3))),
  );
  const lost = Array.from({ length: some(7) }, () =>
    one().map((host): Told => ({ kind: 'grandmaster-loss', host, age: 1 + random() * 300 })),
  );
  return [...drifting, ...lost].flat();
}

/** Workers in service that follow a grandmaster and that nobody follows. */
function slaves(world: World): string[] {
  const { configuration } = world.timing.clocks();
  const givers = configuration.givers();
  return world.sysinv.hosts.flatMap(({ row }) =>
    row.hostname &&
    row.personality === 'worker' &&
    !givers.has(row.hostname) &&
    isInService(world, row.hostname)
      ? [row.hostname]
      : [],
  );
}

function excursions(world: World): Told[] {
  const random = generator(`${world.name}/${world.tag}/timing`);
  const hosts = ['controller-0', 'controller-1', 'worker-1', 'worker-2', 'worker-7'];
  return Array.from({ length: EXCURSIONS }, (): Told => {
    const age = 130 + random() * (7 * DAY - 200);
    const host = hosts[Math.floor(random() * hosts.length)] ?? 'worker-1';
    return {
      kind: 'out-of-tolerance',
      host,
      age,
      ended: age - 4 - random() ** 2 * 40,
      peakNs: 1000 * (1.08 + random()),
    };
  });
}
