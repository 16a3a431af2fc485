/**
 * Kinds of alarm that come and go in a cloud in use, with the entity forms that their raisers write (alarm catalogue;
 * for 100.119 and 100.114 the collectd plugins ptp.py, ptp_gnss_monitor.py and ntpq.py). Texts are the simulator's own
 * but for the clocks', which consoles read.
 */
import { specOf } from '../catalogue';
import type { AlarmSpec, Severity } from '../state';
import type { ClockNames, ClockPart } from './clock-names';

export type Chance = () => number;

/** What a text may speak of. */
type Saying = { host: string; severity: Severity; entity: string; random: Chance };

export type Kind = {
  alarm_id: string;
  /** How often, against the others. */
  weight: number;
  /** The mildest first: an alarm starts with it and may get worse. */
  severities: readonly Severity[];
  /** Shortest and longest life, in minutes; most are nearer the shortest. */
  minutes: readonly [number, number];
  /** Only a host that has this can have it. */
  of?: ClockPart;
  /** @param part the name of what `of` says, on this host */
  entity: (host: string, random: Chance, part: string) => string;
  text: (of: Saying) => string;
  cause?: string;
};

const percent = (from: number, to: number, random: Chance) => (from + random() * (to - from)).toFixed(2);
const oneOf = (random: Chance, ...names: readonly string[]) =>
  names[Math.floor(random() * names.length)] ?? '';
const ptp = (host: string, instance: string, fault: string) => `host=${host}.instance=${instance}${fault}`;
/** Of two thresholds the upper is for the worse severity. */
const over = (severity: Severity, major: number, critical: number) =>
  severity === 'critical' ? critical : major;

export const KINDS: readonly Kind[] = [
  {
    alarm_id: '100.101',
    weight: 5,
    severities: ['major', 'critical'],
    minutes: [2, 40],
    entity: (host) => `host=${host}`,
    text: ({ severity, random }) => {
      const threshold = over(severity, 90, 95);
      return `Platform CPU threshold exceeded ; threshold ${threshold}.00%, actual ${percent(threshold, threshold + 4.9, random)}%`;
    },
  },
  {
    alarm_id: '100.103',
    weight: 4,
    severities: ['major', 'critical'],
    minutes: [10, 240],
    entity: (host) => `host=${host}.memory=platform`,
    text: ({ severity, random }) => {
      const threshold = over(severity, 80, 90);
      return `Memory threshold exceeded ; threshold ${threshold}.00%, actual ${percent(threshold, threshold + 9, random)}%`;
    },
  },
  {
    alarm_id: '100.104',
    weight: 3,
    severities: ['major', 'critical'],
    minutes: [30, 600],
    entity: (host, random) =>
      `host=${host}.filesystem=${oneOf(random, '/var/log', '/var/lib/docker', '/var/lib/kubelet', '/opt/platform', '/scratch')}`,
    text: ({ severity, random }) => {
      const threshold = over(severity, 80, 90);
      return `File System threshold exceeded ; threshold ${threshold}.00%, actual ${percent(threshold, threshold + 9, random)}%`;
    },
  },
  {
    alarm_id: '100.119',
    weight: 6,
    severities: ['minor', 'major'],
    minutes: [1, 45],
    cause: 'threshold-crossed',
    of: 'follower',
    entity: (host, _random, part) => ptp(host, part, '.ptp=out-of-tolerance'),
    text: ({ host, severity, random }) => {
      const off = severity === 'major' ? 1000 + random() * 400 : 1 + random() * 9;
      return `${host} Precision Time Protocol (PTP) clocking is out of tolerance by ${off.toFixed(3)} microsecs (configured threshold: minor:1000 nsec, major:1000000 nsec)`;
    },
  },
  {
    alarm_id: '100.119',
    weight: 3,
    severities: ['major'],
    minutes: [2, 90],
    cause: 'timing-problem',
    of: 'follower',
    entity: (host, _random, part) => ptp(host, part, '.ptp=no-lock'),
    text: ({ host }) => `${host} is not locked to remote PTP Grand Master`,
  },
  {
    alarm_id: '100.119',
    weight: 1,
    severities: ['minor'],
    minutes: [3, 120],
    of: 'receiver',
    entity: (host) => `host=${host}.interface=enp94s0f0.ptp=GNSS-signal-loss`,
    text: ({ host }) => `${host} GNSS signal loss state: holdover`,
  },
  {
    alarm_id: '100.119',
    weight: 1,
    severities: ['major'],
    minutes: [1, 20],
    of: 'ha',
    entity: (host, _random, part) => `host=${host}.phc2sys=${part}.phc2sys=no-source-clock`,
    text: ({ host }) => `${host} phc2sys HA has no source clock`,
  },
  {
    alarm_id: '100.119',
    weight: 1,
    severities: ['major'],
    minutes: [1, 15],
    of: 'ptp4l',
    entity: (host, _random, part) => ptp(host, part, '.ptp'),
    text: ({ host, entity }) =>
      `${host} PTP service ptp4l@${/instance=(.+)\.ptp$/.exec(entity)?.[1]}.service enabled but not running`,
  },
  {
    alarm_id: '100.114',
    weight: 2,
    severities: ['minor'],
    minutes: [5, 400],
    of: 'ntp',
    entity: (host, random) =>
      `host=${host}.ntp=${oneOf(random, '10.10.20.7', '10.10.20.8', '2001:db8:7::123')}`,
    text: ({ entity }) => `NTP address ${entity.split('.ntp=')[1]} is not a valid or a reachable NTP server.`,
  },
  {
    alarm_id: '200.010',
    weight: 3,
    severities: ['warning'],
    minutes: [3, 180],
    entity: (host) => `host=${host}`,
    text: ({ host }) => `${host} access to board management module has failed.`,
  },
  {
    alarm_id: '200.007',
    weight: 3,
    severities: ['minor', 'major', 'critical'],
    minutes: [5, 300],
    entity: (host, random) => `host=${host}.sensor=${oneOf(random, 'fan1', 'fan3', 'Temp_CPU0', 'PS1')}`,
    text: ({ severity }) => `A sensor of the host reads a ${severity} value out of its tolerance`,
  },
  {
    alarm_id: '200.006',
    weight: 2,
    severities: ['minor', 'major'],
    minutes: [1, 25],
    entity: (host, random) =>
      `host=${host}.process=${oneOf(random, 'sshd', 'ntpd', 'collectd', 'hbsClient')}`,
    text: ({ host, severity }) => `${host}: a ${severity} process failed and is being started again`,
  },
  {
    alarm_id: '200.009',
    weight: 1,
    severities: ['major'],
    minutes: [1, 12],
    entity: (host) => `host=${host}`,
    text: ({ host }) => `${host} misses some heartbeats on the cluster-host network`,
  },
  {
    alarm_id: '300.002',
    weight: 2,
    severities: ['major'],
    minutes: [2, 60],
    entity: (host, random) => `host=${host}.interface=${oneOf(random, 'data0', 'data1', 'sriov0')}`,
    text: () => "'Data' Interface degraded.",
  },
  {
    alarm_id: '750.006',
    weight: 1,
    severities: ['warning'],
    minutes: [2, 30],
    entity: (_host, random) =>
      `k8s_application=${oneOf(random, 'nginx-ingress-controller', 'platform-integ-apps')}`,
    text: () => 'An application waits to be applied again',
  },
];

