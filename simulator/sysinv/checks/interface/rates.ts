/** Limits of traffic and numbers of channels. No recording has a refusal: all in own words. */
import { refuse } from '../../faults';
import { networkTypesOf, numberOf, rowsOn, textsOf } from '../../network/rows';
import type { Row } from '../../rows';
import { lowerOf } from './below';
import type { Site } from './draft';

/** VFs together have this part of a port's speed; the rest is the host's. */
const FOR_VFS = 0.9;
const INTERNAL = ['pxeboot', 'cluster-host', 'cluster-pod', 'cluster-service'];

export function checkRates(site: Site): void {
  const { draft } = site;
  const { max_tx_rate: tx, max_rx_rate: rx } = draft;
  if (tx === null && rx === null) return;
  if (draft.iftype === 'vf') {
    checkVfRate(site);
    return;
  }
  if (draft.ifclass !== 'platform' || !['ethernet', 'ae', 'vlan'].includes(draft.iftype ?? '')) {
    refuse(400, 'Rates are limited on platform interfaces of type ethernet, ae and vlan');
  }
  const networks = site.existing ? networkTypesOf(site.world, site.host, site.existing) : [];
  if (networks.some((type) => INTERNAL.includes(type))) {
    refuse(400, 'Rates are not limited on internal networks');
  }
  if (networks.includes('mgmt')) refuse(400, 'Rates of network mgmt are limited in distributed clouds only');
  if ((tx ?? 0) < 0 || (rx ?? 0) < 0) refuse(400, 'A rate is not less than 0');
}

function checkVfRate(site: Site): void {
  const { world, host, draft } = site;
  if (draft.max_rx_rate !== null) refuse(400, 'VF interfaces have no max_rx_rate');
  const lower = lowerOf(site);
  const [port] = portsOf(site, lower);
  if (!port) return;
  if (port.speed === null) refuse(400, `The speed of port ${port.name} is not known: is it cabled?`);
  const others = rowsOn(world, 'iinterfaces', host)
    .filter((row) => row.iftype === 'vf' && row.uuid !== draft.uuid)
    .filter((row) => textsOf(row.uses)[0] === lower.ifname)
    .reduce((sum, row) => sum + Number(row.max_tx_rate ?? 0) * Number(row.sriov_numvfs ?? 0), 0);
  const left = Math.floor(Number(port.speed) * FOR_VFS) - others;
  if ((draft.max_tx_rate ?? 0) * (draft.sriov_numvfs ?? 0) > left) {
    refuse(400, `max_tx_rate of all VFs is more than the port has left: ${left} Mbps`);
  }
}

function portsOf({ world, host }: Site, iface: Row): Row[] {
  return rowsOn(world, 'ethernet_ports', host).filter((port) => port.interface_uuid === iface.uuid);
}

/** Channels of the port, of every member of a bond, and of VFs whose driver is the kernel's. */
export function checkChannels(site: Site, row: Row, column: string, wanted: number | null): void {
  const { world, host } = site;
  const faces = rowsOn(world, 'iinterfaces', host);
  const below = textsOf(row.uses);
  const lowers = faces.filter(({ ifname }) => below.includes(String(ifname)));
  const ofVfs = column === 'sriov_vf_channels';
  if (ofVfs) {
    if (row.ifclass !== 'pci-sriov') refuse(400, 'VF channels are for class pci-sriov');
    const driver = row.sriov_vf_driver ?? lowers[0]?.sriov_vf_driver ?? 'netdevice';
    if (driver !== 'netdevice') refuse(400, `VFs with driver ${String(driver)} have no channels`);
  } else if (row.iftype !== 'ethernet' && row.iftype !== 'ae') {
    refuse(400, `Interfaces of type ${row.iftype} have no channels`);
  }
  if (wanted === null) return;
  if (wanted <= 0) refuse(400, 'The number of channels is more than 0');
  const onto = row.iftype === 'ethernet' ? [row] : lowers;
  for (const port of onto.flatMap((face) => portsOf(site, face))) {
    const most = numberOf(ofVfs ? port.sriov_vf_maxchannels : port.maxchannels);
    if (most !== null && wanted > most) refuse(400, `Port ${port.name} has ${most} channels at most`);
  }
}
