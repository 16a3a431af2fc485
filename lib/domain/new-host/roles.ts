/** What a new host may be in this cloud, and what the platform will call it (sysinv host.py). */
import { type Host, isController, isStorage } from '../host';
import type { Option } from '../option';
import { allowed, denied, type Verdict } from '../result';
import { may, type Viewer } from '../rights';
import { isAllInOne, isSimplex, type System } from '../system';

export type AddContext = {
  viewer: Viewer;
  /** null when the cloud could not be read: what depends on it cannot be told, and does not block. */
  system: System | null;
  hosts: readonly Host[];
  /** Kinds of configured storage backends (`ceph`, `ceph-rook`, `lvm` …); null while they are not known. */
  backends: readonly string[] | null;
};

/** May this person add this host? A node that was heard of is changed (ihosts:patch), any other is added (ihosts:add). */
export const addVerdict = (viewer: Viewer, discovered: boolean): Verdict =>
  may(viewer, discovered ? 'host.operate' : 'host.provision', 'Adding hosts');

/** Can this cloud have another host at all? sysinv host.py _new_host_semantic_checks. */
export function roomVerdict({ system }: Pick<AddContext, 'system'>): Verdict {
  return system !== null && isSimplex(system)
    ? denied(
        'This cloud is a simplex: it has one host, and no other can be added.',
        'sysinv host.py _new_host_semantic_checks',
      )
    : allowed;
}

const CONTROLLERS = ['controller-0', 'controller-1'];

/** host.py _controller_storage_node_setup: two controllers, by fixed names. */
function controllerWhy({ hosts }: AddContext): string | null {
  const names = hosts.filter(isController).map(({ hostname }) => hostname);
  return CONTROLLERS.every((name) => names.includes(name)) ? 'This cloud has both controllers' : null;
}

/** host.py _personality_check, _controller_storage_node_setup: Ceph of the platform's own kind, not on an all-in-one. */
function storageWhy({ system, backends }: AddContext): string | null {
  if (system !== null && isAllInOne(system)) return 'Not on an all-in-one';
  return backends !== null && !backends.includes('ceph')
    ? 'Needs the storage backend Ceph, which this cloud does not have'
    : null;
}

/** Every role with the reason why it cannot be chosen, or null. */
export function roleOptions(context: AddContext): Option[] {
  const room = roomVerdict(context);
  const none = room.ok ? null : room.why;
  return [
    { value: 'worker', label: 'Worker', why: none },
    { value: 'storage', label: 'Storage', why: none ?? storageWhy(context) },
    { value: 'controller', label: 'Controller', why: none ?? controllerWhy(context) },
    { value: 'edgeworker', label: 'Edge worker', why: none },
  ];
}

/** Does the person choose the name? Controllers and storage hosts get theirs from the platform. */
export const isNamedByHand = (role: string): boolean => role === 'worker' || role === 'edgeworker';

/** Does the role have a performance profile of its own? A controller's comes from the cloud's own build. */
export const hasProfile = (role: string): boolean => role === 'worker';

/**
 * The name that the platform will give, or a free one to suggest; '' for no role.
 * host.py _controller_storage_node_setup: the missing controller; the highest free storage-n up to the number there are.
 */
export function nextName(role: string, hosts: readonly Host[]): string {
  const taken = new Set(hosts.map(({ hostname }) => hostname));
  if (role === 'controller') return taken.has('controller-0') ? 'controller-1' : 'controller-0';
  if (role === 'storage') {
    for (let n = hosts.filter(isStorage).length; n >= 0; n--) {
      if (!taken.has(`storage-${n}`)) return `storage-${n}`;
    }
  }
  if (!isNamedByHand(role)) return '';
  for (let n = 0; ; n++) if (!taken.has(`${role}-${n}`)) return `${role}-${n}`;
}
