/** _semantic_check_data_interfaces: interface by interface, in the order of their ids. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, isActiveController, nameOf } from '../../host';
import { networkTypesOf, rowsOn, textsOf } from '../../network/rows';
import type { Row } from '../../rows';
import { vswitchOf } from './worker';

export function checkDataInterfaces(world: World, host: Host, forced: boolean): void {
  for (const iface of rowsOn(world, 'iinterfaces', host)) {
    if (vswitchOf(world) === 'ovs-dpdk' && iface.ifclass === 'data') checkAccelerated(world, host, iface);
    checkVxlan(world, host, iface);
    checkAddresses(world, host, iface);
    if (forced || !iface.ifclass) continue;
    if (iface.ifclass === 'pci-sriov') checkSriov(world, host, iface);
    if (iface.ifclass === 'pci-passthrough') checkPlugin(world, host, iface);
  }
}

const portsOf = (world: World, host: Host, iface: Row): Row[] =>
  rowsOn(world, 'ethernet_ports', host).filter(({ interface_uuid }) => interface_uuid === iface.uuid);

function checkAccelerated(world: World, host: Host, iface: Row): void {
  const slow = portsOf(world, host, iface).find(({ dpdksupport }) => !dpdksupport);
  if (slow) {
    refuse(400, `${slow.name} is non-accelerated interface which is not supported by current vswitch`);
  }
}

const networksOf = (world: World, host: Host, iface: Row): string[] =>
  rowsOn(world, 'interface_datanetworks', host)
    .filter(({ interface_uuid }) => interface_uuid === iface.uuid)
    .map(({ datanetwork_name }) => String(datanetwork_name));

/** _semantic_check_interface_datanets */
function checkVxlan(world: World, host: Host, iface: Row): void {
  if (iface.ifclass !== 'data') return;
  for (const name of networksOf(world, host, iface)) {
    const network = world.sysinv.cloud('datanetworks').find((row) => row.name === name);
    if (network?.network_type !== 'vxlan' || !network.multicast_group) continue;
    const family = String(network.multicast_group).includes(':') ? 6 : 4;
    const mode = iface[`ipv${family}_mode`];
    if (mode && mode !== 'disabled') continue;
    refuse(
      400,
      `Interface ${iface.ifname} is associated to VXLAN data network ${name} which requires an IPv${family} address`,
    );
  }
}

const ADDRESSED = ['mgmt', 'oam', 'cluster-host', 'data', 'ironic', 'storage', 'admin'];

/** _semantic_check_interface_addresses */
function checkAddresses(world: World, host: Host, iface: Row): void {
  if (!networkTypesOf(world, host, iface).some((type) => ADDRESSED.includes(type))) return;
  const addresses = rowsOn(world, 'addresses', host).filter(({ ifname }) => ifname === iface.ifname);
  for (const family of [4, 6]) {
    if (iface[`ipv${family}_mode`] !== 'static') continue;
    if (addresses.some(({ address }) => String(address).includes(':') === (family === 6))) continue;
    refuse(
      400,
      `Interface ${iface.ifname} on host ${nameOf(host)} is configured for IPv${family} static address but has no configured IPv${family} address`,
    );
  }
}

/** A reboot that is asked for makes the virtual functions: they are not counted before. */
function awaitsReboot(host: Host): boolean {
  const { config_status: status, config_target: target, config_applied: applied } = host.row;
  if (isActiveController(host) || status !== 'Config out-of-date' || !target) return false;
  const digit = Number.parseInt(target.charAt(0), 16);
  return digit >= 8 && `${(digit - 8).toString(16)}${target.slice(1)}` === applied;
}

/** _semantic_check_sriov_interface */
function checkSriov(world: World, host: Host, iface: Row): void {
  if (iface.iftype === 'ethernet') {
    const wanted = Number(iface.sriov_numvfs ?? 0);
    if (wanted === 0) return;
    if (!awaitsReboot(host)) checkVfs(world, host, iface, wanted);
  }
  checkPlugin(world, host, iface);
}

function checkVfs(world: World, host: Host, iface: Row, wanted: number): void {
  const ports = portsOf(world, host, iface);
  const counted = ports.some(
    ({ sriov_vfs_pci_address: list }) => list && String(list).split(',').length === wanted,
  );
  if (!counted) {
    refuse(
      400,
      `Expecting number of interface sriov_numvfs=${wanted}. Please wait a few minutes for inventory update and retry host-unlock.`,
    );
  }
  if (
    iface.sriov_vf_driver === 'netdevice' &&
    ports.some(({ sriov_vf_driver }) => sriov_vf_driver === null)
  ) {
    refuse(400, 'Value for SR-IOV VF driver is netdevice, but corresponding port has an invalid driver');
  }
  const uppers = rowsOn(world, 'iinterfaces', host).filter(({ ifname }) =>
    textsOf(iface.used_by).includes(String(ifname)),
  );
  for (const port of ports) {
    const most = Number(port.sriov_vf_maxchannels ?? 0);
    if (most === 0) continue;
    for (const one of [iface, ...uppers]) {
      const channels = Number(one.sriov_vf_channels ?? 0);
      if (channels <= most) continue;
      refuse(
        400,
        `Interface '${one.ifname}' has vf-channels=${channels} which exceeds the maximum supported (${most}) for port '${port.name}' at the current VF count. Reduce vf-channels to at most ${most} before unlocking.`,
      );
    }
  }
}

/** A list as Python prints it. */
const printed = (list: readonly unknown[]): string => `[${list.map((one) => `'${String(one)}'`).join(', ')}]`;

/** _check_sriovdp_interface_datanets */
function checkPlugin(world: World, host: Host, iface: Row): void {
  const label = rowsOn(world, 'labels', host).find(
    ({ label_key, label_value }) => label_key === 'sriovdp' && label_value,
  );
  if (String(label?.label_value ?? '').toLowerCase() !== 'enabled') return;
  const mine = networksOf(world, host, iface);
  for (const other of rowsOn(world, 'iinterfaces', host)) {
    if (other.uuid === iface.uuid || other.ifclass !== iface.ifclass) continue;
    const shared = networksOf(world, host, other).filter((name) => mine.includes(name));
    if (shared.length === 0) continue;
    const [one, two] = [iface.sriov_vf_driver || 'netdevice', other.sriov_vf_driver || 'netdevice'];
    if (iface.ifclass === 'pci-sriov' && one !== two) {
      refuse(
        400,
        `VF driver (${one}) for interface (${iface.ifname}) conflicts with VF driver (${two}) for interface (${other.ifname}) on data network(s) (${printed(shared)}). Consider choosing another data network`,
      );
    }
    const [own, theirs] = [iface, other].map((each) =>
      portsOf(world, host, each).map(({ driver }) => driver),
    );
    const mellanox = (drivers: readonly unknown[] | undefined) => (drivers ?? []).includes('mlx5_core');
    if (mellanox(own) === mellanox(theirs)) continue;
    refuse(
      400,
      `PF driver(s) (${printed(own ?? [])}) for interface (${iface.ifname}) conflict with PF driver(s) (${printed(theirs ?? [])}) for interface (${other.ifname}) on data network(s) (${printed(shared)}). Consider choosing another data network`,
    );
  }
}
