/** Hosts on their way into service that somebody at this tab wants to be called for. */

import type { Host } from '@/lib/domain/host';
import { type Awaited, awaitHost, type HostCall, hear } from '@/lib/domain/provision/awaited';
import { hearHidden } from './attention-state';
import { createStore } from './store';

export const awaitedHosts = createStore<Awaited>(new Map());

function set(next: Awaited): void {
  awaitedHosts.set(next);
  hearHidden('hosts', next.size > 0 ? ['hosts'] : []);
}

export const waitFor = (host: Host): void => set(awaitHost(awaitedHosts.get(), host));

export function waitNoMore(hostId: string): void {
  const next = new Map(awaitedHosts.get());
  next.delete(hostId);
  set(next);
}

/** Takes in a reading of all hosts. @returns what to call somebody for */
export function hearHosts(hosts: readonly Host[]): readonly { host: Host; call: HostCall }[] {
  const { awaited, calls } = hear(awaitedHosts.get(), hosts);
  if (awaited !== awaitedHosts.get()) set(awaited);
  return calls;
}
