/** Addresses and routes of a host: `/v1/ihosts/{uuid}/addresses` and `/routes` (api/controllers/v1/address.py, route.py). */
import type { Unknown } from '../host';
import { isIpv4, isIpv6 } from '../ip';

export type Address = {
  id: string;
  /** uuid, where the platform says it: rows of a list have the name alone. */
  interfaceId: Unknown<string>;
  interface: Unknown<string>;
  address: string;
  prefix: Unknown<number>;
  /** Duplicate address detection. */
  duplicateDetection: Unknown<boolean>;
  /** The address pool it was taken from; null: typed in by hand. */
  poolId: Unknown<string>;
};

export type Route = {
  id: string;
  interfaceId: Unknown<string>;
  interface: Unknown<string>;
  network: string;
  prefix: Unknown<number>;
  gateway: Unknown<string>;
  metric: Unknown<number>;
};

/** `192.168.204.52/24`, `fd00::2/64`. */
export const withPrefix = (address: string, prefix: Unknown<number>): string =>
  prefix === null ? address : `${address}/${prefix}`;

/**
 * The network that an address is in: `192.168.204.52` and 24 give `192.168.204.0/24`; for IPv6 in the form of RFC 5952.
 * null when the address or the prefix is none.
 */
export function networkOf(address: string, prefix: Unknown<number>): string | null {
  if (prefix === null || !Number.isInteger(prefix) || prefix < 0) return null;
  if (isIpv4(address)) {
    if (prefix > 32) return null;
    const bits = address.split('.').map(Number);
    return `${masked(bits, 8, prefix).join('.')}/${prefix}`;
  }
  if (!isIpv6(address) || prefix > 128) return null;
  return `${ipv6Text(masked(groupsOf(address), 16, prefix))}/${prefix}`;
}

/** Are two texts one address? `FD00:0::1` and `fd00::1` are. */
export function sameIp(one: string, other: string): boolean {
  const whole = (text: string) => networkOf(text, isIpv4(text) ? 32 : 128);
  return one === other || (whole(one) !== null && whole(one) === whole(other));
}

/** 4, 6; null for what is no address. */
export const familyOf = (address: string): 4 | 6 | null => (isIpv4(address) ? 4 : isIpv6(address) ? 6 : null);

/** Keeps the first `prefix` bits of a list of numbers of `width` bits each. */
function masked(parts: readonly number[], width: number, prefix: number): number[] {
  return parts.map((part, index) => {
    const kept = Math.min(width, Math.max(0, prefix - index * width));
    return part - (part % 2 ** (width - kept));
  });
}

/** The eight groups of an IPv6 address. */
export function groupsOf(address: string): number[] {
  const plain = address.replace(/[\d.]+$/, (tail) => {
    if (!tail.includes('.')) return tail;
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail ?? '')];
  return [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => 0), ...last];
}

/** RFC 5952: lower case, the longest run of two or more zero groups as `::`, the first of equal ones. */
export function ipv6Text(groups: readonly number[]): string {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < groups.length; at += 1) {
    let length = 0;
    while (groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  const words = groups.map((group) => group.toString(16));
  if (best.at < 0) return words.join(':');
  return `${words.slice(0, best.at).join(':')}::${words.slice(best.at + best.length).join(':')}`;
}
