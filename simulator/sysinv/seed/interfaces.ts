/** Interfaces of one host: platform networks over a bond, data networks over the rest. */
import type { Host } from '../host';
import { type Row, rowUuid } from '../rows';
import { begin, hasWorker, isInventoried, type Seeder } from './context';
import { hasTimingCard, macOf, portsOf } from './ports';

export type Interface = {
  name: string;
  type: 'ethernet' | 'ae' | 'vlan' | 'vf';
  class: 'platform' | 'data' | 'pci-sriov' | 'pci-passthrough' | null;
  /** The port below, for ethernet. */
  port?: string;
  uses?: string[];
  vlan?: number;
  mtu?: number;
  numvfs?: number;
  vfDriver?: string;
  aemode?: string;
  txhash?: string;
  /** Its addresses are written on it. */
  addressed?: boolean;
};

/** The interfaces of a host, lower ones before those that use them. */
export function interfacesOf(host: Host): Interface[] {
  const list: Interface[] = [
    { name: 'enp24s0f0', type: 'ethernet', class: null, port: 'enp24s0f0' },
    { name: 'enp24s0f1', type: 'ethernet', class: null, port: 'enp24s0f1' },
    {
      name: 'pxeboot0',
      type: 'ae',
      class: 'platform',
      uses: ['enp24s0f0', 'enp24s0f1'],
      mtu: 9000,
      aemode: '802.3ad',
      txhash: 'layer2',
    },
    { name: 'mgmt0', type: 'vlan', class: 'platform', uses: ['pxeboot0'], vlan: 100 },
    { name: 'cluster0', type: 'vlan', class: 'platform', uses: ['pxeboot0'], vlan: 101 },
  ];
  if (host.row.personality === 'controller') {
    list.unshift({ name: 'oam0', type: 'ethernet', class: 'platform', port: 'eno1' });
  }
  if (hasWorker(host)) list.push(...DATA);
  if (hasTimingCard(host)) list.push(...TIMING);
  return list;
}

const DATA: Interface[] = [
  { name: 'enp59s0f0', type: 'ethernet', class: null, port: 'enp59s0f0' },
  { name: 'enp59s0f1', type: 'ethernet', class: null, port: 'enp59s0f1' },
  {
    name: 'data0',
    type: 'ae',
    class: 'data',
    uses: ['enp59s0f0', 'enp59s0f1'],
    mtu: 9000,
    aemode: 'balanced',
    txhash: 'layer2',
    addressed: true,
  },
  {
    name: 'sriov0',
    type: 'ethernet',
    class: 'pci-sriov',
    port: 'enp94s0f0',
    // As much as its data network carries.
    mtu: 9000,
    numvfs: 8,
    vfDriver: 'netdevice',
  },
  { name: 'sriov0-dpdk', type: 'vf', class: 'pci-sriov', uses: ['sriov0'], numvfs: 4, vfDriver: 'vfio' },
  { name: 'enp94s0f1', type: 'ethernet', class: null, port: 'enp94s0f1' },
  { name: 'pcipt0', type: 'ethernet', class: 'pci-passthrough', port: 'enp134s0f1' },
];

const TIMING: Interface[] = [
  { name: 'enp94s0f2', type: 'ethernet', class: null, port: 'enp94s0f2' },
  { name: 'enp94s0f3', type: 'ethernet', class: null, port: 'enp94s0f3' },
];

/** The uuid of an interface by name. Those over a port are named by the port, which a rename does not change. */
export function interfaceUuid(host: Host, name: string): string {
  const port = interfacesOf(host).find((iface) => iface.name === name)?.port;
  return rowUuid('iinterfaces', host.row.id, port ? `port/${port}` : `if/${name}`);
}

export const iinterfaces: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const all = interfacesOf(host);
  return all.map((iface, n): Row => {
    const row: Row = {
      ...begin('iinterfaces', host, n, context),
      uuid: interfaceUuid(host, iface.name),
      ifname: iface.name,
      iftype: iface.type,
      imac: macOf(host, Math.max(0, lowestPort(host, all, iface))),
      imtu: iface.mtu ?? bondOver(all, iface)?.mtu ?? 1500,
      ifclass: iface.class,
      aemode: iface.aemode ?? null,
      schedpolicy: null,
      txhashpolicy: iface.txhash ?? null,
      primary_reselect: null,
      forihostid: host.row.id,
      vlan_id: iface.vlan ?? null,
      uses: iface.uses ?? [],
      used_by: all.filter((other) => other.uses?.includes(iface.name)).map((other) => other.name),
      sriov_numvfs: iface.numvfs ?? null,
      sriov_vf_driver: iface.vfDriver ?? null,
      ptp_role: 'none',
      max_tx_rate: null,
      max_rx_rate: null,
      ovs_access: false,
      channels: null,
      sriov_vf_channels: null,
      ifcapabilities: {},
    };
    // Only platform and data interfaces carry address modes; the others lack the keys, on the platform too.
    if (iface.class === 'platform' || iface.class === 'data') {
      row.ipv4_mode = iface.addressed && context.families.includes(4) ? 'static' : null;
      row.ipv6_mode = iface.addressed && context.families.includes(6) ? 'static' : null;
    }
    return row;
  });
};

/** The members of a bond have its MTU. */
function bondOver(all: Interface[], { name }: Interface): Interface | undefined {
  return all.find(({ type, uses }) => type === 'ae' && uses?.includes(name));
}

function lowestPort(host: Host, all: Interface[], iface: Interface): number {
  if (iface.port) return portsOf(host).findIndex((port) => port.name === iface.port);
  const below = all.find((other) => other.name === iface.uses?.[0]);
  return below ? lowestPort(host, all, below) : -1;
}
