/** Interfaces, addresses and routes of a host, as fields of a profile (api/v1/constructors.go parseInterfaceInfo and its neighbours). */
import { type Interface, isOn } from '../network/interface';
import { filled, ifAny, type Json, type JsonMap, listed } from './json';
import { knownInterfaces } from './ptp-known';
import { type HostSource, rowsOf } from './source';

export type Interfaces = { interfaces: JsonMap | null; addresses: Json[]; routes: Json[]; notes: string[] };

export function interfacesOf(source: HostSource): Interfaces {
  const { lists } = source;
  const all = rowsOf(lists.interfaces);
  const used = all.filter((one) => one.class !== null || isBelow(one, all));
  const unused = all.filter((one) => !used.includes(one)).map(({ name }) => name);
  const written = used.map((one) => ({ type: one.type, fields: fieldsOf(one, source) }));
  const of = (...types: (string | null)[]) =>
    listed(written.flatMap(({ type, fields }) => (types.includes(type) && fields ? [fields] : [])));
  const odd = used.filter(({ type }) => !['ethernet', 'virtual', 'ae', 'vlan', 'vf'].includes(type ?? ''));
  return {
    interfaces: ifAny(
      filled({ ethernet: of('ethernet', 'virtual'), bond: of('ae'), vlan: of('vlan'), vf: of('vf') }),
    ),
    addresses: rowsOf(lists.addresses)
      // What comes of a pool the platform gives out by itself.
      .filter(({ poolId }) => poolId === null)
      .map(({ interface: name, address, prefix }) => filled({ interface: name, address, prefix })),
    routes: rowsOf(lists.routes).map(({ interface: name, network, prefix, gateway, metric }) =>
      filled({ interface: name, subnet: network, prefix, gateway, metric }),
    ),
    notes: [
      ...(unused.length > 0
        ? [`Interfaces without a class that nothing stands on are left out: ${unused.toSorted().join(', ')}.`]
        : []),
      ...odd.map(({ name, type }) => `Interface ${name} is left out: its type is ${type ?? 'not said'}.`),
    ],
  };
}

const isBelow = ({ name }: Interface, all: readonly Interface[]): boolean =>
  all.some(({ uses }) => uses.includes(name));

function fieldsOf(one: Interface, source: HostSource): JsonMap | null {
  const common = commonOf(one, source);
  const lower = one.uses[0];
  switch (one.type) {
    case 'vlan':
      return filled({ ...common, lower, vid: one.vlanId });
    case 'vf':
      return filled({ ...common, lower, vfCount: one.vfCount, vfDriver: one.vfDriver });
    case 'ae':
      return filled({
        ...{ ...common, members: one.uses, mode: one.aeMode },
        ...{ transmitHashPolicy: one.hashPolicy, primaryReselect: one.primaryReselect },
      });
    case 'virtual':
      return filled({ ...common, port: { name: one.name } });
    case 'ethernet': {
      const sriov = one.class === 'pci-sriov';
      const port = rowsOf(source.lists.ports).find(({ interfaceId }) => interfaceId === one.id);
      // On another interface it has no port of its own: the definition wants a word all the same (constructors.go has "dummy").
      const portName = lower === undefined ? port?.name : 'dummy';
      return filled({
        ...common,
        ...{ vfCount: sriov ? one.vfCount : null, vfDriver: sriov ? one.vfDriver : null },
        ...{ port: portName === undefined ? null : { name: portName }, lower },
      });
    }
    default:
      return null;
  }
}

/** A list that was read, empty or not; nothing where it was not. */
const known = <T>(said: { rows: readonly T[] } | { unread: string }, names: () => readonly string[]) =>
  'rows' in said ? names() : null;

function commonOf(one: Interface, { host, lists, context }: HostSource) {
  const pools = [one.ipv4Pool, one.ipv6Pool].flatMap(
    (id) => rowsOf(context.pools).find((pool) => pool.id === id)?.name ?? [],
  );
  return {
    name: one.name,
    class: one.class ?? 'none',
    mtu: one.mtu,
    platformNetworks: known(lists.networks, () => [
      ...rowsOf(lists.networks)
        .filter((use) => isOn(use, one))
        .map(({ name }) => name),
      ...pools,
    ]),
    dataNetworks: known(lists.dataNetworks, () =>
      rowsOf(lists.dataNetworks)
        .filter((use) => isOn(use, one))
        .map(({ name }) => name),
    ),
    ptpInterfaces: known(context.ptpInterfaces, () =>
      knownInterfaces(context)
        .filter(({ members }) =>
          members.some((member) => member.host === host.hostname && member.interface === one.name),
        )
        .map(({ name }) => name),
    ),
    maxTxRate: one.maxTxRate,
    maxRxRate: one.maxRxRate,
  };
}
