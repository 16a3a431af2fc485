/** Board management of hosts: the controller that powers a host, resets it and reads its sensors. */
import { type Host, hasBoardManagement } from './host';
import { isIp } from './ip';

/** What the platform's words for it mean (constants.HOST_BM_VALID_TYPE_LIST). */
export const BOARD_TYPE_WORDS: Readonly<Record<string, string>> = {
  none: 'None',
  dynamic: 'Dynamic',
  ipmi: 'IPMI',
  redfish: 'Redfish',
};

/** A type in words; one that Roost does not know stays what it is. */
export const boardTypeWords = (type: string | null): string =>
  type === null ? 'None' : (BOARD_TYPE_WORDS[type] ?? type);

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Other hosts with this board address. The platform refuses it for a host that is added and does not look at it when one is changed
 * (sysinv host.py _bm_semantic_check_and_update, current_ihosts): then two hosts share what switches one of them off.
 * @param self uuid of the host that it is for; null: a host that is being added
 */
export function boardSharers(address: string, self: string | null, hosts: readonly Host[]): Host[] {
  const wanted = address.trim();
  if (!isIp(wanted)) return [];
  return hosts.filter(
    (host) =>
      host.id !== self &&
      hasBoardManagement(host) &&
      host.boardManagement.address !== null &&
      same(host.boardManagement.address, wanted),
  );
}
