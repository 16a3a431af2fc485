/** What is wrong with what is typed of an interface, field by field (sysinv interface.py). What is empty is a gap, not a fault. */
import type { Option } from '../option';
import type { Interface } from './interface';
import { above, freeVfs, type InterfaceFacts, portOf } from './interface-facts';
import { type InterfaceField, type InterfaceForm, shownFields } from './interface-form';
import {
  classOptions,
  dataNetworkOptions,
  lowerOptions,
  lowersOf,
  networkOptions,
} from './interface-options';
import { rateFault } from './interface-rates';

export type InterfaceFaults = Partial<Record<InterfaceField, string>>;

export const MTU = { least: 576, most: 9216 } as const;
export const VLAN = { least: 1, most: 4094 } as const;
const LONGEST_NAME = 15;

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null);
const within = (text: string, { least, most }: { least: number; most: number }): string | null => {
  const value = whole(text);
  return value !== null && value >= least && value <= most ? null : `Between ${least} and ${most}`;
};

type Check = (form: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) => string | null;

const CHECKS: Partial<Record<InterfaceField, Check>> = {
  name: nameFault,
  class: (form, facts, own) => whyOf(classOptions(form, facts, own), [form.class]),
  uses: usesFault,
  vlanId: vlanFault,
  mtu: mtuFault,
  vfCount: vfFault,
  networks: (form, facts, own) => whyOf(networkOptions(form, facts, own), form.networks),
  dataNetworks: (form, facts, own) => whyOf(dataNetworkOptions(form, facts, own), form.dataNetworks),
  hashPolicy: hashFault,
  primaryReselect: ({ primaryReselect, class: word }) =>
    word !== 'platform' && primaryReselect !== '' && primaryReselect !== 'always'
      ? 'Of other than platform interfaces it is always'
      : null,
  maxTxRate: (form, facts, own) => rateFault('maxTxRate', form, facts, own),
  maxRxRate: (form, facts, own) => rateFault('maxRxRate', form, facts, own),
};

/** @param own the interface before the change; undefined: a new one */
export function interfaceFaults(
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): InterfaceFaults {
  const faults: InterfaceFaults = {};
  for (const field of shownFields(form)) {
    const fault = CHECKS[field]?.(form, facts, own);
    if (fault) faults[field] = fault;
  }
  return faults;
}

/** What is still to be said before it can be sent; null: nothing. */
export function interfaceGap(form: InterfaceForm): string | null {
  const shown = shownFields(form);
  if (form.name.trim() === '') return 'Give it a name';
  if (shown.includes('uses') && form.uses.length === 0) return 'Choose what is under it';
  if (shown.includes('vlanId') && form.vlanId.trim() === '') return 'Give it a VLAN ID';
  if (shown.includes('vfCount') && form.vfCount.trim() === '') return 'Say how many virtual functions';
  if (shown.includes('ipv4Pool') && form.ipv4Pool === '') return 'Choose an IPv4 pool';
  if (shown.includes('ipv6Pool') && form.ipv6Pool === '') return 'Choose an IPv6 pool';
  return null;
}

/** Why one of what is chosen cannot be chosen. */
function whyOf(options: readonly Option[], chosen: readonly string[]): string | null {
  const bad = options.find(({ value, why }) => why !== null && chosen.includes(value));
  return bad ? `${bad.value}: ${bad.why}` : null;
}

/** `_check_interface_name` and `_check_ports`. */
function nameFault({ name: typed, type }: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) {
  const name = typed.trim();
  if (name === '' || name === own?.name) return null;
  if (name !== name.toLowerCase() || name === name.toUpperCase())
    return 'Letters are needed, all in lower case';
  if (name.length > LONGEST_NAME) return `At most ${LONGEST_NAME} characters`;
  const allowed = type === 'vlan' ? /[\w.]/ : /[\w.-]/;
  const bad = [...name].find((char) => !allowed.test(char));
  if (bad) {
    return `No ${bad === ' ' ? 'blanks' : bad}: letters, digits, _ ${type === 'vlan' ? 'and .' : '. and -'}`;
  }
  if (facts.interfaces.some((one) => one.name === name && one.id !== own?.id)) {
    return `This host has an interface ${name} already`;
  }
  const port = facts.ports.find((one) => one.name === name);
  return type === 'ethernet' && port && port.interfaceId !== own?.id
    ? `${name} is the name of another port`
    : null;
}

/** How many there may be below: a VLAN and VFs are over one. */
function usesFault(form: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) {
  if (form.type !== 'ae' && form.uses.length > 1) return 'It is over one interface';
  return whyOf(lowerOptions(form, facts, own), form.uses);
}

/** `_check_interface_vlan_id`, `_check_interface_data`: a number is used once over one interface, and once by platform interfaces. */
function vlanFault(form: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) {
  if (form.vlanId.trim() === '') return null;
  const bad = within(form.vlanId, VLAN);
  if (bad) return bad;
  const others = facts.interfaces.filter(
    (one) => one.id !== own?.id && one.type === 'vlan' && one.vlanId === whole(form.vlanId),
  );
  const same = others.find(({ uses }) => uses.some((name) => form.uses.includes(name)));
  if (same) return `${same.name} has it over ${form.uses.join(', ')}`;
  const platform = form.class === 'platform' ? others.find((one) => one.class === 'platform') : undefined;
  return platform ? `Platform interface ${platform.name} has it` : null;
}

/** `_check_interface_data`: not more than below, not less than above. A bond hands its MTU down instead. */
function mtuFault(form: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) {
  const bad = within(form.mtu, MTU);
  if (bad) return bad;
  const mtu = Number(form.mtu);
  const lower = form.type === 'ae' ? undefined : lowersOf(form, facts).find((one) => mtu > (one.mtu ?? mtu));
  if (lower) return `At most ${lower.mtu}, as ${lower.name} below has`;
  const upper = own && above(facts, own.name).find((one) => mtu < (one.mtu ?? mtu));
  return upper ? `At least ${upper.mtu}, as ${upper.name} on top has` : null;
}

/** `_check_interface_sriov`: within what the port has, and what the VF interfaces on top take. */
function vfFault(form: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) {
  if (form.vfCount.trim() === '') return null;
  const count = whole(form.vfCount);
  if (count === null || count < 1) return 'A whole number of 1 or more';
  if (form.type === 'vf') {
    const [lower] = lowersOf(form, facts);
    const free = lower && freeVfs(facts, lower, own?.name);
    return free !== undefined && count > free ? `${lower?.name} has ${Math.max(0, free)} free` : null;
  }
  const port = own && portOf(facts, own);
  if (port?.vfs.total != null && count > port.vfs.total)
    return `Port ${port.name} has ${port.vfs.total} at most`;
  const takers = own ? above(facts, own.name).filter(({ type }) => type === 'vf') : [];
  const taken = takers.reduce((sum, { vfCount }) => sum + (vfCount ?? 0), 0);
  return takers.length > 0 && count <= taken
    ? `More than ${taken}: ${takers.map(({ name }) => name).join(', ')} and the host itself need them`
    : null;
}

/** `_check_interface_data`: "must have a Tx Hash Policy of 'layer2'". */
function hashFault({ class: word, hashPolicy }: InterfaceForm) {
  return word === 'data' && hashPolicy !== 'layer2' ? 'A data bond hashes by layer2' : null;
}
