/** What this tab saw of hosts on their way into service. Kept while the tab lives: another page and back loses nothing. */
import type { Host } from '@/lib/domain/host';
import { type Watched, watch } from '@/lib/domain/provision/watch';
import { createStore } from './store';

export const watchedHosts = createStore<ReadonlyMap<string, Watched>>(new Map());

/** Takes a reading of a host. Says whether it came to another step. @param asOf server time of the reading */
export function noteHost(host: Host, asOf: number): boolean {
  const all = watchedHosts.get();
  const before = all.get(host.id) ?? null;
  const after = watch(before, host, asOf);
  if (after === before) return false;
  watchedHosts.set(new Map(all).set(host.id, after));
  return before !== null && after.sightings !== before.sightings;
}
