/** Sets fields of a host row as they are: the control port's way to make any state at once. */
import type { World } from '../kernel/world';
import { crash } from './actions/life';

/**
 * Sets columns of a host's row, without any check or life: a test makes the state it needs. `uptime` (seconds)
 * sets when the host booted; null says that it is down. Columns that a host does not have are ignored. What the
 * host was doing stops. False when the world has no host of this name.
 */
export function patchHost(world: World, hostname: string, fields: Record<string, unknown>): boolean {
  const host = world.sysinv.find(hostname);
  if (!host) return false;
  for (const cancel of host.cancel.splice(0)) cancel();
  const known = Object.entries(fields).filter(([key]) => key in host.row);
  Object.assign(host.row, Object.fromEntries(known));
  if (typeof fields.uptime === 'number') host.bootedAt = world.clock.now() - fields.uptime * 1000;
  if (fields.uptime === null) {
    host.bootedAt = null;
    host.row.uptime = 0;
  }
  world.sysinv.version += 1;
  return true;
}

/** Lets a host crash, with the alarms and the recovery that follow in life. False when there is no such host. */
export function crashHost(world: World, hostname: string): boolean {
  const host = world.sysinv.find(hostname);
  if (!host) return false;
  crash(world, host);
  return true;
}
