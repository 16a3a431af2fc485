/** What a box of the lanes says, and what a search finds it by. */
import { macNotations } from '../mac';
import { counted } from '../words';
import { networkOf } from './address';
import type { HostNetwork } from './host-network';
import { isOn } from './interface';
import type { LaneNode, LanePlace } from './lanes';
import { farEnd } from './lldp';
import { type Port, speedWord } from './port';
import { isUnused, portsBelow, type Stack, type Stacked } from './stack';

export type Seen = Pick<HostNetwork, 'neighbours' | 'addresses'> & {
  stack: Stack;
  /** Neighbours could not be read: silence would be a claim. */
  neighbourUnread: boolean;
};
type Words = Pick<LaneNode, 'name' | 'tag' | 'about' | 'quiet' | 'find'>;

export function laneWords(place: LanePlace, seen: Seen): Words {
  const words = wordsOf(place, seen);
  const { more, ...rest } = words;
  return { ...rest, find: [rest.name, rest.about, ...more].join('\n').toLowerCase() };
}

function wordsOf(place: LanePlace, seen: Seen): Omit<Words, 'find'> & { more: readonly string[] } {
  const plain = { name: place.name, tag: '', about: '', quiet: false, more: [] };
  switch (place.kind) {
    case 'silence':
      return { ...plain, name: seen.neighbourUnread ? 'Unknown' : 'No neighbour heard', quiet: true };
    case 'neighbour':
      return { ...plain, ...neighbourWords(place, seen) };
    case 'port':
      return { ...plain, ...portWords(place, seen) };
    case 'interface':
      return { ...plain, ...interfaceWords(place, seen) };
    case 'unread':
      return { ...plain, about: 'Not among the interfaces', quiet: true };
    case 'network':
      return { ...plain, tag: 'network', about: subnetOf(place, seen) };
    case 'data':
      return { ...plain, tag: 'data', about: 'Data network' };
    case 'timing':
      return { ...plain, tag: 'timing', about: timingOf(place, seen) };
  }
}

function neighbourWords({ id }: LanePlace, { neighbours }: Seen) {
  const heard = neighbours.find((one) => one.id === id);
  if (!heard) return {};
  const { name, port, direct } = farEnd(heard);
  const about = [port, direct ? 'direct' : null].filter((part) => part !== null).join(', ');
  const { chassisId, portId, systemName, portDescription, managementAddress, vlanNames } = heard.tlvs;
  const macs = [chassisId, portId].flatMap((text) => (text ? macNotations(text) : []));
  const said = [systemName, portDescription, managementAddress, vlanNames].flatMap((text) => text ?? []);
  return { name, about, more: [...macs, ...said] };
}

/** Ports with a speed have a link; of the others the platform says nothing. */
export const hasLink = ({ speedMbps }: Port): boolean => speedMbps !== null && speedMbps > 0;

function portWords({ id }: LanePlace, { stack }: Seen) {
  const port = stack.ports.find((one) => one.id === id);
  if (!port) return {};
  const unused = isUnused(stack, port);
  return {
    tag: port.speedMbps !== null && hasLink(port) ? speedWord(port.speedMbps) : 'no speed',
    about: unused ? 'Not used' : (port.mac ?? 'MAC unknown'),
    quiet: unused,
    more: [
      ...(port.mac ? macNotations(port.mac) : []),
      port.pciAddress ?? '',
      port.driver ?? '',
      port.device ?? '',
    ],
  };
}

/** `2 of 2`: ports below with a link, of how many. */
export function linksBelow(stack: Stack, name: string): { up: number; of: number } {
  const ports = portsBelow(stack, name);
  return { up: ports.filter(hasLink).length, of: ports.length };
}

function interfaceWords({ name, column }: LanePlace, { stack, addresses }: Seen) {
  const one = stack.interfaces.get(name);
  if (!one) return {};
  const { interface: own } = one;
  const { up, of } = linksBelow(stack, name);
  const mine = addresses.filter((address) => isOn(address, own));
  return {
    tag: own.type === 'ae' ? `ae ${up} of ${of}` : (own.type ?? 'type unknown'),
    about: own.type === 'ae' ? bondWords(one) : column === 3 ? topWords(one) : baseWords(one),
    more: [
      ...(own.mac ? macNotations(own.mac) : []),
      ...(own.vlanId === null ? [] : [`vlan ${own.vlanId}`, `id ${own.vlanId}`]),
      ...mine.map(({ address }) => address),
      own.class ?? 'none',
    ],
  };
}

const raise = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const classWord = ({ interface: own }: Stacked): string =>
  own.class === null ? 'Class none' : own.class.startsWith('pci-') ? own.class : raise(own.class);
const mtuWord = ({ interface: { mtu } }: Stacked): string[] => (mtu === null ? [] : [`MTU ${mtu}`]);
const vfWord = ({ interface: { vfCount } }: Stacked): string[] => (vfCount ? [counted(vfCount, 'VF')] : []);

const bondWords = (one: Stacked): string =>
  [one.interface.aeMode, one.interface.hashPolicy, ...mtuWord(one)]
    .filter((word) => word !== null)
    .join(', ');
const baseWords = (one: Stacked): string => [classWord(one), ...vfWord(one), ...mtuWord(one)].join(', ');

/** What stands on top: its number among VLANs, or its share of virtual functions. */
function topWords(one: Stacked): string {
  const { type, vlanId, vfDriver } = one.interface;
  if (type === 'vlan') return [classWord(one), vlanId === null ? 'id unknown' : `id ${vlanId}`].join(', ');
  if (type === 'vf') return [...vfWord(one), vfDriver ?? 'driver unknown'].join(', ');
  return baseWords(one);
}

/** The interface that a box at the end was first drawn for is in its key, after the last `@`. */
const ownerOf = ({ key }: LanePlace, { stack }: Seen): Stacked | undefined =>
  stack.interfaces.get(key.slice(key.lastIndexOf('@') + 1));

/**
 * The subnets of a platform network, by the addresses of the interface on it. With several networks on one interface
 * nobody says which address is of which.
 */
function subnetOf(place: LanePlace, seen: Seen): string {
  const owner = ownerOf(place, seen);
  if (!owner) return '';
  const type = owner.uses.networks.find(({ name }) => name === place.name)?.type ?? null;
  const subnets = seen.addresses
    .filter((address) => isOn(address, owner.interface))
    .flatMap(({ address, prefix }) => networkOf(address, prefix) ?? []);
  if (owner.uses.networks.length === 1 && subnets.length > 0) return [...new Set(subnets)].join(', ');
  return type === null || type === place.name ? 'Platform network' : `Type ${type}`;
}

function timingOf(place: LanePlace, seen: Seen): string {
  const uses =
    ownerOf(place, seen)?.uses.timing.filter((use) => (use.instance ?? use.name) === place.name) ?? [];
  return uses.map(({ name }) => name).join(', ');
}
