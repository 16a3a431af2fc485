/**
 * Which telecom profile the parameters of an instance look like; the platform has no word for it. ITU-T G.8275.1: full timing
 * support, multicast on Ethernet, domains 24 to 43. ITU-T G.8275.2: partial support, unicast over IP, domains 44 to 63.
 */
import { type PtpInstance, parameterOf } from './ptp-config';

export type ProfileName = 'G.8275.1' | 'G.8275.2';

export type PtpProfile = {
  name: ProfileName;
  /** What in the parameters says so, each a short clause. */
  why: readonly string[];
};

/** Two hints make a profile, and one that contradicts it unmakes it. Of ptp4l alone: the others have its parameters to match. */
export function ptpProfile(instance: Pick<PtpInstance, 'service' | 'sections'>): PtpProfile | null {
  if (instance.service !== 'ptp4l') return null;
  const transport = parameterOf(instance, 'network_transport');
  const text = parameterOf(instance, 'domainNumber');
  const domain = text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
  const inRange = (from: number, to: number) => domain !== null && domain >= from && domain <= to;
  const comparison = parameterOf(instance, 'dataset_comparison');
  const overIp = transport === 'UDPv4' || transport === 'UDPv6';
  const unicast = instance.sections.some(({ section }) => section.startsWith('unicast_master_table'));

  const shared = comparison?.startsWith('G.8275') ? [`dataset_comparison is ${comparison}`] : [];
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
