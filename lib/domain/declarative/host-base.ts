/** What a host is, and its board management, as fields of a profile. */
import { type Host, isWorker, type Unknown } from '../host';
import type { Disk } from '../storage/disk';
import { filled, type JsonMap } from './json';

/** One Secret for all hosts, as the Deployment Manager's own `deployctl build` names it (autoGenerateBMSecretName). */
export const BOARD_SECRET = 'bmc-secret';

/** The first controller has this before the platform knows its own. */
const NO_MAC = '00:00:00:00:00:00';

export const bootMacOf = ({ mgmtMac }: Pick<Host, 'mgmtMac'>): Unknown<string> =>
  mgmtMac === NO_MAC ? null : mgmtMac;

export function generalOf(host: Host, disks: readonly Disk[]): JsonMap {
  return filled({
    personality: host.personality,
    subfunctions: host.subfunctions.length > 0 ? host.subfunctions : null,
    administrativeState: host.administrative,
    bootDevice: deviceOf(host.bootDevice, disks),
    rootDevice: deviceOf(host.rootfsDevice, disks),
    console: host.console,
    installOutput: host.installOutput,
    // sysinv keeps it as a subfunction (kernel.py) and has no such choice elsewhere than on hosts with the worker function.
    kernel: isWorker(host) ? (host.subfunctions.includes('lowlatency') ? 'lowlatency' : 'standard') : null,
    appArmor: host.appArmor,
    maxCPUMhzConfigured: host.maxCpuMhzConfigured === null ? null : String(host.maxCpuMhzConfigured),
    clockSynchronization: host.clockSynchronization,
  });
}

/** `sda` and `/dev/sda` become the path of the disk, which stays the same from one boot to the next (FixDevicePath). */
function deviceOf(said: Unknown<string>, disks: readonly Disk[]): Unknown<string> {
  if (said === null || said.startsWith('/dev/disk/')) return said;
  const node = said.startsWith('/') ? said : `/dev/${said}`;
  return disks.find((disk) => disk.node === node)?.path ?? node;
}

/** Without the address, which is of one host. The password is never known here: its Secret is named. */
export function boardOf({ boardManagement: { type, userName } }: Host): JsonMap {
  return filled({
    type: type ?? 'none',
    credentials: userName === null ? null : { password: { secret: BOARD_SECRET } },
  });
}
