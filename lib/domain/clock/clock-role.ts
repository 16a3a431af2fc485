/**
 * What a host looks like in a telecom synchronisation network, from its configuration alone: nothing in the platform
 * says so, and a role may be configured in ways that this does not see. Roles: ITU-T G.8275. Profiles: ptp-profile.ts.
 */
import { type HostPtp, instancesOf, membersOf, receivers } from './host-ptp';
import { type PtpInstance, parameterOf } from './ptp-config';
import { type ProfileName, ptpProfile } from './ptp-profile';

export type RoleName = 'T-GM' | 'T-BC' | 'T-TSC';

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
  const profile = ptp4l.map(ptpProfile).find((one) => one !== null) ?? null;
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
