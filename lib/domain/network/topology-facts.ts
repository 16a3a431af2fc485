/**
 * What is known of the cabling and the data networks of a whole cloud: sysinv `/v1/lldp_neighbours`,
 * `/v1/interface_datanetworks` and `/v1/datanetworks` of all hosts at once. Rows are packed by host, for there are as many as
 * ports. Names are data, whatever they look like.
 */
import type { Unknown, UnreadableRow } from '../host';
import type { Unread } from './host-network';

/** What is at the other end of cables. */
export type TopologyDevice = {
  /** Its chassis id, or its name where it gives none. */
  id: string;
  name: string;
  /** It says of itself that it forwards. */
  forwards: boolean;
  /** Of a StarlingX host: its hostname. */
  hostname: Unknown<string>;
  managementAddress: Unknown<string>;
};

export type TopologyNetwork = {
  name: string;
  /** vlan, vxlan, flat; other words are kept. */
  type: Unknown<string>;
  mtu: Unknown<number>;
};

/** A port, the place of a device among the devices, and the port there. */
export type PackedCable = readonly [port: Unknown<string>, device: number, far: Unknown<string>];
/** An interface, and the name of the data network that it is assigned to. */
export type PackedUse = readonly [interface_: Unknown<string>, network: string];

export type TopologyPart = 'cables' | 'networks' | 'uses';

export type TopologyFacts = {
  devices: readonly TopologyDevice[];
  /** By the uuid of the host that hears. */
  cables: Readonly<Record<string, readonly PackedCable[]>>;
  networks: readonly TopologyNetwork[];
  /** By the integer id of the host. */
  uses: Readonly<Record<string, readonly PackedUse[]>>;
  unread: readonly Unread<TopologyPart>[];
  unreadable: readonly UnreadableRow[];
};
