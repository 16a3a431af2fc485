/** What an interface may be made of: VLANs over something, bonds of free members (err-175 to 177). */
import { refuse } from '../../faults';
import { interfaceNamed, textsOf } from '../../network/rows';
import type { Row } from '../../rows';
import { othersOf, type Site, uppersOf } from './draft';

/** Before anything else of a write is judged. */
export function checkVlanId(iftype: string | null, vlanId: number | null): void {
  if (vlanId !== null && (vlanId < 1 || vlanId > 4094)) refuse(400, 'VLAN id must be between 1 and 4094.');
  if (iftype === 'vlan' && vlanId === null) refuse(400, 'VLAN id must be specified.');
}

/** How many there may be below, where the write names any. */
export function checkCount({ world, host, draft }: Site, uses: readonly string[]): void {
  // Own words, all three.
  if (draft.iftype === 'vlan' && uses.length > 1) refuse(400, 'A VLAN interface is over one interface');
  if (draft.iftype !== 'ethernet' || uses.length === 0) return;
  if (uses.length > 1) refuse(400, 'An ethernet interface is over one interface');
  const lower = interfaceNamed(world, host, uses[0] ?? '');
  if (lower.iftype !== 'ethernet' || lower.ifclass !== 'pci-sriov') {
    refuse(400, 'An ethernet interface is over an ethernet interface of class pci-sriov');
  }
}

export function lowerOf({ world, host, draft }: Site): Row {
  const [first] = draft.uses;
  // What Python says of the first of nothing.
  if (first === undefined) return refuse(500, 'list index out of range');
  return interfaceNamed(world, host, first);
}

export function checkVlan(site: Site): void {
  const { draft, op } = site;
  if (draft.iftype !== 'vlan') return;
  const lower = lowerOf(site);
  // Own words.
  if (lower.iftype === 'vlan') refuse(400, 'A VLAN interface is not over another VLAN interface');
  const vlans = othersOf(site).filter(
    (other) => op === 'add' && other.iftype === 'vlan' && other.vlan_id === draft.vlan_id,
  );
  if (draft.ifclass === 'platform' && vlans.some((other) => other.ifclass === 'platform')) {
    refuse(400, `VLAN id ${draft.vlan_id} already in use on another platform interface`);
  }
  // Own words, here and below.
  if (vlans.some((other) => textsOf(other.uses).includes(String(lower.ifname)))) {
    refuse(400, `VLAN id ${draft.vlan_id} is in use on interface ${lower.ifname}`);
  }
  if (lower.ifclass === 'data' && draft.ifclass === 'platform') {
    refuse(400, 'A platform VLAN is not over a data interface');
  }
  if (lower.ifclass === 'platform' && draft.ifclass === 'data') {
    refuse(400, 'A data VLAN is not over a platform interface');
  }
}

/** A member of a bond carries nothing else but VFs; what carries VLANs is no member of a bond. All in own words. */
export function checkShared(site: Site): void {
  const { draft } = site;
  if (draft.iftype === 'ethernet') return;
  for (const other of othersOf(site)) {
    const common = textsOf(other.uses).find((name) => draft.uses.includes(name));
    if (!common) continue;
    if (other.iftype === 'ae' && draft.iftype !== 'vf') {
      refuse(400, `Interface ${common} is in bond ${other.ifname} already`);
    }
    if (other.iftype === 'vlan' && draft.iftype !== 'vlan' && draft.iftype !== 'vf') {
      refuse(400, `Interface ${common} carries VLAN interface ${other.ifname} already`);
    }
  }
}

/** Members of a bond have no class, or pci-sriov, and no role in PTP. All in own words. */
export function checkMembers(site: Site): void {
  const { world, host, draft } = site;
  if (draft.iftype === 'ae') {
    for (const name of draft.uses) {
      const member = interfaceNamed(world, host, name);
      if ((member.ptp_role ?? 'none') !== 'none') refuse(400, `${name} has a PTP role and joins no bond`);
      if (member.ifclass && member.ifclass !== 'pci-sriov') {
        refuse(400, `${name} is of class ${member.ifclass}: members of a bond have none, or pci-sriov`);
      }
    }
  }
  for (const upper of uppersOf(site)) {
    if (upper.iftype !== 'ae') continue;
    if (draft.ptp_role !== 'none') refuse(400, `${draft.ifname} is in bond ${upper.ifname}: no PTP role`);
    if (draft.ifclass && draft.ifclass !== 'pci-sriov') {
      refuse(400, `${draft.ifname} is in bond ${upper.ifname}: its class is none or pci-sriov`);
    }
  }
}
