/** Network ports of one host. */
import type { Host } from '../host';
import { pick, rowUuid } from '../rows';
import { beginHostUuid, hasWorker, isInventoried, type Seeder } from './context';

export type Port = {
  name: string;
  pci: string;
  model: string;
  driver: string;
  speed: number;
  vfs: number;
  node: number;
};

const I350 = 'I350 Gigabit Network Connection [1521]';
const X710 = 'Ethernet Controller X710 for 10GbE SFP+ [1572]';
const E810 = 'Ethernet Controller E810-XXV for SFP [159b]';
const CX6 = 'MT2892 Family [ConnectX-6 Dx] [101d]';

const OAM: Port[] = [
  { name: 'eno1', pci: '0000:19:00.0', model: I350, driver: 'igb', speed: 1000, vfs: 7, node: 0 },
];
const MGMT: Port[] = [
  { name: 'enp24s0f0', pci: '0000:18:00.0', model: X710, driver: 'i40e', speed: 10_000, vfs: 64, node: 0 },
  { name: 'enp24s0f1', pci: '0000:18:00.1', model: X710, driver: 'i40e', speed: 10_000, vfs: 64, node: 0 },
];
const DATA: Port[] = [
  { name: 'enp59s0f0', pci: '0000:3b:00.0', model: X710, driver: 'i40e', speed: 10_000, vfs: 64, node: 0 },
  { name: 'enp59s0f1', pci: '0000:3b:00.1', model: X710, driver: 'i40e', speed: 10_000, vfs: 64, node: 0 },
  { name: 'enp94s0f0', pci: '0000:5e:00.0', model: E810, driver: 'ice', speed: 25_000, vfs: 128, node: 1 },
  { name: 'enp94s0f1', pci: '0000:5e:00.1', model: E810, driver: 'ice', speed: 25_000, vfs: 128, node: 1 },
  {
    name: 'enp134s0f1',
    pci: '0000:86:00.1',
    model: CX6,
    driver: 'mlx5_core',
    speed: 100_000,
    vfs: 16,
    node: 1,
  },
];

/** The second pair of a four-port E810-XXVDA4T, the card of grandmasters and boundary clocks. */
const TIMING: Port[] = [
  { name: 'enp94s0f2', pci: '0000:5e:00.2', model: E810, driver: 'ice', speed: 25_000, vfs: 128, node: 1 },
  { name: 'enp94s0f3', pci: '0000:5e:00.3', model: E810, driver: 'ice', speed: 25_000, vfs: 128, node: 1 },
];

/** A host has the four-port card where a cable needs it. */
export function hasTimingCard(host: Host): boolean {
  return TIMING.some(({ name }) => name in host.cables);
}

/** The ports of a host, in order: management first (the host boots from it), OAM on controllers, data, timing. */
export function portsOf(host: Host): Port[] {
  const oam = host.row.personality === 'controller' ? OAM : [];
  return [...MGMT, ...oam, ...(hasWorker(host) ? DATA : []), ...(hasTimingCard(host) ? TIMING : [])];
}

/** MAC of port `n`: port 0 has the one that the host is known by. */
export function macOf(host: Host, n: number): string {
  const last = (Number.parseInt(host.row.mgmt_mac.slice(-2), 16) + n) % 256;
  return `${host.row.mgmt_mac.slice(0, -2)}${last.toString(16).padStart(2, '0')}`;
}

/** Whether something is plugged in: of the 25 GbE ports only the first, unless the world says so, and few 100 GbE ones. */
export function isCabled(host: Host, port: Port): boolean {
  if (port.name in host.cables) return true;
  if (/^enp94s0f[1-3]$/.test(port.name)) return false;
  return port.name !== 'enp134s0f1' || pick(`${host.row.uuid}/cx6`) < 0.3;
}

/** Virtual functions in use: the SR-IOV port of workers has eight. */
function vfsOf(port: Port): string[] {
  if (port.name !== 'enp94s0f0') return [];
  return Array.from({ length: 8 }, (_, n) => `0000:5e:01.${n}`);
}

export const ports: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : portsOf(host).map((port, n) => ({
        ...beginHostUuid('ports', host, n, context),
        type: 'ethernet',
        name: port.name,
        namedisplay: null,
        pciaddr: port.pci,
        dev_id: 0,
        pclass: 'Ethernet controller [0200]',
        pvendor: port.model === CX6 ? 'Mellanox Technologies [15b3]' : 'Intel Corporation [8086]',
        pdevice: port.model,
        psvendor: 'Dell [1028]',
        psdevice: 'Ethernet Network Adapter [1f99]',
        numa_node: port.node,
        sriov_totalvfs: port.vfs,
        sriov_numvfs: vfsOf(port).length,
        sriov_vfs_pci_address: vfsOf(port).join(','),
        sriov_vf_driver: vfsOf(port).length > 0 ? 'iavf' : null,
        sriov_vf_pdevice_id: '154c',
        driver: port.driver,
        capabilities: {},
        numchannels: 32,
        maxchannels: 64,
        sriov_vf_numchannels: 4,
        sriov_vf_maxchannels: 4,
        dpdksupport: port.model !== I350,
        interface_uuid: rowUuid('iinterfaces', host.row.id, `port/${port.name}`),
        node_uuid: null,
      }));

/** The same ports, with what Ethernet adds. They share uuids with `ports`. */
export const ethernetPorts: Seeder = (host, context) =>
  ports(host, context).map((row, n) => {
    const port = portsOf(host)[n];
    return {
      ...row,
      mac: macOf(host, n),
      mtu: 1500,
      // A port without a cable has no speed.
      speed: port && isCabled(host, port) ? port.speed : null,
      link_mode: 0,
      duplex: null,
      autoneg: 'Yes',
      bootp: n === 0 ? 'True' : null,
    };
  });
