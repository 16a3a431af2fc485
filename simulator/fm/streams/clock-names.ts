/** What alarms of clocks may name on a host: instances that are configured there, or that it keeps time by NTP. */
import type { SysinvState } from '../../sysinv/state';
import { numberOf, parametersOf } from '../../timing/parameters';

/** `follower`: ptp4l on a host without a receiver. `ha`: phc2sys with several sources. */
export type ClockPart = 'ptp4l' | 'follower' | 'receiver' | 'ha' | 'ntp';
/** The name of the instance; undefined where the host has no such part. */
export type ClockNames = (host: string, part: ClockPart) => string | undefined;

/** Read from the rows of the whole cloud alone: no host has to be looked at for it. */
export function clockNames(sysinv: SysinvState): ClockNames {
  const instance = (host: string, service: string) =>
    sysinv
      .cloud('ptp_instances')
      .find((row) => row.service === service && Array.isArray(row.hostnames) && row.hostnames.includes(host));
  const nameOf = (host: string, service: string): string | undefined => {
    const name = instance(host, service)?.name;
    return typeof name === 'string' ? name : undefined;
  };
  return (host, part) => {
    switch (part) {
      case 'ptp4l':
        return nameOf(host, 'ptp4l');
      case 'follower':
        return instance(host, 'ts2phc') ? undefined : nameOf(host, 'ptp4l');
      case 'receiver':
        return nameOf(host, 'ts2phc');
      case 'ha': {
        const row = instance(host, 'phc2sys');
        return row && numberOf(parametersOf(row), 'ha_enabled') === 1 ? nameOf(host, 'phc2sys') : undefined;
      }
      case 'ntp':
        return sysinv.byName(host)?.row.clock_synchronization === 'ntp' ? 'ntp' : undefined;
    }
  };
}
