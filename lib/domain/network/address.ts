/** Addresses and routes of a host: `/v1/ihosts/{uuid}/addresses` and `/routes` (api/controllers/v1/address.py, route.py). */
import type { Unknown } from '../host';
import { groupsOf, ipv6Text, isIpv4, isIpv6 } from '../ip';

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
