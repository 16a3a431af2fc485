/** What a change to the network of a host does to it: what of it is still to do, what takes it back, what is afterwards. */
import type { StepsOf } from '../steps';
import { type Address, type Route, sameIp } from './address';
import type { DataUse, Interface, NetworkUse } from './interface';
import { fieldsIn, type InterfaceCall, type InterfaceFields, rowOf } from './interface-calls';
import type { InterfaceChoices } from './interface-choices';

export type InterfaceState = {
  interfaces: readonly Interface[];
  networks: readonly NetworkUse[];
  dataNetworks: readonly DataUse[];
  addresses: readonly Address[];
  routes: readonly Route[];
  choices: InterfaceChoices;
};

const find = ({ interfaces }: InterfaceState, name: string): Interface | undefined =>
  interfaces.find((one) => one.name === name);

/** Rates of 0 and of none are both no limit; the order of what is below says nothing. */
function comparable(fields: InterfaceFields, key: keyof InterfaceFields): string {
  const value = fields[key];
  if (key === 'maxTxRate' || key === 'maxRxRate') return String(value || 0);
  return Array.isArray(value) ? value.toSorted().join() : String(value ?? null);
}

/** What an interface has, as a request would say it. */
export const fieldsOf = (own: Interface): Required<InterfaceFields> => ({
  ...{ name: own.name, class: own.class, mtu: own.mtu ?? 0, vlanId: own.vlanId ?? 0, uses: own.uses },
  ...{ aeMode: own.aeMode ?? '', hashPolicy: own.hashPolicy, primaryReselect: own.primaryReselect },
  ...{ vfCount: own.vfCount ?? 0, vfDriver: own.vfDriver, ipv4Mode: own.ipv4Mode, ipv6Mode: own.ipv6Mode },
  ...{ ipv4Pool: own.ipv4Pool, ipv6Pool: own.ipv6Pool },
  ...{ maxTxRate: own.maxTxRate ?? 0, maxRxRate: own.maxRxRate ?? 0 },
});

/** Of some fields those that differ from others. */
export function differing(fields: InterfaceFields, from: InterfaceFields): InterfaceFields {
  const keys = fieldsIn(fields).filter((key) => comparable(fields, key) !== comparable(from, key));
  return only(fields, keys);
}

const only = (fields: InterfaceFields, keys: readonly string[]): InterfaceFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)));

const sameAddress =
  (call: { address: string; prefix: number }) =>
  ({ address, prefix }: Address): boolean =>
    sameIp(address, call.address) && prefix === call.prefix;
const sameRoute =
  (call: { network: string; prefix: number; gateway: string }) =>
  ({ network, prefix, gateway }: Route): boolean =>
    sameIp(network, call.network) && prefix === call.prefix && sameIp(gateway ?? '', call.gateway);

/** Is there what a call adds, or takes away? */
function isThere(call: Extract<InterfaceCall, { interface: string }>, state: InterfaceState): boolean {
  switch (call.do) {
    case 'network.assign':
    case 'network.remove':
      return !!rowOf(state.networks, state, call.interface, ({ name }) => name === call.network);
    case 'data-network.assign':
    case 'data-network.remove':
      return !!rowOf(state.dataNetworks, state, call.interface, ({ name }) => name === call.network);
    case 'address.add':
    case 'address.delete':
      return !!rowOf(state.addresses, state, call.interface, sameAddress(call));
    case 'route.add':
    case 'route.delete':
      return !!rowOf(state.routes, state, call.interface, sameRoute(call));
  }
}

const ADDS = ['network.assign', 'data-network.assign', 'address.add', 'route.add'];

/** What speaks of an interface that is not there is sent, and refused; taking away from it is done. */
function remaining(call: InterfaceCall, state: InterfaceState): InterfaceCall | null {
  switch (call.do) {
    case 'interface.create': {
      const own = find(state, call.name);
      // One of the name that is another is no success: it is sent, and refused.
      const same = own?.type === call.type && fieldsIn(differing(call.fields, fieldsOf(own))).length === 0;
      return same ? null : call;
    }
    case 'interface.change': {
      const own = find(state, call.name) ?? (call.to.name ? find(state, call.to.name) : undefined);
      if (!own) return call;
      const to = differing(call.to, fieldsOf(own));
      return fieldsIn(to).length > 0 ? { ...call, name: own.name, to } : null;
    }
    case 'interface.delete':
      return find(state, call.name) ? call : null;
    default:
      return isThere(call, state) === ADDS.includes(call.do) ? null : call;
  }
}

/** What takes a call back; null: nothing does. A deleted interface had more on it than one call can bring back. */
function inverse(call: InterfaceCall, before: InterfaceState): InterfaceCall | null {
  switch (call.do) {
    case 'interface.create':
      return { do: 'interface.delete', name: call.name };
    case 'interface.change': {
      const own = find(before, call.name);
      if (!own) return null;
      const name = call.to.name ?? call.name;
      return { do: 'interface.change', name, to: only(fieldsOf(own), takenAlong(call.to, own)) };
    }
    case 'interface.delete':
      return null;
    case 'network.assign':
      return { ...call, do: 'network.remove' };
    case 'network.remove':
      return { ...call, do: 'network.assign' };
    case 'data-network.assign':
      return { ...call, do: 'data-network.remove' };
    case 'data-network.remove':
      return { ...call, do: 'data-network.assign' };
    case 'address.add':
      return { ...call, do: 'address.delete' };
    case 'address.delete':
      return { ...call, do: 'address.add' };
    case 'route.add':
      return { ...call, do: 'route.delete' };
    case 'route.delete':
      return { ...call, do: 'route.add' };
  }
}

