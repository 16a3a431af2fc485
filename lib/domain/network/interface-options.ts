/** What there is to choose from in the form of an interface, and why some of it cannot be chosen. */
import { isController, isWorker } from '../host';
import { type Option, option } from '../option';
import { type Interface, isOn } from './interface';
import { assignable } from './interface-choices';
import { above, freeVfs, type InterfaceFacts, interfaceNamed, portOf } from './interface-facts';
import type { InterfaceClass, InterfaceForm } from './interface-form';

/** @param own the interface before the change; undefined: a new one */
export function classOptions(
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): Option[] {
  const classes: Record<InterfaceForm['type'], readonly InterfaceClass[]> = {
    ethernet: ['none', 'platform', 'data', 'pci-sriov', 'pci-passthrough'],
    // "A bond is of class platform or data" (interface.py): without one it cannot be made.
    ae: ['platform', 'data'],
    vlan: ['platform', 'data'],
    vf: ['pci-sriov'],
  };
  return classes[form.type].map((word) => option(word, classWhy(word, form, facts, own)));
}

function classWhy(
  word: InterfaceClass,
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): string | null {
  const before = own?.class ?? 'none';
  if (own && word === before) return null;
  // interface.py _check_interface_class_and_host_type
  if (word === 'data' && !isWorker(facts.host))
    return 'Only hosts with the worker function have data interfaces';
  const users = own ? above(facts, own.name) : [];
  const vf = users.find(({ type }) => type === 'vf');
  if (vf && word !== 'pci-sriov') return `${vf.name} is made of its virtual functions`;
  const bond = users.find(({ type }) => type === 'ae');
  if (bond && word !== 'none' && word !== 'pci-sriov') return `It is in bond ${bond.name}`;
  // interface.py _check_interface_class_transition
  const kept = before === 'platform' ? word !== 'pci-sriov' : word === 'platform' && before !== 'none';
  if (kept && users.length > 0) return `It is used by ${users.map(({ name }) => name).join(', ')}`;
  if (word === 'pci-sriov' && form.type === 'ethernet' && own) {
    const port = portOf(facts, own);
    if (!port) return 'SR-IOV is for an interface over one port';
    if (port.vfs.total === 0) return `Port ${port.name} has no SR-IOV`;
  }
  return null;
}

/** Interfaces that may be under this one. Those of a kind that never may are not among them. */
export function lowerOptions(
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): Option[] {
  return facts.interfaces
    .filter(({ id, type, class: word }) => {
      if (id === own?.id) return false;
      if (form.type === 'vf') return (type === 'ethernet' || type === 'vf') && word === 'pci-sriov';
      if (form.type === 'ae') return type === 'ethernet';
      return form.type === 'vlan' ? type === 'ethernet' || type === 'ae' : type === 'ethernet';
    })
    .map((lower) => option(lower.name, lowerWhy(lower, form, facts, own), lowerLabel(lower, form, facts)));
}

function lowerLabel(lower: Interface, form: InterfaceForm, facts: InterfaceFacts): string {
  if (form.type === 'vf')
    return `${lower.name}, ${Math.max(0, freeVfs(facts, lower))} of ${lower.vfCount} VFs free`;
  return [lower.name, lower.class ?? 'no class', `MTU ${lower.mtu ?? 'unknown'}`].join(', ');
}

/** interface.py _check_interface_data */
function lowerWhy(
  lower: Interface,
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): string | null {
  const others = above(facts, lower.name).filter(({ id }) => id !== own?.id);
  const bond = others.find(({ type }) => type === 'ae');
  if (bond && form.type !== 'vf') return `In bond ${bond.name}`;
  const vlan = others.find(({ type }) => type === 'vlan');
  if (vlan && form.type === 'ae') return `Carries VLAN interface ${vlan.name}`;
  if (form.type === 'ae' && lower.class !== null && lower.class !== 'pci-sriov') {
    return `Of class ${lower.class}: members of a bond have none, or pci-sriov`;
  }
  if (form.type === 'vlan' && lower.class === 'data' && form.class === 'platform') {
    return 'A platform VLAN is not over a data interface';
  }
  if (form.type === 'vlan' && lower.class === 'platform' && form.class === 'data') {
    return 'A data VLAN is not over a platform interface';
  }
  if (form.type === 'vf' && freeVfs(facts, lower, own?.name) < 1)
    return 'All its virtual functions are taken';
  return null;
}

