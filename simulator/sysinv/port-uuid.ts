/** What fault management asks of sysinv: the uuid of a host's port, by the port's name. */
import type { World } from '../kernel/world';
import { hostKind } from './state';

export function portUuid(world: World, hostname: string, port: string): string | undefined {
  const host = world.sysinv.byName(hostname);
  const kind = hostKind('ports');
  if (!host || !kind) return undefined;
  return world.sysinv.rows(kind, host).find(({ name }) => name === port)?.uuid;
}
