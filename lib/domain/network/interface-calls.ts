/**
 * Changes to the network of one host, each one request to sysinv. Interfaces are meant by name, which is unique on a host:
 * a list of calls can speak of an interface that it makes itself. After a new name the calls that follow say the new one.
 */
import { withPrefix } from './address';
import type { InterfaceState } from './interface-call-effect';

/** What a request says of an interface; what is left out stays as it is, or as the platform has it by itself. */
export type InterfaceFields = {
  name?: string;
  /** null: none. */
  class?: string | null;
  mtu?: number;
  vlanId?: number;
  /** Names of the interfaces below. */
  uses?: readonly string[];
  aeMode?: string;
  hashPolicy?: string | null;
  primaryReselect?: string | null;
  vfCount?: number;
  vfDriver?: string | null;
  ipv4Mode?: string | null;
  ipv6Mode?: string | null;
  /** Pools by uuid. */
  ipv4Pool?: string | null;
  ipv6Pool?: string | null;
  /** Mbit/s; 0: no limit. */
  maxTxRate?: number;
  maxRxRate?: number;
};

export type AddressCall = {
  do: 'address.add' | 'address.delete';
  interface: string;
  address: string;
  prefix: number;
};
export type RouteCall = {
  do: 'route.add' | 'route.delete';
  interface: string;
  network: string;
  prefix: number;
  gateway: string;
  metric: number;
};

export type InterfaceCall =
  | { do: 'interface.create'; name: string; type: string; fields: InterfaceFields }
  /** `to` holds what changes, and nothing else. */
  | { do: 'interface.change'; name: string; to: InterfaceFields }
  | { do: 'interface.delete'; name: string }
  /** network: its name. */
  | { do: 'network.assign' | 'network.remove'; interface: string; network: string }
  | { do: 'data-network.assign' | 'data-network.remove'; interface: string; network: string }
  | AddressCall
  | RouteCall;

/** The interface that a call is about. */
export const interfaceIn = (call: InterfaceCall): string =>
  'interface' in call ? call.interface : call.name;

export const FIELD_WORDS: Record<keyof InterfaceFields, string> = {
  name: 'name',
  class: 'class',
  mtu: 'MTU',
  vlanId: 'VLAN ID',
  uses: 'interfaces below',
  aeMode: 'mode',
  hashPolicy: 'hash policy',
  primaryReselect: 'primary reselect',
  vfCount: 'virtual functions',
  vfDriver: 'VF driver',
  ipv4Mode: 'IPv4 mode',
  ipv6Mode: 'IPv6 mode',
  ipv4Pool: 'IPv4 pool',
  ipv6Pool: 'IPv6 pool',
  maxTxRate: 'limit of what is sent',
  maxRxRate: 'limit of what is received',
};

const isField = (key: string): key is keyof InterfaceFields => key in FIELD_WORDS;
/** The fields that are said, in the order of the form. */
export const fieldsIn = (fields: InterfaceFields): (keyof InterfaceFields)[] =>
  Object.keys(FIELD_WORDS)
    .filter(isField)
    .filter((key) => fields[key] !== undefined);

/** What a call does, as a step says it: "Put mgmt on bond0". */
export function interfaceCallTitle(call: InterfaceCall): string {
  switch (call.do) {
    case 'interface.create':
      return `Create ${call.type} interface ${call.name}`;
    case 'interface.change':
      return `Change ${fieldsIn(call.to)
        .map((key) => FIELD_WORDS[key])
        .join(', ')} of ${call.name}`;
    case 'interface.delete':
      return `Delete interface ${call.name}`;
    case 'network.assign':
    case 'data-network.assign':
      return `Put ${kindOf(call)} ${call.network} on ${call.interface}`;
    case 'network.remove':
    case 'data-network.remove':
      return `Take ${kindOf(call)} ${call.network} off ${call.interface}`;
    case 'address.add':
      return `Add address ${withPrefix(call.address, call.prefix)} to ${call.interface}`;
    case 'address.delete':
      return `Delete address ${withPrefix(call.address, call.prefix)} of ${call.interface}`;
    case 'route.add':
      return `Add route to ${withPrefix(call.network, call.prefix)} via ${call.gateway} to ${call.interface}`;
    case 'route.delete':
      return `Delete route to ${withPrefix(call.network, call.prefix)} via ${call.gateway} of ${call.interface}`;
  }
}

const kindOf = ({ do: verb }: { do: string }): string =>
  verb.startsWith('data-') ? 'data network' : 'platform network';

/** The row of what a call names on its interface, as the platform lists it. */
export const rowOf = <T extends { interface: string | null; interfaceId: string | null }>(
  rows: readonly T[],
  state: Pick<InterfaceState, 'interfaces'>,
  name: string,
  isIt: (row: T) => boolean,
): T | undefined => {
  const id = state.interfaces.find((one) => one.name === name)?.id;
  return rows.find(
    (row) => (row.interfaceId === null ? row.interface === name : row.interfaceId === id) && isIt(row),
  );
};