const OF_CLASS = ['vfCount', 'vfDriver', 'ipv4Mode', 'ipv6Mode', 'ipv4Pool', 'ipv6Pool'] as const;
const OF_MODE = ['hashPolicy', 'primaryReselect'] as const;

/** What changes with some fields: another class or mode takes along what only the one before had. */
function takenAlong(to: InterfaceFields, own: Interface): (keyof InterfaceFields)[] {
  const also = [
    ...(to.class === undefined ? [] : OF_CLASS),
    ...(to.ipv4Mode === undefined ? [] : (['ipv4Pool'] as const)),
    ...(to.ipv6Mode === undefined ? [] : (['ipv6Pool'] as const)),
    ...(to.aeMode === undefined ? [] : OF_MODE),
  ];
  return [...new Set([...fieldsIn(to), ...also.filter((key) => own[key] !== null)])];
}

const without = <T>(rows: readonly T[], gone: T | undefined): T[] => rows.filter((row) => row !== gone);

/** The network afterwards. Ids of rows that were made are empty, and of interfaces a stand-in: the platform gives them. */
function after<S extends InterfaceState>(call: InterfaceCall, state: S): S {
  const own = 'interface' in call ? find(state, call.interface) : undefined;
  const at = { id: '', interfaceId: own?.id ?? null, interface: 'interface' in call ? call.interface : null };
  switch (call.do) {
    case 'interface.create':
      return piled({ ...state, interfaces: [...state.interfaces, made(call)] });
    case 'interface.change':
      return changed(call, state);
    case 'interface.delete':
      return piled({ ...state, interfaces: state.interfaces.filter(({ name }) => name !== call.name) });
    case 'network.assign': {
      const type = state.choices.networks.find(({ name }) => name === call.network)?.type ?? null;
      return { ...state, networks: [...state.networks, { ...at, name: call.network, type }] };
    }
    case 'network.remove': {
      const gone = rowOf(state.networks, state, call.interface, ({ name }) => name === call.network);
      return { ...state, networks: without(state.networks, gone) };
    }
    case 'data-network.assign':
      return { ...state, dataNetworks: [...state.dataNetworks, { ...at, name: call.network }] };
    case 'data-network.remove': {
      const gone = rowOf(state.dataNetworks, state, call.interface, ({ name }) => name === call.network);
      return { ...state, dataNetworks: without(state.dataNetworks, gone) };
    }
    case 'address.add': {
      const { address, prefix } = call;
      const row: Address = { ...at, address, prefix, duplicateDetection: null, poolId: null };
      return { ...state, addresses: [...state.addresses, row] };
    }
    case 'address.delete': {
      const gone = rowOf(state.addresses, state, call.interface, sameAddress(call));
      return { ...state, addresses: without(state.addresses, gone) };
    }
    case 'route.add': {
      const { network, prefix, gateway, metric } = call;
      return { ...state, routes: [...state.routes, { ...at, network, prefix, gateway, metric }] };
    }
    case 'route.delete': {
      const gone = rowOf(state.routes, state, call.interface, sameRoute(call));
      return { ...state, routes: without(state.routes, gone) };
    }
  }
}

const NOTHING: Omit<Interface, 'id' | 'name' | 'type'> = {
  ...{ class: null, mac: null, mtu: 1500, vlanId: null, uses: [], usedBy: [], aeMode: null },
  ...{ hashPolicy: null, primaryReselect: null, vfCount: null, vfDriver: null, ipv4Mode: null },
  ...{ ipv6Mode: null, ipv4Pool: null, ipv6Pool: null, maxTxRate: null, maxRxRate: null },
};

const made = ({ name, type, fields }: Extract<InterfaceCall, { do: 'interface.create' }>): Interface => ({
  ...NOTHING,
  ...fields,
  // Of several that are made each has to be told from the others by what is put on it.
  ...{ id: `new ${name}`, name, type },
});

function changed<S extends InterfaceState>(
  { name, to }: Extract<InterfaceCall, { do: 'interface.change' }>,
  state: S,
): S {
  const next = to.name ?? name;
  const named = (other: string) => (other === name ? next : other);
  const row = <T extends { interface: string | null }>(one: T): T =>
    one.interface === name ? { ...one, interface: next } : one;
  return piled({
    ...state,
    interfaces: state.interfaces.map((one) =>
      one.name === name ? { ...one, ...to } : { ...one, uses: one.uses.map(named) },
    ),
    networks: state.networks.map(row),
    dataNetworks: state.dataNetworks.map(row),
    addresses: state.addresses.map(row),
    routes: state.routes.map(row),
  });
}

/** Interfaces below say what is on them. */
const piled = <S extends InterfaceState>(state: S): S => ({
  ...state,
  interfaces: state.interfaces.map((one) => ({
    ...one,
    usedBy: state.interfaces.filter(({ uses }) => uses.includes(one.name)).map(({ name }) => name),
  })),
});

/** Each is done whole or not at all. */
const partOf = (): null => null;

export const interfaceSteps: StepsOf<InterfaceCall, InterfaceState> = { remaining, inverse, partOf, after };
