/** An interface of a host as sysinv configures it: `/v1/ihosts/{uuid}/iinterfaces` (api/controllers/v1/interface.py), and what it is assigned to. */
import type { Unknown } from '../host';

export type Interface = {
  id: string;
  /** sysinv's name of it, unique on its host. */
  name: string;
  /** ethernet, ae, vlan, vf, virtual; other words are kept. */
  type: Unknown<string>;
  /** platform, data, pci-sriov, pci-passthrough; null: not used for anything by itself (the platform says `none` or null). */
  class: Unknown<string>;
  mac: Unknown<string>;
  /** Bytes. */
  mtu: Unknown<number>;
  vlanId: Unknown<number>;
  /** Names of the interfaces below it. */
  uses: readonly string[];
  /** Names of the interfaces above it, as the platform says. */
  usedBy: readonly string[];
  /** 802.3ad, balanced, active_standby. */
  aeMode: Unknown<string>;
  hashPolicy: Unknown<string>;
  /** Of active_standby. */
  primaryReselect: Unknown<string>;
  vfCount: Unknown<number>;
  vfDriver: Unknown<string>;
  ipv4Mode: Unknown<string>;
  ipv6Mode: Unknown<string>;
  /** Address pools by uuid, where the mode is pool. */
  ipv4Pool: Unknown<string>;
  ipv6Pool: Unknown<string>;
  /** Mbit/s. */
  maxTxRate: Unknown<number>;
  maxRxRate: Unknown<number>;
};

/** A platform network on an interface (`/v1/interface_networks`). */
export type NetworkUse = {
  id: string;
  interfaceId: Unknown<string>;
  interface: Unknown<string>;
  name: string;
  /** mgmt, oam, cluster-host, pxeboot, admin, storage … */
  type: Unknown<string>;
};

/** A data network on an interface (`/v1/interface_datanetworks`). */
export type DataUse = {
  id: string;
  interfaceId: Unknown<string>;
  interface: Unknown<string>;
  name: string;
};

/** A PTP interface on interfaces of hosts (`/v1/ptp_interfaces`). */
export type TimingUse = {
  id: string;
  /** Of the PTP interface. */
  name: string;
  instance: Unknown<string>;
  /** Hostname, and sysinv's name of the interface there. */
  members: readonly { host: string; interface: string }[];
};

/** What an interface is assigned to. Rows name it by uuid and by name; either will do. */
export const isOn = (
  use: { interfaceId: Unknown<string>; interface: Unknown<string> },
  { id, name }: Pick<Interface, 'id' | 'name'>,
): boolean => (use.interfaceId === null ? use.interface === name : use.interfaceId === id);
