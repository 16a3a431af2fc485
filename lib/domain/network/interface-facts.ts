/** What a change to interfaces is judged by: the host, its network, and what of the cloud an interface can be on. */
import type { Host } from '../host';
import { isLocked } from '../host';
import { isSimplex, type System } from '../system';
import type { Interface } from './interface';
import type { InterfaceState } from './interface-call-effect';
import type { Port } from './port';

export type InterfaceFacts = InterfaceState & {
  host: Host;
  /** null: could not be read. */
  system: System | null;
  ports: readonly Port[];
};

/** What is of a host, without what is on it. */
export type HostSite = Pick<InterfaceFacts, 'host' | 'system'>;

export const onSimplex = ({ system }: Pick<InterfaceFacts, 'system'>): boolean =>
  system !== null && isSimplex(system);

/** Only what is certain blocks: without the system's kind, an unlocked host may be a simplex. */
export const mustLock = ({ host, system }: HostSite): boolean =>
  !isLocked(host) && system !== null && !isSimplex(system);

export const interfaceNamed = (
  { interfaces }: Pick<InterfaceState, 'interfaces'>,
  name: string,
): Interface | undefined => interfaces.find((one) => one.name === name);

/** The interfaces on top of one. */
export const above = ({ interfaces }: Pick<InterfaceState, 'interfaces'>, name: string): Interface[] =>
  interfaces.filter(({ uses }) => uses.includes(name));

/** Virtual functions of an interface that nobody has taken: one is the host's own (interface.py `_check_interface_data`). */
export function freeVfs(facts: Pick<InterfaceState, 'interfaces'>, lower: Interface, but?: string): number {
  const taken = above(facts, lower.name)
    .filter(({ type, name }) => type === 'vf' && name !== but)
    .reduce((sum, { vfCount }) => sum + (vfCount ?? 0), 0);
  return (lower.vfCount ?? 0) - 1 - taken;
}

export const portOf = (
  { ports }: Pick<InterfaceFacts, 'ports'>,
  own: Pick<Interface, 'id'>,
): Port | undefined => ports.find(({ interfaceId }) => interfaceId === own.id);
