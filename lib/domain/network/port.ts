/** A network port of a host, as sysinv inventories it: `/v1/ihosts/{uuid}/ethernet_ports` (api/controllers/v1/ethernet_port.py). */
import type { Unknown } from '../host';

export type Port = {
  /** Port uuid. */
  id: string;
  /** Linux's name of it. */
  name: string;
  /** A name somebody gave it for display. */
  displayName: Unknown<string>;
  mac: Unknown<string>;
  /** uuid of the interface on it. */
  interfaceId: Unknown<string>;
  /** Mbit/s. The inventory agent reads it from the running link: null is no carrier, or a port that is down. */
  speedMbps: Unknown<number>;
  /** Bytes. */
  mtu: Unknown<number>;
  duplex: Unknown<string>;
  autoNegotiation: Unknown<string>;
  linkMode: Unknown<number>;
  /** The host booted from the network through it. */
  bootsFrom: boolean;
  pciAddress: Unknown<string>;
  /** Number among the ports of one PCI function. */
  deviceNumber: Unknown<number>;
  deviceClass: Unknown<string>;
  vendor: Unknown<string>;
  device: Unknown<string>;
  subVendor: Unknown<string>;
  subDevice: Unknown<string>;
  numaNode: Unknown<number>;
  driver: Unknown<string>;
  /** Queues in use, and how many there could be. */
  channels: Unknown<number>;
  maxChannels: Unknown<number>;
  /** Can be driven by DPDK ("accelerated"). */
  dpdk: Unknown<boolean>;
  /** What else the platform says it can do, each `name: value`. */
  capabilities: readonly string[];
  vfs: PortVfs;
};

/** SR-IOV virtual functions of a port. */
export type PortVfs = {
  /** 0: the port has no SR-IOV. */
  total: Unknown<number>;
  configured: Unknown<number>;
  pciAddresses: readonly string[];
  driver: Unknown<string>;
  deviceId: Unknown<string>;
  channels: Unknown<number>;
  maxChannels: Unknown<number>;
};

/** `25G`, `2.5G`, `100M`. @param mbps Mbit/s */
export function speedWord(mbps: number): string {
  return mbps >= 1000 ? `${Number((mbps / 1000).toFixed(1))}G` : `${mbps}M`;
}
