/**
 * Where a host stands on its way into service, as far as its row in `/v1/ihosts` tells. Words of the platform: install_state
 * (sysinv common/constants.py INSTALL_STATE_*, set by the installer through host.py install_progress and aged by conductor
 * manager.py _audit_install_states), inv_state (constants INV_STATE_*), and the states of X.731.
 */
import { type Host, isProvisioned } from '../host';
import { inService } from '../in-service';
import { taskMood } from '../task';
import { isReinstalling } from './under-way';

/** In order. A host is at one of them at a time. */
export const STAGES = [
  'identified',
  'power',
  'installing',
  'booting',
  'online',
  'inventoried',
  'configured',
  'ready',
  'unlocked',
  'rebooting',
  'enabling',
  'available',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * now: goes on by itself. waits: for a person. failed: ended without reaching its aim. done: in service.
 * unknown: the platform did not say enough.
 */
export type Standing = 'now' | 'waits' | 'failed' | 'done' | 'unknown';
export type Place = { stage: Stage; standing: Standing };

const at = (stage: Stage, standing: Standing): Place => ({ stage, standing });

/** What a row alone tells; `steps.ts` adds what else is known. */
export function placeOf(host: Host): Place {
  if (!isProvisioned(host)) return at('identified', 'waits');
  if (host.administrative === 'unlocked') return unlockedPlace(host);
  if (host.administrative === 'locked') return lockedPlace(host);
  return at('identified', 'unknown');
}

function lockedPlace(host: Host): Place {
  const { availability } = host;
  const { state } = host.install;
  // The platform itself takes back a failed or unfinished installation of a host that is online.
  if (availability === 'online') {
    if (host.inventoryState !== 'inventoried') return at('inventoried', 'now');
    return at('configured', 'waits');
  }
  if (availability === null) return at('online', 'unknown');
  if (state === 'failed') return at('installing', 'failed');
  if (availability === 'power-off') return at('power', 'waits');
  if (state === 'preinstall' || state === 'installing' || state === 'postinstall')
    return at('installing', 'now');
  // `installed` is written as `booting` at once (host.py install_progress); an older one may keep it.
  if (state === 'booting' || state === 'installed') return at('booting', 'now');
  if (state === null || isReinstalling(host)) {
    return at('power', taskMood(host.task) === 'failed' ? 'failed' : 'now');
  }
  return state === 'completed' ? at('online', 'waits') : at('installing', 'unknown');
}

function unlockedPlace(host: Host): Place {
  const { availability } = host;
  if (inService(host)) return at('available', 'done');
  if (availability === 'failed' || taskMood(host.task) === 'failed') return at('enabling', 'failed');
  if (availability === 'power-off') return at('rebooting', 'failed');
  if (availability === 'offline') return at('rebooting', 'now');
  if (availability === null) return at('enabling', 'unknown');
  // Accepted, and still up: it is about to reboot.
  if (host.task === 'Unlocking') return at('rebooting', 'now');
  return at('enabling', 'now');
}

/** Is `a` before `b`? */
export const isBefore = (a: Stage, b: Stage): boolean => STAGES.indexOf(a) < STAGES.indexOf(b);
