/** Addresses and routes of an interface: what sysinv refuses of them (api/controllers/v1/address.py, route.py). */
import { hostName } from '../host';
import { allowed, denied, type Verdict } from '../result';
import { type Address, familyOf, networkOf, type Route, sameIp, withPrefix } from './address';
import { type Interface, isOn } from './interface';
import type { InterfaceState } from './interface-call-effect';
import type { AddressCall, RouteCall } from './interface-calls';
import { type HostSite, mustLock, onSimplex } from './interface-facts';

type Site = HostSite & Pick<InterfaceState, 'addresses' | 'routes' | 'networks'>;

/** Networks whose interfaces have addresses of one's own, and routes. */
const WITH_ADDRESSES = ['mgmt', 'oam', 'cluster-host', 'ironic', 'storage', 'admin'];
const WITH_ROUTES = ['mgmt', 'cluster-host', 'storage', 'oam', 'admin'];

const typesOn = ({ networks }: Pick<InterfaceState, 'networks'>, own: Interface): string[] =>
  networks.filter((use) => isOn(use, own)).flatMap(({ type }) => type ?? []);

const lockVerdict = (site: HostSite, what: string): Verdict =>
  mustLock(site) || (onSimplex(site) && site.host.administrative !== 'locked')
    ? denied(
        `Lock ${hostName(site.host)} first: ${what} while it is locked.`,
        'sysinv address.py _check_host_state',
      )
    : allowed;

/** May addresses be added to this interface at all? */
export function addAddressVerdict(own: Interface, site: Site): Verdict {
  const odd = typesOn(site, own).find((type) => !WITH_ADDRESSES.includes(type));
  if (odd) {
    return denied(
      `Interfaces on network ${odd} have no addresses of one's own.`,
      'sysinv address.py _check_interface_type',
    );
  }
  if (own.ipv4Mode !== 'static' && own.ipv6Mode !== 'static') {
    return denied(
      'Its IPv4 or IPv6 mode has to be static first.',
      'sysinv address.py _check_address_mode: "interface address mode must be \'static\' to add addresses"',
    );
  }
  return lockVerdict(site, 'addresses are added');
}

/** May routes be added to this interface at all? On running hosts, too. */
export function addRouteVerdict(own: Interface, site: Site): Verdict {
  const odd = typesOn(site, own).find((type) => !WITH_ROUTES.includes(type));
  if (odd)
    return denied(`Interfaces on network ${odd} have no routes.`, 'sysinv route.py _check_interface_type');
  return site.addresses.some((row) => isOn(row, own))
    ? allowed
    : denied(
        'It has no address from which a gateway could be reached.',
        'sysinv route.py _check_reachable_gateway',
      );
}

export function deleteAddressVerdict(row: Address, own: Interface, site: Site): Verdict {
  if (row.poolId !== null) {
    return denied('It is of an address pool and stays.', 'sysinv address.py _check_from_pool');
  }
  const network = networkOf(row.address, row.prefix);
  const route = site.routes.find(
    (one) => isOn(one, own) && one.gateway !== null && networkOf(one.gateway, row.prefix) === network,
  );
  if (route) {
    return denied(
      `The route to ${withPrefix(route.network, route.prefix)} via ${route.gateway} needs it.`,
      'sysinv address.py _check_orphaned_routes',
    );
  }
  return lockVerdict(site, 'addresses are deleted');
}

export type AddressForm = { address: string; prefix: string };
export type RouteForm = { network: string; prefix: string; gateway: string; metric: string };
type Faults<F> = Partial<Record<keyof F, string>>;

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null);

function prefixFault(prefix: number | null, family: 4 | 6 | null, least: number): string | undefined {
  const most = family === 4 ? 32 : 128;
  if (prefix !== null && prefix >= least && prefix <= most) return undefined;
  return `Between ${least} and ${most}`;
}

