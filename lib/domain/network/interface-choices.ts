/** What of the whole cloud an interface can be put on: platform networks, data networks, address pools. */
import type { Unknown } from '../host';

export type CloudNetwork = {
  id: string;
  name: string;
  /** mgmt, oam, cluster-host … */
  type: string;
};

export type CloudDataNetwork = {
  id: string;
  name: string;
  /** flat, vlan, vxlan. */
  type: Unknown<string>;
  /** Bytes. */
  mtu: Unknown<number>;
};

export type CloudPool = {
  id: string;
  name: string;
  /** 4, 6. */
  family: Unknown<number>;
  network: Unknown<string>;
  prefix: Unknown<number>;
};

export type InterfaceChoices = {
  networks: readonly CloudNetwork[];
  dataNetworks: readonly CloudDataNetwork[];
  pools: readonly CloudPool[];
};

/** Platform networks that are put on interfaces; those of Kubernetes and multicast are not (common/constants.py). */
export const ASSIGNABLE = ['pxeboot', 'mgmt', 'cluster-host', 'storage', 'oam', 'admin'] as const;

export const assignable = ({ networks }: InterfaceChoices): CloudNetwork[] =>
  networks.filter(({ type }) => ASSIGNABLE.some((one) => one === type));
