/**
 * The door to the one action runner. A row menu, a host's header, the palette, the bulk bar and the keyboard all
 * open it here; which sheet shows up is the runner's business (components/action/action-runner.tsx).
 */
import type { Alarm } from '@/lib/domain/alarm';
import type { ApplicationDeed } from '@/lib/domain/application/application-calls';
import type { ChartJob } from '@/lib/domain/application/overrides/override-calls';
import type { CapacityJob } from '@/lib/domain/capacity/calls';
import type { ClockJob } from '@/lib/domain/clock/ptp-jobs';
import type { DeviceJob } from '@/lib/domain/device/device-calls';
import type { HostAction } from '@/lib/domain/host-actions';
import type { KubeJob } from '@/lib/domain/kube/kube-calls';
import type { LabelJob } from '@/lib/domain/label/label-calls';
import type { NetworkJob } from '@/lib/domain/network/cloud/network-jobs';
import type { InterfaceJob } from '@/lib/domain/network/interface-jobs';
import type { RegistryCall } from '@/lib/domain/registry/registry-calls';
import type { Failure } from '@/lib/domain/result';
import type { SensorJob } from '@/lib/domain/sensor/sensor-calls';
import type { StorageJob } from '@/lib/domain/storage/cloud/storage-calls';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import type { HostFsJob } from '@/lib/domain/storage/host-fs/host-fs-calls';
import type { Wish } from '@/lib/domain/suppression';
import { createStore } from './store';

/** Actions with a preflight; `edit` has a form instead. */
export type PreflightAction = Exclude<HostAction, 'edit'>;

export type ActionRequest =
  /** One host. `refusal`: what the platform said after the sheet had been closed while it was being asked. */
  | { kind: 'host'; hostId: string; action: PreflightAction; refusal?: Failure }
  /** Several hosts. `runId`: show this run, which has been started, rather than a new preflight. */
  | { kind: 'hosts'; hostIds: readonly string[]; action: PreflightAction; runId?: string }
  /** `board`: its board management alone. */
  | { kind: 'edit'; hostId: string; part?: 'board' }
  /** Deleting one alarm, as it was when it was asked for. */
  | { kind: 'alarm'; alarm: Alarm; refusal?: Failure }
  /** Types of alarms, by the uuids of their rows. `refusal` as for one host, `runId` as for several. */
  | {
      kind: 'suppression';
      wish: Wish;
      typeIds: readonly string[];
      orSuppressed: boolean;
      refusal?: Failure;
      runId?: string;
    }
  /** A change to PTP, NTP or what hosts follow. */
  | { kind: 'clocks'; job: ClockJob }
  /** A change to data networks, address pools, or which pool feeds which network. */
  | { kind: 'networks'; job: NetworkJob }
  /** Acting on an application, by name. */
  | { kind: 'application'; deed: Exclude<ApplicationDeed, 'update'>; name: string }
  /** Updating one to another version, by name. */
  | { kind: 'applicationUpdate'; name: string }
  /** Deleting a tag of the registry, or collecting its garbage. */
  | { kind: 'registry'; call: RegistryCall }
  /** A step of an upgrade of Kubernetes, or of an update of its root CA. */
  | { kind: 'kubernetes'; job: KubeJob }
  /** Switching a chart of an application on or off, or deleting its user overrides. */
  | { kind: 'chart'; job: ChartJob }
  /** A change to the network of a host. */
  | { kind: 'interfaces'; hostId: string; job: InterfaceJob }
  /** A change to the disks of a host. */
  | { kind: 'hostStorage'; hostId: string; job: HostStorageJob }
  /** A change to backends, tiers, monitors or the filesystems of the controllers. */
  | { kind: 'cloudStorage'; job: StorageJob }
  /** A change to the filesystems of a host. */
  | { kind: 'hostFilesystems'; hostId: string; job: HostFsJob }
  /** A change to the sensors of a host. */
  | { kind: 'sensors'; hostId: string; job: SensorJob }
  /** A change to cores, memory or the kernel of a host. */
  | { kind: 'capacity'; hostId: string; job: CapacityJob }
  /** A change to the labels of a host. */
  | { kind: 'labels'; hostId: string; job: LabelJob }
  /** A change to the devices of a host, or to device images. */
  | { kind: 'devices'; hostId: string; job: DeviceJob };

/** What is open now, with a number that differs each time something is opened. */
export type OpenAction = { request: ActionRequest; opened: number };

export const actionStore = createStore<OpenAction | null>(null);
let count = 0;

/** Opens a sheet, in place of the one that may be open. */
export function openRequest(request: ActionRequest): void {
  count += 1;
  actionStore.set({ request, opened: count });
}

/** Opens the sheet of an action on one host: a preflight, or the form for `edit`. @param hostId uuid */
export function openAction(hostId: string, action: HostAction): void {
  openRequest(action === 'edit' ? { kind: 'edit', hostId } : { kind: 'host', hostId, action });
}

/** Opens one preflight for several hosts. One host gets the ordinary sheet. @param hostIds uuids */
export function openBulk(hostIds: readonly string[], action: HostAction): void {
  const [only, ...more] = hostIds;
  if (only === undefined || action === 'edit') return;
  if (more.length === 0) openAction(only, action);
  else openRequest({ kind: 'hosts', hostIds, action });
}

/**
 * Opens the sheet that hides types of alarms, or shows them again.
 * @param typeIds uuids of their rows
 * @param orSuppressed and whatever else turns out to be suppressed while the sheet is open
 */
export function openSuppression(wish: Wish, typeIds: readonly string[], orSuppressed = false): void {
  if (typeIds.length > 0) openRequest({ kind: 'suppression', wish, typeIds, orSuppressed });
}

/** Opens the sheet of a change to PTP, NTP or what hosts follow. */
export function openClockJob(job: ClockJob): void {
  openRequest({ kind: 'clocks', job });
}

/** Opens the sheet of acting on an application. */
export function openApplicationDeed(deed: ApplicationDeed, name: string): void {
  openRequest(deed === 'update' ? { kind: 'applicationUpdate', name } : { kind: 'application', deed, name });
}

/** Opens the sheet of a step of Kubernetes. */
export function openKubeJob(job: KubeJob): void {
  openRequest({ kind: 'kubernetes', job });
}

/** Opens the sheet of a change to one chart of an application. */
export function openChartJob(job: ChartJob): void {
  openRequest({ kind: 'chart', job });
}

/** Opens the sheet of a change to the network of a host. @param hostId uuid */
export function openInterfaceJob(hostId: string, job: InterfaceJob): void {
  openRequest({ kind: 'interfaces', hostId, job });
}

/** Closes what is open; with a number, only if that is still it. */
export function closeAction(opened?: number): void {
  if (opened === undefined || actionStore.get()?.opened === opened) actionStore.set(null);
}
