/**
 * What sysinv refuses of filesystems (api/controllers/v1/host_fs.py, controller_fs.py). Messages about sizes, names and
 * room are recorded, the others are this simulator's own words.
 */
import type { Json } from '../../../kernel/json';
import type { World } from '../../../kernel/world';
import { isDegradedByAlarm } from '../../actions/alarms';
import { statusIn } from '../../cloud/storage/filesystems';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { hasWorker } from '../../seed/context';
import { backendOf, controllers, freeGib, functionsOf, isLocked } from '../../storage/rows';

export const OPTIONAL = ['image-conversion', 'instances', 'ceph'];
const PENDING = ['Creating', 'Creating (on unlock)', 'Deleting', 'Deleting (on unlock)'];
const SETTLED = ['Ready', 'In-Use', 'Deleting (on unlock)', 'Creating (on unlock)'];
const MOST_MONITORS = 5;

const BASIC = ['docker', 'kubelet', 'scratch', 'log', 'var', 'root'];
/** Which filesystems there can be on a host (constants.FILESYSTEM_HOSTS_SUPPORTED_LIST_DICT). */
const ON: Record<string, string[]> = {
  controller: [...BASIC, 'backup', 'image-conversion', 'instances', 'ceph'],
  worker: [...BASIC, 'instances', 'ceph'],
  storage: BASIC,
};

const wholeNumber = (size: Json | undefined): number | undefined =>
  /^[+-]?\d+$/.test(String(size).trim()) ? Number(size) : undefined;

const isResizing = (world: World): boolean =>
  world.sysinv.cloud('controller_fs').some(({ state }) => statusIn(state) === 'drbd_fs_resizing_in_progress');

/** Whether the agent has reported what the last change took. */
const isSettled = (world: World, host: Host): boolean =>
  rowsOn(world, 'host_fs', host).every(({ state }) => SETTLED.includes(String(state)));

/** The new size of one filesystem of a host, in GiB. */
export function checkHostSize(world: World, host: Host, fs: Row, wanted: Json | undefined): number {
  const { name } = fs;
  if (OPTIONAL.includes(String(name)) && fs.state !== 'Ready') {
    refuse(400, `HostFs update failed: ${name} is ${fs.state}, not Ready`);
  }
  if (PENDING.includes(String(fs.state))) refuse(400, `HostFs update failed: ${name} is ${fs.state}`);
  const size = wholeNumber(wanted);
  if (size === undefined)
    return refuse(400, `HostFs update failed: filesystem '${name}' size must be an integer.`);
  if (isResizing(world)) refuse(400, 'HostFs update failed: a controller filesystem is being resized');
  if (!isSettled(world, host)) refuse(400, 'HostFs update failed: the last change is not done yet');
  if (size <= Number(fs.size)) {
    refuse(400, `HostFs update failed: size for filesystem '${name}' should be bigger than ${fs.size}.`);
  }
  return size;
}

export function checkHostRoom(world: World, host: Host, growthGib: number, end = '.'): void {
  const free = freeGib(world, host);
  if (growthGib > free) {
    refuse(
      400,
      `HostFs update failed: Not enough free space on cgts-vg. Current free space ${free} GiB, requested total increase ${growthGib} GiB${end}`,
    );
  }
}

/** What a host's filesystem does for Rook: monitors are added and removed here, OSDs are not. */
export function checkHostFunctions(world: World, fs: Row | undefined, name: string, wanted: string[]): void {
  if (name !== 'ceph') refuse(400, 'HostFs update failed: only filesystem ceph has functions');
  if (!fs) refuse(400, 'HostFs update failed: there is no filesystem ceph');
  if (!backendOf(world, 'ceph-rook')) refuse(400, 'HostFs update failed: functions need backend ceph-rook');
  const known = functionsOf(fs);
  const leaves = known.includes('monitor') && !wanted.includes('monitor');
  if (leaves && countMonitors(world) === 1 && fs?.state === 'In-Use') {
    refuse(400, 'HostFs update failed: the last monitor stays');
  }
  const odd = wanted.find((word) => word !== 'monitor' && word !== 'osd');
  if (odd !== undefined) refuse(400, `HostFs update failed: there is no function ${odd}`);
  if (wanted.includes('osd') !== known.includes('osd')) {
    refuse(400, 'HostFs update failed: function osd comes and goes with the OSDs');
  }
  if (wanted.includes('monitor') && !known.includes('monitor')) checkMonitorCount(world);
  if (leaves) checkNoFloating(world);
}

function countMonitors(world: World): number {
  return world.sysinv.hosts
    .flatMap((host) => rowsOn(world, 'host_fs', host))
    .filter((fs) => fs.name === 'ceph' && functionsOf(fs).includes('monitor')).length;
}

export function checkMonitorCount(world: World): void {
  if (countMonitors(world) >= MOST_MONITORS) refuse(400, `There are ${MOST_MONITORS} monitors already`);
}

/** The floating monitor goes before a fixed one does. */
export function checkNoFloating(world: World): void {
  const floating = world.sysinv.cloud('controller_fs').find(({ name }) => name === 'ceph-float');
  if (!floating) return;
  if (statusIn(floating.state) === 'reconfigure-with-app') {
    refuse(400, 'Controller filesystem ceph-float waits for the application');
  }
  if (functionsOf(floating).includes('monitor')) refuse(400, 'Remove the floating monitor first');
}

