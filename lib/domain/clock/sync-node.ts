/** The tree of who gets time from whom, made by sync-tree.ts. */
import type { Unknown } from '../host';

/** How sure it is that a node hangs where it hangs. */
export type LinkProof =
  | 'lldp' // the port hears the host above, directly
  | 'switch' // the port hears a switch: the source above is on it too, in the same domain, or beyond it
  | 'configuration' // a receiver is configured on the host
  | 'none'; // nothing: only roots

export type SyncNode = {
  /** Unique in the tree. */
  key: string;
  kind: 'gnss' | 'grandmaster' | 'host';
  /** What to call it: `GNSS on worker-0`, `Grandmaster beyond sw-leaf-2`, a hostname. */
  name: string;
  /** Hostname; null for roots. */
  host: Unknown<string>;
  /** Linux's name of the port through which its time comes. */
  port: Unknown<string>;
  /** Switch between it and the node above. */
  via: Unknown<string>;
  /** PTP domain of that port's instance; linuxptp's default is 0. */
  domain: Unknown<number>;
  proof: LinkProof;
  depth: number;
  /** The first broken link of its branch is the one that leads here. */
  firstBroken: boolean;
  /** Somewhere above it a link is broken. */
  belowBreak: boolean;
  /** No evidence of its own, and below a break. */
  unknownBecauseUpstream: boolean;
  children: readonly SyncNode[];
};

export type SyncTree = {
  roots: readonly SyncNode[];
  /** Hosts that follow PTP and could not be placed. `why`: a short clause. */
  unplaced: readonly { host: string; why: string }[];
  /** Hosts that follow NTP, and those that follow nothing. */
  ntp: readonly string[];
  none: readonly string[];
};
