/**
 * What a host looks like in a telecom synchronisation network, from its configuration alone: nothing in the platform
 * says so, and a role may be configured in ways that this does not see. Roles: ITU-T G.8275. Profiles: G.8275.1 (full
 * timing support, Ethernet, domains 24 to 43) and G.8275.2 (partial support, IP, domains 44 to 63).
 */
import { type HostPtp, instancesOf, membersOf, receivers } from './host-ptp';
import { type PtpInstance, parameterOf } from './ptp-config';

export type RoleName = 'T-GM' | 'T-BC' | 'T-TSC';
export type ProfileName = 'G.8275.1' | 'G.8275.2';

export type ClockRole = {
  name: RoleName;
  profile: ProfileName | null;
  /** "looks like T-BC, G.8275.1". */
  words: string;
  /** What in the configuration says so, each a short clause. */
  why: readonly string[];
};

/** The role that a host's PTP configuration suggests; null when it cannot be told. */
export function clockRole(ptp: HostPtp): ClockRole | null {
  const ptp4l = instancesOf(ptp, 'ptp4l');
  if (ptp4l.length === 0) return null;
  const found = receivers(ptp).length > 0 ? withReceiver(ptp, ptp4l) : withoutReceiver(ptp, ptp4l);
  if (!found) return null;
  const profile = ptp4l.map(profileOf).find((one) => one !== null) ?? null;
  return {
    name: found.name,
    profile: profile?.name ?? null,
    words: `looks like ${found.name}${profile ? `, ${profile.name}` : ''}`,
    why: [...found.why, ...(profile?.why ?? [])],
  };
}

type Found = { name: RoleName; why: string[] } | null;

const isClient = (instance: PtpInstance): boolean =>
  parameterOf(instance, 'clientOnly') === '1' || parameterOf(instance, 'slaveOnly') === '1';

function withReceiver(ptp: HostPtp, ptp4l: readonly PtpInstance[]): Found {
  // A receiver and an instance that only takes time: which of the two leads cannot be told.
  if (ptp4l.some(isClient)) return null;
  const [device] = receivers(ptp);
  return {
    name: 'T-GM',
    why: [
      device ? `a satellite receiver is configured (${device})` : 'a satellite receiver is configured',
      `${names(ptp4l)} may serve its time`,
    ],
  };
}

function withoutReceiver(ptp: HostPtp, ptp4l: readonly PtpInstance[]): Found {
  const members = membersOf(ptp, 'ptp4l');
  const directions = new Set(members.map(({ direction }) => direction));
  if (members.length === 0) {
    return ptp4l.every(isClient) ? { name: 'T-TSC', why: [`${names(ptp4l)} only takes time`] } : null;
  }
  // It serves, and where its own time comes from nobody says.
  if (directions.size === 1 && directions.has('server')) return null;
  if (directions.size === 1 && directions.has('client')) {
    return { name: 'T-TSC', why: [`${names(ptp4l)} only takes time`] };
  }
  if (members.length === 1) return { name: 'T-TSC', why: ['one PTP port, no satellite receiver'] };
  const serving = members.find(({ direction }) => direction === 'server');
  const why = serving
    ? [`${serving.ptpInterface.name} only serves, another port takes time`]
    : [`${members.length} PTP ports, no satellite receiver`];
  if (ptp4l.some((one) => parameterOf(one, 'boundary_clock_jbod') === '1'))
    why.push('boundary_clock_jbod is 1');
  return { name: 'T-BC', why };
}

const names = (instances: readonly PtpInstance[]): string => instances.map(({ name }) => name).join(', ');

/** Two hints make a profile, and one that contradicts it unmakes it. */
function profileOf(instance: PtpInstance): { name: ProfileName; why: string[] } | null {
  const transport = parameterOf(instance, 'network_transport');
  const text = parameterOf(instance, 'domainNumber');
  const domain = text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
  const inRange = (from: number, to: number) => domain !== null && domain >= from && domain <= to;
  const telecom = parameterOf(instance, 'dataset_comparison')?.startsWith('G.8275') ?? false;
  const overIp = transport === 'UDPv4' || transport === 'UDPv6';
  const unicast = instance.sections.some(({ section }) => section.startsWith('unicast_master_table'));

  const shared = telecom ? ['dataset_comparison is G.8275.x'] : [];
  const full = [...shared];
  if (transport === 'L2') full.push('network_transport is L2');
  if (inRange(24, 43)) full.push(`domain ${domain} is one of 24 to 43`);
  const partial = [...shared];
  if (overIp) partial.push(`network_transport is ${transport}`);
  if (inRange(44, 63)) partial.push(`domain ${domain} is one of 44 to 63`);
  if (unicast) partial.push('a unicast master table');

  if (full.length >= 2 && !overIp && !unicast && !inRange(44, 63)) return { name: 'G.8275.1', why: full };
  if (partial.length >= 2 && transport !== 'L2' && !inRange(24, 43))
    return { name: 'G.8275.2', why: partial };
  return null;
}
