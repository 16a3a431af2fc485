/** Which hosts a board shows when it cannot show all of them, and how many there are of each kind. */
import { type Host, type HostCondition, hostCondition, hostName } from './host';
import { hostTrouble, rankOrder } from './host-trouble';

const CONDITIONS: readonly HostCondition[] = [
  'failed',
  'unknown',
  'degraded',
  'in-progress',
  'offline',
  'power-off',
  'online',
  'available',
];

export type HostBoard = {
  /** All hosts in the platform's order, or those that are not simply available, worst first. */
  tiles: Host[];
  /** Hosts without a tile. None of them is worse than one that has a tile. */
  rest: number;
  /** Is every host without a tile available? */
  restAvailable: boolean;
  /** Every host by condition, worst first; conditions that no host is in are left out. */
  counts: { condition: HostCondition; count: number }[];
};

/**
 * @param all how many tiles there is room for
 * @param worst how many, when the counts need room as well
 */
export function hostBoard(hosts: readonly Host[], all: number, worst: number): HostBoard {
  const counts = CONDITIONS.map((condition) => ({
    condition,
    count: hosts.filter((host) => hostCondition(host) === condition).length,
  })).filter(({ count }) => count > 0);
  if (hosts.length <= all) return { tiles: [...hosts], rest: 0, restAvailable: true, counts };
  // Alarms are not asked: a tile shows how a host is, and the list beside it what stands on it.
  const ranked = hosts
    .map((host) => ({ host, condition: hostCondition(host), rank: rankOf(host) }))
    // A tile for a host that is simply well says nothing that the count does not say.
    .filter(({ condition }) => condition !== 'available')
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        CONDITIONS.indexOf(a.condition) - CONDITIONS.indexOf(b.condition) ||
        hostName(a.host).localeCompare(hostName(b.host), 'en', { numeric: true }),
    );
  const tiles = ranked.slice(0, worst).map(({ host }) => host);
  return { tiles, rest: hosts.length - tiles.length, restAvailable: ranked.length === tiles.length, counts };
}

/** What is on purpose or under way is no worse than what is well. */
function rankOf(host: Host): number {
  const trouble = hostTrouble(host, null);
  return trouble ? rankOrder(trouble.rank) : rankOrder('on-purpose');
}
