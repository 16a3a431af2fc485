/** Servers of a host that follows NTP, with the alarm that stands on each (100.114, collectd plugin ntpq.py). */
import type { Alarm } from '../alarm';
import type { NtpServers } from './ptp-config';
import { timingFault } from './timing-fault';

export type NtpServerHealth = {
  server: string;
  /** In the list. An alarm names an address: it may be behind a name of the list, or of a server that was taken off it. */
  configured: boolean;
  alarm: Alarm | null;
};

export type NtpHealth = {
  servers: readonly NtpServerHealth[];
  /** Alarms 100.114 of the host that name no server. */
  onHost: readonly Alarm[];
};

/** @param alarms every active one, suppressed ones included */
export function ntpHealth(host: string, { servers }: NtpServers, alarms: readonly Alarm[]): NtpHealth {
  const own = alarms.flatMap((alarm) => {
    const fault = alarm.alarmId === '100.114' ? timingFault(alarm) : undefined;
    return fault?.host === host ? [{ alarm, server: fault.server }] : [];
  });
  const named = own.flatMap(({ alarm, server }) => (server === null ? [] : [{ alarm, server }]));
  const left = named.filter(({ server }) => !servers.includes(server));
  return {
    servers: [
      ...servers.map((server) => ({
        server,
        configured: true,
        alarm: named.find((one) => one.server === server)?.alarm ?? null,
      })),
      ...left.map(({ server, alarm }) => ({ server, configured: false, alarm })),
    ],
    onHost: own.flatMap(({ alarm, server }) => (server === null ? [alarm] : [])),
  };
}
