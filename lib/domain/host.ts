/**
 * A host as Roost knows it: the platform's words, reshaped once (lib/stx/sysinv/hosts.ts) and never again.
 * Terms: ITU-T X.731 states as sysinv spells them (api/controllers/v1/host.py, common/constants.py).
 */

import { taskMood } from './task';

/** `null` where the platform said null or left the field out: unknown, never a made-up value. */
export type Unknown<T> = T | null;

export type Host = {
  /** Host uuid. */
  id: string;
  /** Platform's integer id; null when it did not say. */
  number: Unknown<number>;
  /** null for a discovered node that has not been given a name and personality yet. */
  hostname: Unknown<string>;
  /** controller, storage, worker, edgeworker; null when unprovisioned. Unknown words are kept. */
  personality: Unknown<string>;
  subfunctions: readonly string[];
  /** locked, unlocked. */
  administrative: Unknown<string>;
  /** enabled, disabled. */
  operational: Unknown<string>;
  /** available, degraded, failed, intest, online, offline, power-off, offduty, dependency. */
  availability: Unknown<string>;
  /** State of the worker part of an all-in-one controller. */
  subfunctionOperational: Unknown<string>;
  subfunctionAvailability: Unknown<string>;
  /** Controllers: whether active or standby (capabilities.Personality). */
  activity: 'active' | 'standby' | null;
  /** What maintenance is doing now, in its words; null when nothing. */
  task: Unknown<string>;
  /** Last action asked for; stays set after it is done, so it proves nothing by itself. */
  lastAction: Unknown<string>;
  vimProgress: Unknown<string>;
  inventoryState: Unknown<string>;
  provisionState: Unknown<string>;
  /** "Config out-of-date" and the like. */
  configStatus: Unknown<string>;
  configApplied: Unknown<string>;
  configTarget: Unknown<string>;
  install: {
    state: Unknown<string>;
    done: Unknown<number>;
    total: Unknown<number>;
    /** Minutes without news of the installer, as the platform counts them; left out while it counts none. */
    quietMinutes?: number;
  };
  mgmtMac: Unknown<string>;
  mgmtIp: Unknown<string>;
  boardManagement: { type: Unknown<string>; address: Unknown<string>; userName: Unknown<string> };
  serial: Unknown<string>;
  location: Unknown<string>;
  /** Storage replication group, e.g. `group-0`. */
  peerGroup: Unknown<string>;
  /** ntp, ptp. */
  clockSynchronization: Unknown<string>;
  /** Seconds since boot, as of the reading. */
  uptimeSeconds: Unknown<number>;
  bootDevice: Unknown<string>;
  rootfsDevice: Unknown<string>;
  installOutput: Unknown<string>;
  console: Unknown<string>;
  serialDcd: Unknown<boolean>;
  appArmor: Unknown<string>;
  /** MHz; null means the default (maximum). */
  maxCpuMhzConfigured: Unknown<number>;
  maxCpuMhzAllowed: Unknown<number>;
  maxCpuConfigurable: boolean;
  softwareVersion: Unknown<string>;
  rebootNeeded: Unknown<boolean>;
  deviceImageUpdate: Unknown<string>;
  /** Epoch milliseconds. */
  createdAt: Unknown<number>;
  updatedAt: Unknown<number>;
};

/** A row that no decoder could read. It is shown as such; it never blanks the table. */
export type UnreadableRow = { id: Unknown<string>; name: Unknown<string>; why: string };

export type HostList = { hosts: Host[]; unreadable: UnreadableRow[] };

/** The name to show: the hostname, or what a technician can match with the box. */
export function hostName(host: Pick<Host, 'hostname' | 'mgmtMac' | 'id'>): string {
  return host.hostname ?? host.mgmtMac ?? host.id;
}

export const isProvisioned = (host: Host): boolean => host.hostname !== null && host.personality !== null;
export const isController = (host: Host): boolean => host.personality === 'controller';
export const isStorage = (host: Host): boolean => host.personality === 'storage';
export const isLocked = (host: Host): boolean => host.administrative === 'locked';
/** Has the worker function, alone or on an all-in-one controller (constants.WORKER in subfunctions). */
export const isWorker = (host: Host): boolean =>
  host.personality === 'worker' || host.subfunctions.includes('worker');

/** A board management controller that can really be used: `"none"` is a word, not a controller. */
export const hasBoardManagement = (host: Host): boolean =>
  host.boardManagement.type !== null && host.boardManagement.type !== 'none';

const INSTALLING: readonly string[] = ['preinstall', 'installing', 'postinstall', 'installed', 'booting'];
/** Is an installation under way? The state only means that while the host is not back online. */
export const isInstalling = (host: Host): boolean =>
  host.install.state !== null && INSTALLING.includes(host.install.state) && host.availability === 'offline';

/**
 * Is something under way on this host that a viewer would want to follow closely?
 * A task text that says maintenance gave up ("… threshold reached, Lock/Unlock to retry") stands for ever: not that.
 */
export function isChanging(host: Host): boolean {
  const mood = taskMood(host.task);
  return isInstalling(host) || host.availability === 'intest' || mood === 'working' || mood === 'retrying';
}

/** Order of the groups in a host table. */
export const PERSONALITY_GROUPS = [
  'controller',
  'storage',
  'worker',
  'edgeworker',
  'other',
  'unprovisioned',
] as const;
export type PersonalityGroup = (typeof PERSONALITY_GROUPS)[number];

export function personalityGroup(host: Host): PersonalityGroup {
  if (!isProvisioned(host)) return 'unprovisioned';
  return PERSONALITY_GROUPS.find((group) => group === host.personality) ?? 'other';
}

/** One word for the glyph beside a host's name. */
export type HostCondition =
  | 'failed'
  | 'in-progress'
  | 'degraded'
  | 'available'
  | 'online'
  | 'offline'
  | 'power-off'
  | 'unknown';

// A Map, not an object: the word comes from outside, and an object answers to `constructor` too.
const CONDITIONS = new Map<string, HostCondition>([
  ['failed', 'failed'],
  ['intest', 'in-progress'],
  ['degraded', 'degraded'],
  ['available', 'available'],
  ['online', 'online'],
  ['offline', 'offline'],
  ['power-off', 'power-off'],
  // X.731: withdrawn by its own schedule, or waiting for something else. Either way out of service, and not failed.
  ['offduty', 'offline'],
  ['dependency', 'offline'],
]);

export function hostCondition(host: Pick<Host, 'availability'>): HostCondition {
  return CONDITIONS.get(host.availability ?? '') ?? 'unknown';
}

/** Is the host not running, as far as maintenance can tell? */
export const isAway = (host: Pick<Host, 'availability'>): boolean =>
  host.availability === 'offline' || host.availability === 'power-off' || host.availability === 'failed';

/** Seconds since boot. A host that is away keeps its last count, or 0, in the inventory: that is no uptime. */
export function runningSeconds(host: Pick<Host, 'availability' | 'uptimeSeconds'>): Unknown<number> {
  return isAway(host) || host.uptimeSeconds === 0 ? null : host.uptimeSeconds;
}

/** A host by hostname or uuid: both name it in addresses, and hostnames read better. */
export const findHost = (hosts: readonly Host[], ref: string): Host | undefined =>
  hosts.find((host) => host.hostname === ref || host.id === ref);