/** interface_network.py: a host has each network once; pxeboot shares with none; oam and admin are of controllers. */
export function networkOptions(
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): Option[] {
  return assignable(facts.choices).map(({ name, type }) => {
    const elsewhere = facts.networks.find((use) => use.name === name && !(own && isOn(use, own)));
    const others = form.networks.filter((one) => one !== name);
    const boot = facts.choices.networks.filter((one) => one.type === 'pxeboot').map((one) => one.name);
    const why = elsewhere
      ? `On ${elsewhere.interface ?? 'another interface'}`
      : (type === 'oam' || type === 'admin') && !isController(facts.host)
        ? `Network ${type} is for controllers`
        : type === 'pxeboot' && others.length > 0
          ? 'Shares an interface with no other network'
          : others.some((one) => boot.includes(one))
            ? 'Network pxeboot shares an interface with no other'
            : (type === 'mgmt' || type === 'admin') && form.type === 'ae' && form.aeMode === 'balanced'
              ? 'Needs a bond in mode 802.3ad or active_standby'
              : null;
    return option(name, why, name === type ? name : `${name}, ${type}`);
  });
}

/** interface_datanetwork.py: one data interface per data network; VLAN networks are not on VLAN interfaces; the MTU fits. */
export function dataNetworkOptions(
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): Option[] {
  return facts.choices.dataNetworks.map(({ name, type, mtu }) => {
    const holders = facts.dataNetworks.filter((use) => use.name === name && !(own && isOn(use, own)));
    const taken =
      form.class === 'data'
        ? holders.find((use) => facts.interfaces.some((one) => isOn(use, one) && one.class === 'data'))
        : undefined;
    const needed = neededMtu({ type, mtu });
    const has = Number(form.mtu);
    const why = taken
      ? `On data interface ${taken.interface ?? 'of this host'}`
      : type === 'vlan' && form.type === 'vlan'
        ? 'Made of VLANs: not on a VLAN interface'
        : needed !== null && Number.isInteger(has) && has > 0 && has < needed
          ? `Needs an MTU of ${needed} or more`
          : null;
    return option(name, why, [name, type, mtu === null ? null : `MTU ${mtu}`].filter(Boolean).join(', '));
  });
}

/** What VXLAN adds to a frame. */
const VXLAN_OVERHEAD = 74;
const neededMtu = ({ type, mtu }: { type: string | null; mtu: number | null }): number | null =>
  mtu === null ? null : mtu + (type === 'vxlan' ? VXLAN_OVERHEAD : 0);

const MODE_WORDS: Record<string, string> = {
  disabled: 'disabled: no addresses',
  static: 'static: addresses are typed in',
  pool: 'pool: an address of a pool',
  auto: 'auto: by router advertisement',
  'link-local': 'link-local alone',
};

export function modeOptions(family: 4 | 6, own: Interface | undefined, word: InterfaceClass): Option[] {
  const modes =
    family === 4 ? ['disabled', 'static', 'pool'] : ['disabled', 'static', 'pool', 'auto', 'link-local'];
  const before = family === 4 ? own?.ipv4Mode : own?.ipv6Mode;
  // Once it is set it cannot be unset; a new data interface has one in any case.
  const unset = !before && (word !== 'data' || own?.class === 'data') ? [option('', null, 'Not set')] : [];
  return [...unset, ...modes.map((mode) => option(mode, null, MODE_WORDS[mode]))];
}

export const poolOptions = ({ choices }: InterfaceFacts, family: 4 | 6): Option[] =>
  choices.pools
    .filter((pool) => pool.family === family)
    .map(({ id, name, network, prefix }) =>
      option(id, null, network === null ? name : `${name}, ${network}/${prefix ?? '?'}`),
    );

export const lowersOf = (form: InterfaceForm, facts: InterfaceFacts): Interface[] =>
  form.uses.flatMap((name) => interfaceNamed(facts, name) ?? []);
