/** Which hosts live sources are asked about. */
import type { Host } from '../host';

/** Nothing runs on such a host that could answer (sysinv constants, availability). */
const SILENT = ['offline', 'power-off'];

/** Names of the hosts that keep time by PTP (sysinv `clock_synchronization`) and are on. */
export const liveHosts = (
  hosts: readonly Pick<Host, 'hostname' | 'clockSynchronization' | 'availability'>[],
): string[] =>
  hosts.flatMap(({ hostname, clockSynchronization, availability }) =>
    hostname !== null && clockSynchronization === 'ptp' && !SILENT.includes(availability ?? '')
      ? [hostname]
      : [],
  );
