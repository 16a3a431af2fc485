/** What may be done to monitors of bare-metal Ceph, as the platform checks it (sysinv api/controllers/v1/ceph_mon.py). */
import { type Host, hostName, isController } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import type { Monitor } from '../backend';
import type { CloudStorage } from '../cloud-storage';
import { hostNamed, isLockedOnline, type StorageState } from './storage-state';

/** GiB (constants.SB_CEPH_MON_GIB_MAX). */
export const MONITOR_MOST_GIB = 40;

const CREATE = 'sysinv ceph_mon.py _create';

/** The one monitor beside those of the controllers, which there is only one of. */
function thirdMonitor({ monitors }: CloudStorage, hosts: readonly Host[]): Monitor | undefined {
  return monitors.find(({ hostname }) => {
    const host = hostname === null ? undefined : hostNamed(hosts, hostname);
    return host !== undefined && !isController(host);
  });
}

/** May a monitor be added to this host? */
export function addMonitorVerdict(host: Host, { storage, hosts }: StorageState): Verdict {
  const name = hostName(host);
  if (storage.monitors.some(({ hostId, hostname }) => hostId === host.id || hostname === name))
    return denied(`${name} has a monitor already.`, CREATE);
  const third = thirdMonitor(storage, hosts);
  if (third) return denied(`There is one beside the controllers already, on ${third.hostname}.`, CREATE);
  if (host.personality === 'worker') {
    const model = storage.clusters.find(({ type }) => type === 'ceph')?.deploymentModel ?? null;
    if (model !== null && model !== 'controller-nodes' && model !== 'undefined')
      return denied(`A worker has none while the deployment model is ${model}.`, CREATE);
  }
  return isLockedOnline(host) ? allowed : denied(`${name} has to be locked and online.`, CREATE);
}

/** Is there anything that a monitor could be added to? */
export function anyMonitorVerdict(state: StorageState): Verdict {
  const { storage, hosts } = state;
  if (!storage.backends.some(({ kind }) => kind === 'ceph'))
    return denied('There is no bare-metal Ceph. Rook places its monitors by host filesystem ceph.');
  const third = thirdMonitor(storage, hosts);
  return third
    ? denied(`There is one beside the controllers already, on ${third.hostname}.`, CREATE)
    : allowed;
}

export function monitorSizeVerdict(sizeGib: number, { sizeGib: now }: Pick<Monitor, 'sizeGib'>): Verdict {
  const cite = 'sysinv ceph_mon.py _check_ceph_mon';
  const least = (now ?? 19) + 1;
  return sizeGib >= least && sizeGib <= MONITOR_MOST_GIB
    ? allowed
    : denied(`Between ${least} and ${MONITOR_MOST_GIB} GiB.`, cite);
}

export function growableMonitorVerdict(monitor: Monitor, { storage }: StorageState): Verdict {
  if (!storage.backends.some(({ kind, state }) => kind === 'ceph' && state === 'configured'))
    return denied('Ceph has to be configured.', 'sysinv ceph_mon.py patch');
  return monitor.sizeGib !== null && monitor.sizeGib >= MONITOR_MOST_GIB
    ? denied(
        `It has the most that it can have, ${MONITOR_MOST_GIB} GiB.`,
        'sysinv ceph_mon.py _check_ceph_mon',
      )
    : allowed;
}

export function deleteMonitorVerdict({ state }: Pick<Monitor, 'state'>): Verdict {
  return state === null || state === 'configuration-failed'
    ? allowed
    : denied(
        'Only one whose configuration failed can be deleted. Another goes with its host: lock and delete that.',
        'sysinv ceph_mon.py _delete',
      );
}
