/**
 * How an apply goes: the platform answers at once, and hosts take the configuration up afterwards. Each is out of date until
 * it has (config_status, alarm 250.001). sysinv conductor manager.py _config_update_hosts: the highest bit of a target says
 * that it takes a reboot.
 */
import { type Host, hostName } from '../host';

export type ApplyRun = {
  id: string;
  /** When the platform accepted it: epoch milliseconds of the server's clock. */
  startedAt: number;
  /** The configuration that each host was to have before, by uuid. */
  before: Readonly<Record<string, string | null>>;
};

export type ApplyState =
  /** Nothing has been seen of it yet. */
  | 'waiting'
  | 'out-of-date'
  | 'taken-up'
  /** Locked or not in service: it has it once it is unlocked. */
  | 'at-unlock'
  /** An earlier change needs a lock and unlock; this one comes with it. */
  | 'needs-reboot';

export type ApplyHost = { id: string; name: string; state: ApplyState };

export const isOutOfDate = ({ configStatus }: Pick<Host, 'configStatus'>): boolean =>
  /out-of-date/i.test(configStatus ?? '');

const needsReboot = (target: string | null): boolean => Number.parseInt(target?.slice(0, 1) ?? '', 16) >= 8;

export const startApply = (id: string, startedAt: number, hosts: readonly Host[]): ApplyRun => ({
  ...{ id, startedAt },
  before: Object.fromEntries(hosts.map((host) => [host.id, host.configTarget])),
});

function stateOf(host: Host, run: ApplyRun): ApplyState {
  if (host.administrative !== 'unlocked' || host.operational !== 'enabled') return 'at-unlock';
  if (isOutOfDate(host)) return needsReboot(host.configTarget) ? 'needs-reboot' : 'out-of-date';
  return host.configTarget !== (run.before[host.id] ?? null) ? 'taken-up' : 'waiting';
}

/** Hosts that follow PTP, as far as each has come. */
export const applyHosts = (run: ApplyRun, hosts: readonly Host[]): ApplyHost[] =>
  hosts
    .filter(({ clockSynchronization }) => clockSynchronization === 'ptp')
    .map((host) => ({ id: host.id, name: hostName(host), state: stateOf(host, run) }));

/** Is there nothing left to wait for? */
export const isApplied = (hosts: readonly ApplyHost[]): boolean =>
  hosts.every(({ state }) => state !== 'waiting' && state !== 'out-of-date');
