/** Finding hosts: the words they are found by, and the saved views. */
import type { Alarm } from './alarm';
import { type Host, isChanging, isLocked } from './host';
import { type ClockTrouble, needsAttention } from './host-trouble';
import { macNotations } from './mac';
import { plainIpv6 } from './plain-ipv6';
import { isBeingProvisioned } from './provision/under-way';

/** What a host can be found by: names, addresses, MAC in every notation, serial, location, uuid. Lower case, one per line. */
export function searchText(host: Host): string {
  return [
    host.hostname,
    host.mgmtIp,
    ...(host.mgmtMac === null ? [] : macNotations(host.mgmtMac)),
    host.serial,
    host.location,
    host.boardManagement.address,
    host.id,
  ]
    .filter((value) => value !== null)
    .join('\n')
    .toLowerCase();
}

/** Does a host match what was typed? Every word has to be found somewhere. Nothing typed matches everything. */
export function matchesSearch(host: Host, typed: string): boolean {
  const text = searchText(host);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(plainIpv6(word) ?? word));
}

/** The saved views of the hosts list. */
export const HOST_VIEWS = ['all', 'attention', 'task', 'locked', 'provisioning'] as const;
export type HostView = (typeof HOST_VIEWS)[number];

/**
 * @param alarms those on the host, suppressed ones left out; null while they could not be read
 * @param clock what is wrong with its clock
 */
export function inView(
  view: HostView,
  host: Host,
  alarms: readonly Alarm[] | null,
  clock: ClockTrouble | null = null,
): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'attention':
      return needsAttention(host, alarms, clock);
    case 'task':
      return isChanging(host);
    case 'locked':
      return isLocked(host);
    case 'provisioning':
      return isBeingProvisioned(host);
  }
}
