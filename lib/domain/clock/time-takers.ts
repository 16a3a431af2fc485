/** Who would miss the time of a host: what hangs on it in the tree of clocks. */
import type { Host } from '../host';
import { deriveClocks } from './derive';
import type { PtpConfig, PtpLinks } from './ptp-config';
import type { SyncTree } from './sync-node';
import { nodesInOrder, syncTree } from './sync-tree';

export type TimeTakers = {
  /** Is the host in the tree? Where it is not, nobody knows who takes time from it. */
  placed: boolean;
  /** Hostnames that take their time from it, in the tree's order. */
  direct: readonly string[];
  /** How many take it from one of those. */
  further: number;
  /** Hosts that follow PTP and are not in the tree: each of them may. */
  unplaced: number;
};

/** @param host hostname */
export function timeTakers(tree: SyncTree, host: string): TimeTakers {
  const own = nodesInOrder(tree).find((node) => node.host === host);
  const unplaced = tree.unplaced.filter((one) => one.host !== host).length;
  if (!own) return { placed: false, direct: [], further: 0, unplaced };
  const direct = own.children.flatMap((node) => (node.host === null ? [] : [node.host]));
  const below = nodesInOrder({ ...tree, roots: own.children }).filter((node) => node.host !== null);
  return { placed: true, direct, further: below.length - direct.length, unplaced };
}

/** The same of configuration and cabling alone: who takes time from whom does not hang on alarms. */
export function timeTakersOf(
  hosts: readonly Host[],
  config: PtpConfig,
  links: PtpLinks,
  host: string,
): TimeTakers {
  const inputs = { hosts, config, ports: links.ports, alarms: null, fmTrouble: null, ntp: null, live: null };
  const clocks = deriveClocks({ ...inputs, now: Date.now() });
  return timeTakers(syncTree({ clocks, config, links }), host);
}
