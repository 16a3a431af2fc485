/** What changes to networks are judged by: the networks themselves, and what else counts. */
import { type Host, hostName, isController, isLocked } from '../../host';
import { isSimplex, type System } from '../../system';
import type { CloudNetworks, TakenAddress } from './cloud-networks';

export type NetworkState = {
  cloud: CloudNetworks;
  /** null: not known. */
  simplex: boolean | null;
  /** Of a simplex: its controller, while it is not locked. */
  unlockedController: string | null;
  /** Addresses that somebody has, by uuid of their pool; of pools that nobody asked for they are missing. */
  taken: Readonly<Record<string, readonly string[]>>;
};

export function networkState(
  cloud: CloudNetworks,
  system: System | null,
  hosts: readonly Host[],
  taken: { pool: string; addresses: readonly TakenAddress[] } | null = null,
): NetworkState {
  const unlocked = hosts.find((host) => isController(host) && !isLocked(host));
  return {
    cloud,
    simplex: system === null || system.mode === null ? null : isSimplex(system),
    unlockedController: unlocked ? hostName(unlocked) : null,
    taken: taken ? { [taken.pool]: taken.addresses.map(({ address }) => address) } : {},
  };
}
