/** Work that is done on a running host some time after it was asked for, or not done where the host is down by then. */
import type { World } from '../../kernel/world';
import { changeAtRuntime } from '../actions/config';
import type { Host } from '../host';

/** Asked once, where there is work to do: whether it worked. The control port can make the next one fail. */
export type Worked = () => boolean;

/** Runs `done` after so many simulated seconds, if the host still runs; otherwise its next unlock does the work. */
export function inService(world: World, host: Host, seconds: number, done: (worked: Worked) => void): void {
  world.clock.after(seconds * 1000, () => {
    if (runs(world, host)) done(() => !world.storage.takeFailure());
  });
}

/** The same with a new configuration: hosts are out of date, with 250.001, until each has taken it up. */
export function byConfiguration(
  world: World,
  hosts: readonly Host[],
  what: string,
  done: (host: Host, worked: Worked) => void,
): void {
  const running = hosts.filter((host) => runs(world, host));
  changeAtRuntime(world, running, what, (host) => done(host, () => !world.storage.takeFailure()));
}

function runs(world: World, host: Host): boolean {
  return world.sysinv.hosts.includes(host) && host.bootedAt !== null;
}
