/** What may be done to address pools, as the platform checks it (sysinv api/controllers/v1/address_pool.py). */
import { allowed, denied, type Verdict } from '../../result';
import { ipOf, isInRange, subnetOf } from '../subnet';
import { type AddressPool, type PlatformNetwork, RESERVED } from './cloud-networks';
import type { NewPool, PoolChange } from './network-calls';
import type { NetworkState } from './network-state';
import { isPrimary, networksFedBy, rangesOf, subnetOfPool } from './pool-facts';
import { networkVerdict, rangeVerdicts, reservedVerdict, usualRange } from './pool-form';

export const ORDERS = ['sequential', 'random'] as const;

/** Networks whose pools change once the cloud is installed; those of the second list on a locked simplex alone. */
const WRITABLE: readonly string[] = ['oam', 'admin', 'system-controller', 'system-controller-oam'];
const ON_SIMPLEX: readonly string[] = ['mgmt', 'storage'];

export function poolNameVerdict(name: string, { cloud }: Pick<NetworkState, 'cloud'>): Verdict {
  if (name === '') return denied('An address pool needs a name.', 'sysinv address_pool.py _validate_name');
  if (cloud.pools.some((one) => one.name === name)) {
    return denied(`There is an address pool ${name} already.`, 'sysinv address_pool.py _check_name_conflict');
  }
  return allowed;
}

const orderVerdict = (order: string): Verdict =>
  ORDERS.some((one) => one === order)
    ? allowed
    : denied(
        `The order is one of ${ORDERS.join(', ')}.`,
        'sysinv address_pool.py _validate_allocation_order',
      );

const firstDenied = (verdicts: readonly Verdict[]): Verdict => verdicts.find(({ ok }) => !ok) ?? allowed;

export function createPoolVerdict(pool: NewPool, state: Pick<NetworkState, 'cloud'>): Verdict {
  const name = poolNameVerdict(pool.name, state);
  if (!name.ok) return name;
  const network = networkVerdict(pool);
  const subnet = subnetOf(pool.network, pool.prefix);
  if (!network.ok || subnet === null) return network;
  const ranges = pool.ranges.length > 0 ? pool.ranges : [usualRange(subnet)];
  return firstDenied([
    orderVerdict(pool.order),
    ...rangeVerdicts(ranges, subnet),
    ...RESERVED.map((which) => reservedVerdict(which, pool.reserved, subnet, ranges)),
  ]);
}

/** Of a simplex: the controller has to be locked. */
export function lockedFirst({ unlockedController }: NetworkState): Verdict {
  if (unlockedController === null) return allowed;
  return denied(`Lock ${unlockedController} first.`, 'sysinv utils.py is_aio_simplex_host_unlocked');
}

/** Once the cloud is installed, pools of most networks are read only. */
function writableVerdict(pool: AddressPool, state: NetworkState, to?: PoolChange): Verdict {
  for (const { type, name } of networksFedBy(state.cloud, pool)) {
    if (type === null || WRITABLE.includes(type)) continue;
    if (state.simplex !== false && ON_SIMPLEX.includes(type)) {
      const locked = state.simplex ? lockedFirst(state) : allowed;
      if (!locked.ok) return locked;
      continue;
    }
    if (to && onlyFills(pool, to) && state.simplex !== true) continue;
    return denied(
      `It feeds network ${name}, whose pools are read only once the cloud is installed.`,
      'sysinv address_pool.py _check_modification_allowed',
    );
  }
  return allowed;
}

/** Addresses of controllers that a pool lacks can be given: that is how a second controller comes to them. */
function onlyFills(pool: AddressPool, { reserved, ...rest }: PoolChange): boolean {
  const changed = Object.entries(reserved ?? {});
  if (Object.keys(rest).length > 0 || changed.length === 0) return false;
  return changed.every(
    ([which, address]) =>
      address !== null &&
      ((which === 'controller0' && pool.reserved.controller0 === null) ||
        (which === 'controller1' && pool.reserved.controller1 === null)),
  );
}

/** May anything of a pool be changed? */
export function changePoolHint(pool: AddressPool, state: NetworkState): Verdict {
  const lacks = (['controller0', 'controller1'] as const).find((which) => pool.reserved[which] === null);
  // Any address will do: that one may be filled in is all that counts here.
  return writableVerdict(pool, state, lacks && { reserved: { [lacks]: pool.network } });
}

export function changePoolVerdict(pool: AddressPool, to: PoolChange, state: NetworkState): Verdict {
  const writable = writableVerdict(pool, state, to);
  if (!writable.ok) return writable;
  const subnet = subnetOfPool(pool);
  const name = to.name === undefined ? allowed : poolNameVerdict(to.name, state);
  if (!name.ok || subnet === null) return name;
  const ranges = to.ranges ?? pool.ranges;
  const reserved = { ...pool.reserved, ...to.reserved };
  return firstDenied([
    to.order === undefined ? allowed : orderVerdict(to.order),
    ...rangeVerdicts(ranges, subnet),
    to.ranges === undefined ? allowed : keptVerdict(pool, { ranges }, state),
    ...RESERVED.map((which) => reservedVerdict(which, reserved, subnet, ranges)),
    neededVerdict(pool, reserved, state),
  ]);
}

/** New ranges hold every address that somebody has; what the pool itself keeps does not count. */
function keptVerdict(pool: AddressPool, next: Pick<AddressPool, 'ranges'>, { taken }: NetworkState): Verdict {
  const ranges = rangesOf(next);
  const kept = Object.values(pool.reserved);
  const lost = (taken[pool.id] ?? []).filter((address) => {
    const ip = ipOf(address);
    return ip !== null && !kept.includes(address) && !ranges.some((range) => isInRange(range, ip));
  });
  if (lost.length === 0) return allowed;
  const more = lost.length > 3 ? ` and ${lost.length - 3} more` : '';
  return denied(
    `The ranges leave out addresses in use: ${lost.slice(0, 3).join(', ')}${more}.`,
    'sysinv address_pool.py _check_valid_ranges',
  );
}

/** Networks that need a floating address and, but on a simplex, one for each controller. */
const FLOATING: readonly string[] = ['oam', 'mgmt', 'admin', 'pxeboot'];

function neededVerdict(pool: AddressPool, next: AddressPool['reserved'], state: NetworkState): Verdict {
  const network = networksFedBy(state.cloud, pool).find(
    ({ type }) => type !== null && FLOATING.includes(type),
  );
  if (!network) return allowed;
  const needed =
    state.simplex === false ? (['floating', 'controller0', 'controller1'] as const) : (['floating'] as const);
  return needed.some((which) => next[which] === null)
    ? denied(
        state.simplex === false
          ? `Network ${network.name} needs a floating address and one for each controller.`
          : `Network ${network.name} needs a floating address.`,
        'sysinv address_pool.py patch',
      )
    : allowed;
}

export function deletePoolVerdict(pool: AddressPool, state: NetworkState): Verdict {
  const primary = networksFedBy(state.cloud, pool).filter((network) => isPrimary(network, pool));
  const keeps = primary.find(({ type }) => type === 'oam' || type === null || !WRITABLE.includes(type));
  if (keeps) {
    return denied(`It is the primary pool of network ${keeps.name}.`, 'sysinv address_pool.py delete');
  }
  return writableVerdict(pool, state);
}

/** Networks that are deleted together with their primary pool. */
export const deletedWithPool = (
  pool: AddressPool,
  { cloud }: Pick<NetworkState, 'cloud'>,
): PlatformNetwork[] => networksFedBy(cloud, pool).filter((network) => isPrimary(network, pool));
