/** The list of PTP instances: what each runs, where, and whether those hosts have taken up what they should have. */
import type { Host } from '../host';
import { isOutOfDate } from './ptp-apply';
import type { PtpConfig, PtpInstance, PtpInterface } from './ptp-config';
import { type PtpProfile, ptpProfile } from './ptp-profile';

export type InstanceRow = {
  instance: PtpInstance;
  interfaces: readonly PtpInterface[];
  parameters: number;
  /** What its parameters look like; null when they look like no profile, or it runs another service. */
  profile: PtpProfile | null;
  /** Its hosts that have yet to take up a configuration; null: hosts could not be read. */
  outOfDate: readonly string[] | null;
  /** Its hosts that follow NTP or nothing: the platform runs no PTP there. null: hosts could not be read. */
  notFollowing: readonly string[] | null;
};

export function instanceRows(config: PtpConfig, hosts: readonly Host[] | null): InstanceRow[] {
  const byName = new Map((hosts ?? []).map((host) => [host.hostname, host]));
  return config.instances.map((instance) => {
    const interfaces = config.interfaces.filter(({ instanceId }) => instanceId === instance.id);
    const own = instance.hosts.map((name) => byName.get(name));
    const names = (wanted: (host: Host) => boolean) =>
      hosts && own.flatMap((host) => (host?.hostname && wanted(host) ? [host.hostname] : []));
    return {
      ...{ instance, interfaces },
      parameters: instance.sections.reduce((sum, { pairs }) => sum + pairs.length, 0),
      profile: ptpProfile(instance),
      outOfDate: names(isOutOfDate),
      notFollowing: names(({ clockSynchronization }) => clockSynchronization !== 'ptp'),
    };
  });
}

/** "Not assigned", "Out of date on 2 hosts", "Applied"; null: unknown. */
export function appliedWords({ instance, outOfDate }: InstanceRow): string | null {
  if (instance.hosts.length === 0) return 'Not assigned';
  if (outOfDate === null) return null;
  if (outOfDate.length === 0) return 'Up to date';
  return outOfDate.length === instance.hosts.length
    ? 'Out of date'
    : `Out of date on ${outOfDate.length} of ${instance.hosts.length}`;
}