/** What is wrong with an address that is being typed; what is empty is not wrong yet. */
export function addressFaults(form: AddressForm, own: Interface, site: Site): Faults<AddressForm> {
  const address = form.address.trim();
  const prefix = whole(form.prefix);
  const family = familyOf(address);
  const faults: Faults<AddressForm> = {};
  if (form.prefix !== '') {
    const fault = prefixFault(prefix, family, 1);
    if (fault) faults.prefix = fault;
  }
  if (address === '') return faults;
  if (family === null) return { ...faults, address: 'Not an IPv4 or IPv6 address' };
  if ((family === 4 ? own.ipv4Mode : own.ipv6Mode) !== 'static') {
    return { ...faults, address: `The IPv${family} mode of ${own.name} is not static` };
  }
  if (isMulticast(address)) return { ...faults, address: 'A multicast address is nobody’s own' };
  if (site.addresses.some((row) => sameIp(row.address, address))) {
    return { ...faults, address: 'This host has it already' };
  }
  if (prefix === null || faults.prefix) return faults;
  const network = networkOf(address, prefix);
  if (isNetwork(address, prefix)) {
    return { ...faults, address: 'This is the network itself: its host bits are zero' };
  }
  const near = site.addresses.find(
    (row) => row.prefix === prefix && networkOf(row.address, prefix) === network,
  );
  if (near) {
    const where = near.interface ?? 'this host';
    return {
      ...faults,
      address: `${withPrefix(near.address, near.prefix)} on ${where} is of the same subnet`,
    };
  }
  return faults;
}

/** What is wrong with a route that is being typed. */
export function routeFaults(form: RouteForm, own: Interface, site: Site): Faults<RouteForm> {
  const [network, gateway] = [form.network.trim(), form.gateway.trim()];
  const prefix = whole(form.prefix);
  const family = familyOf(network);
  const faults: Faults<RouteForm> = {};
  const note = (field: keyof RouteForm, fault: string | undefined) => {
    if (fault && !faults[field]) faults[field] = fault;
  };
  if (form.prefix !== '') note('prefix', prefixFault(prefix, family ?? familyOf(gateway), 0));
  if (form.metric !== '' && whole(form.metric) === null) note('metric', 'A whole number of 0 or more');
  if (network !== '') {
    if (family === null) note('network', 'Not an IPv4 or IPv6 address');
    else if (isMulticast(network)) note('network', 'Network and gateway are unicast');
    else if (prefix !== null && !faults.prefix && !isNetwork(network, prefix)) {
      note('network', `With prefix ${prefix} this has host bits: ${networkOf(network, prefix)} has none`);
    }
  }
  if (gateway === '') return faults;
  if (familyOf(gateway) === null) note('gateway', 'Not an IPv4 or IPv6 address');
  else if (family !== null && family !== familyOf(gateway)) {
    note('gateway', 'Network and gateway are of one IP version');
  } else if (isMulticast(gateway)) note('gateway', 'Network and gateway are unicast');
  else if (prefix && networkOf(gateway, prefix) === networkOf(network, prefix)) {
    note('gateway', 'A gateway is not within the network that it leads to');
  } else if (!reaches(gateway, own, site)) note('gateway', `No subnet of ${own.name} has it`);
  if (site.routes.some((row) => sameRoute(row, network, prefix, gateway))) {
    note('gateway', 'This host has this route already');
  }
  return faults;
}

const isNetwork = (network: string, prefix: number): boolean =>
  sameIp(network, networkOf(network, prefix)?.split('/')[0] ?? '');

const isMulticast = (address: string): boolean => {
  const first = Number(address.split('.')[0]);
  return familyOf(address) === 6 ? /^ff/i.test(address) : first >= 224 && first <= 239;
};

const reaches = (gateway: string, own: Interface, { addresses }: Site): boolean =>
  addresses.some(
    ({ address, prefix, ...row }) =>
      isOn(row, own) && networkOf(address, prefix) === networkOf(gateway, prefix),
  );

const sameRoute = (row: Route, network: string, prefix: number | null, gateway: string): boolean =>
  sameIp(row.network, network) && row.prefix === prefix && sameIp(row.gateway ?? '', gateway);

const firstFault = (faults: Faults<AddressForm> | Faults<RouteForm>): Verdict => {
  const [fault] = Object.values(faults);
  return typeof fault === 'string' ? denied(`${fault}.`) : allowed;
};

export function addressVerdict(call: AddressCall, own: Interface, site: Site): Verdict {
  const { address, prefix } = call;
  if (call.do === 'address.delete') {
    const row = site.addresses.find((one) => isOn(one, own) && sameIp(one.address, address));
    return row ? deleteAddressVerdict(row, own, site) : allowed;
  }
  const may = addAddressVerdict(own, site);
  return may.ok ? firstFault(addressFaults({ address, prefix: String(prefix) }, own, site)) : may;
}

export function routeVerdict(call: RouteCall, own: Interface, site: Site): Verdict {
  if (call.do === 'route.delete') return allowed;
  const may = addRouteVerdict(own, site);
  if (!may.ok) return may;
  const { network, gateway, prefix, metric } = call;
  return firstFault(
    routeFaults({ network, gateway, prefix: String(prefix), metric: String(metric) }, own, site),
  );
}
