/** A word for how far a host is on its way into service. */
import type { Host } from '../host';
import { type Place, placeOf } from './stage';
import { isBeingProvisioned } from './under-way';

/** In the order of the way. */
export const PROVISION_WORDS = [
  'Discovered',
  'Waits for network boot',
  'Installing',
  'First boot',
  'Install failed',
  'Offline',
  'No inventory yet',
  'Not unlocked yet',
  'Enabling',
  'Enabling failed',
  'Unknown',
] as const;
export type ProvisionWord = (typeof PROVISION_WORDS)[number];

function wordAt({ stage, standing }: Place): ProvisionWord {
  if (standing === 'unknown') return 'Unknown';
  switch (stage) {
    case 'identified':
      return 'Discovered';
    case 'power':
      return 'Waits for network boot';
    case 'installing':
      return standing === 'failed' ? 'Install failed' : 'Installing';
    case 'booting':
      return 'First boot';
    case 'online':
      return 'Offline';
    case 'inventoried':
      return 'No inventory yet';
    case 'configured':
    case 'ready':
      return 'Not unlocked yet';
    case 'unlocked':
    case 'rebooting':
    case 'enabling':
    case 'available':
      return standing === 'failed' ? 'Enabling failed' : 'Enabling';
  }
}

/** null: the host is or has been in service, and is not being installed. */
export const provisionWord = (host: Host): ProvisionWord | null =>
  isBeingProvisioned(host) ? wordAt(placeOf(host)) : null;
