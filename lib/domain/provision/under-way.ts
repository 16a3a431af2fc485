/** Which hosts are on their way into service. Every page of a host asks: no more than that is in here. */
import { type Host, isInstalling, isProvisioned } from '../host';
import { inService } from '../in-service';

export const isReinstalling = (host: Pick<Host, 'inventoryState'>): boolean =>
  host.inventoryState === 'reinstalling';

/** sysinv constants PROVISIONED, UPGRADING: the host has been in service (host.py, where invprovision is set). */
const BEEN_IN_SERVICE: readonly string[] = ['provisioned', 'upgrading'];

/** Has never been in service, or is being installed anew. */
export function isBeingProvisioned(host: Host): boolean {
  if (!isProvisioned(host) || isReinstalling(host) || isInstalling(host)) return true;
  if (host.install.state === 'failed' && host.availability === 'offline') return true;
  return !BEEN_IN_SERVICE.includes(host.provisionState ?? '') && !inService(host);
}
