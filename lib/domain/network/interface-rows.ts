/** Interfaces of a host as rows of a table. */
import type { Unknown } from '../host';
import { counted } from '../words';
import { withPrefix } from './address';
import type { HostNetwork } from './host-network';
import { unreadPart } from './host-network';
import { isOn } from './interface';
import { linksBelow } from './lane-words';
import { type Stack, type Stacked, stackOf } from './stack';

export type InterfaceRow = {
  /** Of its box in the lanes; interfaces that are folded into a port have its. */
  key: string;
  /** Interface uuid. */
  id: string;
  name: string;
  type: Unknown<string>;
  /** `none` where it has no class. */
  class: string;
  vlanId: Unknown<number>;
  /** Names of the ports or interfaces below, with commas between. */
  uses: string;
  /** null: could not be read. */
  networks: Unknown<string>;
  addresses: Unknown<string>;
  mtu: Unknown<number>;
  note: string;
};

/** @param host hostname */
export function interfaceRows(input: HostNetwork, host: string): InterfaceRow[] {
  const stack = stackOf(input, host);
  return [...stack.interfaces.values()].map((one): InterfaceRow => {
    const { interface: own, uses } = one;
    const unknownNetworks = unreadPart(input, 'networks') ?? unreadPart(input, 'dataNetworks');
    const addresses = input.addresses.filter((address) => isOn(address, own));
    return {
      ...{ key: one.key, id: own.id, name: own.name, type: own.type, vlanId: own.vlanId, mtu: own.mtu },
      class: own.class ?? 'none',
      uses: [...one.ports.map(({ name }) => name), ...own.uses].join(', '),
      networks:
        unknownNetworks === null
          ? [...uses.networks, ...uses.dataNetworks].map(({ name }) => name).join(', ')
          : null,
      addresses:
        unreadPart(input, 'addresses') === null
          ? addresses.map(({ address, prefix }) => withPrefix(address, prefix)).join(', ')
          : null,
      note: noteOf(one, stack),
    };
  });
}

/** The one thing that is worth a word about an interface. */
function noteOf(one: Stacked, stack: Stack): string {
  const { interface: own, uses } = one;
  const missing = own.uses.filter((name) => !stack.interfaces.has(name));
  if (missing.length > 0) return `Uses ${missing.join(', ')}, which is not among the interfaces`;
  const timing = uses.timing.map(({ instance, name }) => instance ?? name);
  if (timing.length > 0) return [...new Set(timing)].join(', ');
  if (own.type === 'ae') return [own.aeMode, own.hashPolicy].filter((word) => word !== null).join(', ');
  if (own.vfCount !== null) return vfNote(one, stack);
  const above = [...stack.interfaces.values()].filter(({ interface: other }) =>
    other.uses.includes(own.name),
  );
  if (one.folded) {
    return above.length > 0
      ? `Member of ${above.map((other) => other.interface.name).join(', ')}`
      : 'Not used';
  }
  const { up, of } = linksBelow(stack, own.name);
  return own.type === 'vlan' && of > 0 ? `Ports ${up} of ${of} up` : '';
}

/** How many virtual functions an interface has, and how many of them went to others. */
function vfNote({ interface: own }: Stacked, stack: Stack): string {
  const given = [...stack.interfaces.values()]
    .filter(({ interface: other }) => other.type === 'vf' && other.uses.includes(own.name))
    .reduce((sum, { interface: { vfCount } }) => sum + (vfCount ?? 0), 0);
  const all = counted(own.vfCount ?? 0, 'VF');
  return given > 0 ? `${all}, ${given} assigned` : [all, own.vfDriver].filter(Boolean).join(', ');
}
