/** Which platform networks may be made and deleted once the cloud is installed (sysinv api/controllers/v1/network.py). */
import { allowed, denied, type Verdict } from '../../result';
import { apartVerdict } from './assignment-rules';
import type { AddressPool, CloudNetworks, PlatformNetwork } from './cloud-networks';
import type { NewNetwork } from './network-calls';
import type { NetworkState } from './network-state';
import { lockedFirst } from './pool-rules';

export const NETWORK_TYPES = [
  'mgmt',
  'pxeboot',
  'oam',
  'multicast',
  'system-controller',
  'cluster-host',
  'cluster-pod',
  'cluster-service',
  'ironic',
  'system-controller-oam',
  'storage',
  'admin',
] as const;

/** These stay once the cloud is installed; mgmt as well, but on a locked simplex. */
const LASTING: readonly string[] = [
  'oam',
  'cluster-host',
  'pxeboot',
  'cluster-pod',
  'cluster-service',
  'storage',
];

/** There is one network of each type. */
export function networkTypeVerdict(type: string, { networks }: Pick<CloudNetworks, 'networks'>): Verdict {
  if (!NETWORK_TYPES.some((one) => one === type)) {
    return denied(`The platform has no network of type ${type}.`, 'sysinv network.py _validate_network_type');
  }
  return networks.some((one) => one.type === type)
    ? denied(`There is a network of type ${type} already.`, 'sysinv network.py _check_network_type')
    : allowed;
}

export function createNetworkVerdict(one: NewNetwork, pool: AddressPool, state: NetworkState): Verdict {
  const type = networkTypeVerdict(one.type, state.cloud);
  return type.ok ? apartVerdict(one, pool, state) : type;
}

export function deleteNetworkVerdict({ type, name }: PlatformNetwork, state: NetworkState): Verdict {
  if (type === 'mgmt' && state.simplex !== false) return state.simplex ? lockedFirst(state) : allowed;
  if (type === null || (type !== 'mgmt' && !LASTING.includes(type))) return allowed;
  return denied(`Network ${name} stays once the cloud is installed.`, 'sysinv network.py delete');
}
