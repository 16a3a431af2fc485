/** What changes to storage are judged by: the storage itself, and what else counts. null: not known, and blocks nothing. */
import { type Host, hostName, isController, isLocked, type Unknown } from '../../host';
import { isAllInOne, isSimplex, type System } from '../../system';
import type { CloudStorage } from '../cloud-storage';

export type StorageState = {
  storage: CloudStorage;
  hosts: readonly Host[];
  simplex: Unknown<boolean>;
  /** Two controllers that are workers as well. */
  allInOneDuplex: Unknown<boolean>;
  /** GiB of filesystem `backup` of each controller, by hostname; what nobody asked for is missing. */
  backupGib: Readonly<Record<string, number>>;
};

export function storageState(
  storage: CloudStorage,
  hosts: readonly Host[],
  system: System | null,
  backupGib: StorageState['backupGib'] = {},
): StorageState {
  const simplex = system === null || system.mode === null ? null : isSimplex(system);
  return {
    ...{ storage, hosts, simplex, backupGib },
    allInOneDuplex:
      system === null || system.type === null || simplex === null ? null : isAllInOne(system) && !simplex,
  };
}

export const controllersOf = (hosts: readonly Host[]): Host[] => hosts.filter(isController);
export const isLockedOnline = (host: Host): boolean => isLocked(host) && host.availability === 'online';
export const hostNamed = (hosts: readonly Host[], name: string): Host | undefined =>
  hosts.find((host) => hostName(host) === name);
