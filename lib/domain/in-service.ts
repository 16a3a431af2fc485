import { type Host, isController, isWorker } from './host';

/** Unlocked, enabled, and its functions with it: degraded is in service too. */
export const inService = (host: Host): boolean =>
  host.administrative === 'unlocked' &&
  host.operational === 'enabled' &&
  (host.availability === 'available' || host.availability === 'degraded') &&
  // Only an all-in-one controller enables in two steps; elsewhere the second state means nothing.
  !(isController(host) && isWorker(host) && host.subfunctionOperational === 'disabled');