/** host_fs.py _check_host_fs: what may be made and deleted, and where. */
export function checkOptional(world: World, host: Host, name: string): void {
  const { row } = host;
  if (!OPTIONAL.includes(name)) refuse(400, `Filesystem ${name} is not made or deleted`);
  if (!ON[row.personality ?? '']?.includes(name)) {
    refuse(400, `There is no filesystem ${name} on a ${row.personality}`);
  }
  if (name === 'instances') {
    if (hasWorker(host) && !isLocked(host)) refuse(400, `Host must be locked to change ${name}`);
    const local = rowsOn(world, 'ilvgs', host).some(
      (group) => group.lvm_vg_name === 'nova-local' && group.vg_state !== 'removing',
    );
    if (local) refuse(400, 'Volume group nova-local is there in place of instances');
  }
  const up = ['available', 'online', 'degraded'].includes(row.availability);
  if (name === 'image-conversion' && row.personality === 'controller' && !up) {
    refuse(400, `The controller is ${row.availability}`);
  }
  if (name === 'ceph' && !backendOf(world, 'ceph-rook')) {
    refuse(400, 'Filesystem ceph needs backend ceph-rook');
  }
}

export function checkHostRemoval(world: World, fs: Row): void {
  if (!['Ready', 'Creating (on unlock)', 'Error'].includes(String(fs.state))) {
    refuse(400, `Filesystem ${fs.name} is ${fs.state}`);
  }
  if (fs.name === 'ceph' && functionsOf(fs).includes('monitor')) checkNoFloating(world);
}

/** The new size of one filesystem of the controllers, in GiB. */
export function checkControllerSize(world: World, name: string, wanted: Json | undefined): number {
  const fs = world.sysinv.cloud('controller_fs').find((row) => row.name === name);
  if (!fs) return refuse(400, `ControllerFs update failed: invalid filesystem '${name}' `);
  const size = wholeNumber(wanted);
  if (size === undefined) {
    return refuse(400, `ControllerFs update failed: filesystem '${name}' size must be an integer `);
  }
  if (size <= Number(fs.size)) {
    refuse(
      400,
      `ControllerFs update failed: size for filesystem '${name}' should be bigger than ${fs.size} `,
    );
  }
  if (!controllers(world).every((host) => isSettled(world, host))) {
    refuse(400, 'ControllerFs update failed: a change of a controller is not done yet');
  }
  if (isResizing(world)) refuse(400, 'A filesystem is being resized');
  if (name === 'ceph-float' && functionsOf(fs).includes('monitor')) {
    refuse(400, 'ControllerFs update failed: ceph-float carries a monitor');
  }
  return size;
}

/** Both controllers are in service; one that is degraded by a full filesystem alone counts as if it were not. */
export function checkControllersFit(world: World): void {
  for (const host of controllers(world)) {
    const { administrative, operational, availability, hostname } = host.row;
    const well = administrative === 'unlocked' && operational === 'enabled';
    const degraded = availability === 'degraded' && !isDegradedByAlarm(world, host, ['100.104']);
    if (!(well && availability === 'available') && !degraded) {
      refuse(400, `${hostname} is ${administrative}, ${operational}, ${availability}: nothing is resized`);
    }
  }
}

/** A backup of platform and database fits into the filesystem for backups. */
export function checkBackup(world: World, sizes: ReadonlyMap<string, number>): void {
  const [platform, database] = [sizes.get('platform') ?? 0, sizes.get('database') ?? 0];
  const least = platform + database + 5;
  for (const host of controllers(world)) {
    const backup = Number(rowsOn(world, 'host_fs', host).find(({ name }) => name === 'backup')?.size ?? 0);
    if (backup >= least) continue;
    refuse(
      400,
      `backup size of ${backup} is insufficient for host ${host.row.hostname}. Minimum backup size of ${least} is required based upon platform size ${platform} and database size ${database}. Rejecting modification request.`,
    );
  }
}

export function checkControllerRoom(world: World, growthGib: number): void {
  const limit = Math.min(...controllers(world).map((host) => freeGib(world, host)));
  if (growthGib > limit) refuse(400, `A growth of ${growthGib} GiB is above the ${limit} GiB that are left`);
}

/** controller_fs.py _check_optional_controller_fs: the filesystem of the floating monitor. */
export function checkFloating(world: World, name: string): void {
  if (name !== 'ceph-float') refuse(400, `Controller filesystem ${name} is not made or deleted`);
  if (!backendOf(world, 'ceph-rook')) refuse(400, 'Filesystem ceph-float needs backend ceph-rook');
  if (!world.sysinv.context.allInOne || world.sysinv.isSimplex()) {
    refuse(400, 'Filesystem ceph-float is for two all-in-one controllers');
  }
  if (!controllers(world).every((host) => isSettled(world, host))) {
    refuse(400, 'A change of a controller is not done yet');
  }
}

export function checkFixedMonitors(world: World): void {
  for (const host of controllers(world)) {
    const fs = rowsOn(world, 'host_fs', host).find(({ name }) => name === 'ceph');
    const { hostname } = host.row;
    if (!fs) refuse(400, `${hostname} has no filesystem ceph`);
    if (!['Ready', 'In-Use', 'Creating (on unlock)'].includes(String(fs.state))) {
      refuse(400, `Filesystem ceph of ${hostname} is ${fs.state}`);
    }
    if (!functionsOf(fs).includes('monitor')) refuse(400, `${hostname} has no monitor of its own`);
  }
}

/** The standby controller is locked, and running. */
export function checkStandbyLocked(world: World): void {
  const all = controllers(world);
  const locked = all.some(({ row }) => row.administrative === 'locked' && row.availability === 'online');
  if (all.length < 2 || !locked) refuse(400, 'The standby controller has to be locked for this');
}
