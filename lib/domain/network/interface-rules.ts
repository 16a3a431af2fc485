/** May an interface be made, changed, deleted, and may one call of such a change be sent? (sysinv interface.py and its neighbours.) */
import { hostName, isLocked } from '../host';
import { allowed, denied, type Verdict } from '../result';
import { may, type Viewer } from '../rights';
import { withPrefix } from './address';
import { addressVerdict, routeVerdict } from './address-rules';
import type { DataUse, Interface, NetworkUse } from './interface';
import { isOn } from './interface';
import type { InterfaceState } from './interface-call-effect';
import { fieldsIn, type InterfaceCall } from './interface-calls';
import { above, type HostSite, interfaceNamed, mustLock, onSimplex } from './interface-facts';
import { INTERFACE_TYPES } from './interface-form';

/** Interfaces, addresses and routes are configuration of the system. */
export const mayChangeInterfaces = (viewer: Viewer): Verdict =>
  may(viewer, 'system.configure', 'Changing interfaces');

type Site = HostSite & Pick<InterfaceState, 'interfaces'>;

const lockFirst = ({ host }: HostSite, what: string): Verdict =>
  denied(`Lock ${hostName(host)} first: ${what}.`, 'sysinv interface.py _check_host');

const hasSriov = ({ interfaces }: Pick<InterfaceState, 'interfaces'>): boolean =>
  interfaces.some(({ type, class: word }) => type === 'ethernet' && word === 'pci-sriov');

/** "Host must be locked." but for VF interfaces of an all-in-one simplex. */
export function createVerdict(site: Site): Verdict {
  if (isLocked(site.host) || site.system === null) return allowed;
  if (!onSimplex(site)) return lockFirst(site, 'interfaces are made while it is locked');
  if (hasSriov(site)) return allowed;
  return lockFirst(
    site,
    'while it runs only VF interfaces are made, and it has no interface of class pci-sriov',
  );
}

/** Which type may be made now. */
export function typeVerdict(site: Site, type: string): Verdict {
  if (type === 'vf' && !hasSriov(site)) {
    return denied(
      'No interface of class pci-sriov is here to be under it.',
      'sysinv interface.py _check_interface_data',
    );
  }
  if (type === 'vf' && onSimplex(site)) return allowed;
  return isLocked(site.host) || site.system === null
    ? allowed
    : lockFirst(site, 'only VF interfaces are made while it runs');
}

/** Something of it can be changed now: all while locked; rates of platform interfaces, SR-IOV of a simplex at any time. */
export function editVerdict(own: Interface, site: HostSite): Verdict {
  if (!INTERFACE_TYPES.some((type) => type === own.type)) {
    return denied(`Interfaces of type ${own.type ?? 'unknown'} are the platform's own.`);
  }
  if (!mustLock(site) && !onSimplex(site)) return allowed;
  if (isLocked(site.host) || own.class === 'platform') return allowed;
  if (onSimplex(site) && (own.type === 'ethernet' || own.class === 'pci-sriov')) return allowed;
  return lockFirst(site, 'this interface is changed while it is locked');
}

export function deleteVerdict(own: Interface, site: Site): Verdict {
  if (own.type === 'ethernet' && own.uses.length === 0) {
    return denied(
      'It belongs to its port, and is there as long as the port is.',
      'sysinv interface.py _delete: "Cannot delete a system created ethernet interface"',
    );
  }
  const users = above(site, own.name).map(({ name }) => name);
  if (own.class === 'platform' && own.type === 'ae' && users.length > 0) {
    return denied(`It is used by ${users.join(', ')}.`, 'sysinv interface.py _delete');
  }
  const free = onSimplex(site) && own.type === 'vf' && own.class === 'pci-sriov';
  return free || isLocked(site.host) || site.system === null
    ? allowed
    : lockFirst(site, 'interfaces are deleted while it is locked');
}

/** Data networks need the lock but on SR-IOV of a simplex; platform networks do not (interface_datanetwork.py). */
export function dataNetworkVerdict(own: Pick<Interface, 'class'> | undefined, site: HostSite): Verdict {
  if (isLocked(site.host) || site.system === null) return allowed;
  if (onSimplex(site) && own?.class === 'pci-sriov') return allowed;
  return lockFirst(site, 'data networks are changed while it is locked');
}

const RATES: readonly string[] = ['maxTxRate', 'maxRxRate'];
const RATED: readonly (string | null)[] = ['ethernet', 'ae', 'vlan'];

function changeVerdict(call: Extract<InterfaceCall, { do: 'interface.change' }>, site: Site): Verdict {
  if (isLocked(site.host) || site.system === null) return allowed;
  const own = interfaceNamed(site, call.name);
  if (!own) return allowed;
  const next = call.to.class === undefined ? own.class : call.to.class;
  if (onSimplex(site) && next === 'pci-sriov' && own.type === 'ethernet' && own.class !== 'pci-sriov') {
    return allowed;
  }
  const rates = fieldsIn(call.to).every((key) => RATES.includes(key));
  if (rates && next === 'platform' && RATED.includes(own.type)) return allowed;
  return onSimplex(site)
    ? lockFirst(site, 'while it runs only rates of platform interfaces change, and what becomes pci-sriov')
    : lockFirst(site, 'while it runs only rates of platform interfaces change');
}

/** One call in the state that the ones before it leave. */
export function callVerdict(call: InterfaceCall, state: InterfaceState & HostSite): Verdict {
  const site = state;
  if (call.do === 'interface.create') {
    const free = onSimplex(site) && call.type === 'vf' && call.fields.class === 'pci-sriov';
    return free || isLocked(site.host) || site.system === null
      ? allowed
      : lockFirst(site, 'interfaces are made while it is locked');
  }
  const name = 'interface' in call ? call.interface : call.name;
  const own = interfaceNamed(state, name);
  if (!own) return denied(`There is no interface ${name} any more.`);
  switch (call.do) {
    case 'interface.change':
      return changeVerdict(call, site);
    case 'interface.delete':
      return deleteVerdict(own, site);
    case 'data-network.assign':
    case 'data-network.remove':
      return dataNetworkVerdict(own, site);
    case 'network.assign':
    case 'network.remove':
      return allowed;
    case 'address.add':
    case 'address.delete':
      return addressVerdict(call, own, state);
    case 'route.add':
    case 'route.delete':
      return routeVerdict(call, own, state);
  }
}

/** What goes with an interface when it is deleted. */
export function deletedWith(own: Interface, state: InterfaceState): { title: string; detail: string }[] {
  const on = <T extends NetworkUse | DataUse>(rows: readonly T[]) =>
    rows.filter((row) => isOn(row, own)).map(({ name }) => name);
  const users = above(state, own.name).map(({ name }) => name);
  const list: [string, readonly string[]][] = [
    ['Platform networks are taken off', on(state.networks)],
    ['Data networks are taken off', on(state.dataNetworks)],
    [
      'Addresses go',
      state.addresses
        .filter((row) => isOn(row, own))
        .map(({ address, prefix }) => withPrefix(address, prefix)),
    ],
    [
      'Routes go',
      state.routes.filter((row) => isOn(row, own)).map(({ network, prefix }) => withPrefix(network, prefix)),
    ],
    ['Interfaces on top lose what is under them', users],
  ];
  return list
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => ({ title, detail: names.join(', ') }));
}
