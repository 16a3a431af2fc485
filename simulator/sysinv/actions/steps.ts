/** How a host changes over time: fields now, and steps later, until a new action overtakes them. */
import type { World } from '../../kernel/world';
import type { Host, HostRow } from '../host';
import { stamp } from '../rows';

/** Sets columns, stamps the row, and makes every kept answer stale. */
export function set(world: World, host: Host, fields: Partial<HostRow>): void {
  Object.assign(host.row, fields, { updated_at: stamp(world.clock.now()) });
  world.sysinv.version += 1;
}

/** Both functions of a host change together: on an all-in-one the worker function is the subfunction. */
export function setState(
  world: World,
  host: Host,
  state: Pick<HostRow, 'operational' | 'availability'> & Partial<HostRow>,
): void {
  set(world, host, {
    subfunction_oper: state.operational,
    subfunction_avail: state.availability,
    ...state,
  });
}

/** The host's system stopped: uptime stays at what was last reported. */
export function goDown(world: World, host: Host): void {
  if (host.bootedAt !== null) host.row.uptime = Math.floor((world.clock.now() - host.bootedAt) / 1000);
  host.bootedAt = null;
}

/** The host's system started: uptime counts from zero. */
export function comeUp(world: World, host: Host): void {
  // It runs the kernel that it was to run.
  host.kernelRunning = null;
  host.bootedAt = world.clock.now();
  host.row.uptime = 0;
}

export type Step = [seconds: number, run: () => void];

/** Replaces what the host was doing by these steps, each so many simulated seconds after the one before. */
export function schedule(world: World, host: Host, steps: Step[]): void {
  for (const cancel of host.cancel.splice(0)) cancel();
  let due = 0;
  for (const [seconds, run] of steps) {
    due += seconds * 1000;
    host.cancel.push(world.clock.after(due, run));
  }
}