const WEIGHT = KINDS.reduce((sum, { weight }) => sum + weight, 0);

export function anyKind(random: Chance): Kind {
  let left = random() * WEIGHT;
  for (const kind of KINDS) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  throw new Error('a chance is below 1');
}

/** A kind that this host can have. */
export function kindOn(host: string, random: Chance, names: ClockNames): Kind {
  for (;;) {
    const kind = anyKind(random);
    if (canHave(host, kind, names)) return kind;
  }
}

export function canHave(host: string, { of: part }: Kind, names: ClockNames): boolean {
  return part === undefined || names(host, part) !== undefined;
}

export function entityOf(kind: Kind, host: string, random: Chance, names: ClockNames): string {
  return kind.entity(host, random, (kind.of && names(host, kind.of)) ?? '');
}

/** One alarm of a kind on a host, at a severity of that kind. */
export function alarmOf(
  kind: Kind,
  host: string,
  severity: Severity,
  random: Chance,
  entity: string,
): AlarmSpec {
  const cause = kind.cause ? { probable_cause: kind.cause } : {};
  return specOf({
    alarm_id: kind.alarm_id,
    entity_instance_id: entity,
    severity,
    reason_text: kind.text({ host, severity, entity, random }),
    ...cause,
  });
}

/** The severity an alarm of this kind starts with. */
export function mildest({ severities }: Kind): Severity {
  return severities[0] ?? 'minor';
}

/** A life within the kind's bounds, in milliseconds: many short ones, a few long. */
export function lifeOf({ minutes: [shortest, longest] }: Kind, random: Chance): number {
  return (shortest + random() ** 3 * (longest - shortest)) * 60_000;
}
