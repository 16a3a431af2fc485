/** An interface as a form holds it: what is typed, as text, and which fields there are for its type and class. */
import { type Interface, isOn } from './interface';
import type { InterfaceState } from './interface-call-effect';

export const INTERFACE_TYPES = ['ethernet', 'ae', 'vlan', 'vf'] as const;
export type InterfaceType = (typeof INTERFACE_TYPES)[number];
/** Those that a person makes; ethernet interfaces come with their ports. */
export const MADE_TYPES = ['vlan', 'ae', 'vf'] as const satisfies readonly InterfaceType[];

export const CLASSES = ['none', 'platform', 'data', 'pci-sriov', 'pci-passthrough'] as const;
export type InterfaceClass = (typeof CLASSES)[number];

export type InterfaceForm = {
  type: InterfaceType;
  name: string;
  class: InterfaceClass;
  mtu: string;
  vlanId: string;
  /** Names of the interfaces below. */
  uses: readonly string[];
  aeMode: string;
  hashPolicy: string;
  primaryReselect: string;
  vfCount: string;
  /** Empty: the platform's own choice. */
  vfDriver: string;
  /** Empty: not set. */
  ipv4Mode: string;
  ipv6Mode: string;
  /** uuid; empty: none. */
  ipv4Pool: string;
  ipv6Pool: string;
  /** Mbit/s; empty: no limit. */
  maxTxRate: string;
  maxRxRate: string;
  /** Platform networks by name. */
  networks: readonly string[];
  /** Data networks by name. */
  dataNetworks: readonly string[];
};

export type InterfaceField = Exclude<keyof InterfaceForm, 'type'>;

const BLANK: Omit<InterfaceForm, 'type' | 'class'> = {
  ...{ name: '', mtu: '1500', vlanId: '', uses: [], aeMode: '', hashPolicy: '', primaryReselect: '' },
  ...{ vfCount: '', vfDriver: '', ipv4Mode: '', ipv6Mode: '', ipv4Pool: '', ipv6Pool: '' },
  ...{ maxTxRate: '', maxRxRate: '', networks: [], dataNetworks: [] },
};

/** A new interface, with what the platform has where nobody says otherwise. */
export function newForm(type: InterfaceType, uses: readonly string[] = []): InterfaceForm {
  const form: InterfaceForm = { ...BLANK, type, class: type === 'vf' ? 'pci-sriov' : 'platform', uses };
  return type === 'ae' ? withAeMode(form, 'active_standby') : form;
}

const isType = (word: string | null): word is InterfaceType => INTERFACE_TYPES.some((one) => one === word);
const isClass = (word: string): word is InterfaceClass => CLASSES.some((one) => one === word);

/** What is there, as a form; null for a type or a class that Roost does not know. */
export function formOf(own: Interface, state: InterfaceState): InterfaceForm | null {
  const word = own.class ?? 'none';
  if (!isType(own.type) || !isClass(word)) return null;
  const figure = (value: number | null) => (value === null || value === 0 ? '' : String(value));
  return {
    ...{ type: own.type, name: own.name, class: word, mtu: figure(own.mtu), vlanId: figure(own.vlanId) },
    ...{ uses: own.uses, aeMode: own.aeMode ?? '', hashPolicy: own.hashPolicy ?? '' },
    ...{ primaryReselect: own.primaryReselect ?? '', vfCount: figure(own.vfCount) },
    ...{ vfDriver: own.vfDriver ?? '', ipv4Mode: own.ipv4Mode ?? '', ipv6Mode: own.ipv6Mode ?? '' },
    ...{ ipv4Pool: own.ipv4Pool ?? '', ipv6Pool: own.ipv6Pool ?? '' },
    ...{ maxTxRate: figure(own.maxTxRate), maxRxRate: figure(own.maxRxRate) },
    networks: state.networks.filter((use) => isOn(use, own)).map(({ name }) => name),
    dataNetworks: state.dataNetworks.filter((use) => isOn(use, own)).map(({ name }) => name),
  };
}

/** Another mode of a bond, with what goes with it: balanced and 802.3ad hash, active_standby has a primary. */
export function withAeMode(form: InterfaceForm, aeMode: string): InterfaceForm {
  const hashes = aeMode !== 'active_standby';
  const usual = form.class === 'data' ? 'layer2' : 'layer2+3';
  return {
    ...{ ...form, aeMode },
    hashPolicy: hashes ? form.hashPolicy || usual : '',
    primaryReselect: hashes ? '' : form.primaryReselect || 'always',
  };
}

/** Another class: what only the one before has goes. */
export function withClass(form: InterfaceForm, next: InterfaceClass): InterfaceForm {
  const modes = next === 'platform' || next === 'data';
  const usual = next === 'data' ? 'disabled' : '';
  const rated = next === 'platform' || form.type === 'vf';
  return {
    ...{ ...form, class: next },
    ...(next === 'data' && form.hashPolicy !== '' ? { hashPolicy: 'layer2' } : {}),
    ...(next !== 'platform' && form.primaryReselect !== '' ? { primaryReselect: 'always' } : {}),
    ...(modes ? {} : { ipv4Mode: '', ipv6Mode: '', ipv4Pool: '', ipv6Pool: '' }),
    ...(modes ? { ipv4Mode: form.ipv4Mode || usual, ipv6Mode: form.ipv6Mode || usual } : {}),
    ...(next === 'pci-sriov' ? {} : { vfCount: '', vfDriver: '' }),
    ...(rated ? {} : { maxTxRate: '', maxRxRate: '' }),
    ...(carriesPlatform(next) ? {} : { networks: [] }),
    ...(carriesData(next) ? {} : { dataNetworks: [] }),
  };
}

/** Classes that platform networks, and data networks, can be on (interface_network.py, interface_datanetwork.py). */
export const carriesPlatform = (word: InterfaceClass): boolean => word === 'platform' || word === 'pci-sriov';
export const carriesData = (word: InterfaceClass): boolean =>
  word === 'data' || word === 'pci-sriov' || word === 'pci-passthrough';

/** The fields that there are, for what has been chosen so far. */
export function shownFields(form: InterfaceForm): InterfaceField[] {
  const { type, class: word } = form;
  const modes = word === 'platform' || word === 'data';
  const shown: [InterfaceField, boolean][] = [
    ['name', true],
    ['class', true],
    ['uses', type !== 'ethernet' || form.uses.length > 0],
    ['vlanId', type === 'vlan'],
    ['aeMode', type === 'ae'],
    ['hashPolicy', type === 'ae' && form.aeMode !== 'active_standby'],
    ['primaryReselect', type === 'ae' && form.aeMode === 'active_standby'],
    ['vfCount', word === 'pci-sriov'],
    ['vfDriver', word === 'pci-sriov'],
    ['mtu', true],
    ['networks', word === 'platform' || (word === 'pci-sriov' && type === 'ethernet')],
    ['dataNetworks', carriesData(word)],
    ['ipv4Mode', modes],
    ['ipv4Pool', modes && form.ipv4Mode === 'pool'],
    ['ipv6Mode', modes],
    ['ipv6Pool', modes && form.ipv6Mode === 'pool'],
    ['maxTxRate', word === 'platform' || type === 'vf'],
    ['maxRxRate', word === 'platform' && type !== 'vf'],
  ];
  return shown.filter(([, is]) => is).map(([field]) => field);
}
