/** Addresses and routes of a host: `/v1/ihosts/{uuid}/addresses` and `/routes` (api/controllers/v1/address.py, route.py). */
import type { Unknown } from '../host';
import { ipOf, subnetOf, subnetText } from './subnet';

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
  const subnet = subnetOf(address, prefix);
  return subnet && subnetText(subnet);
}

/** Are two texts one address? `FD00:0::1` and `fd00::1` are. */
export function sameIp(one: string, other: string): boolean {
  const [a, b] = [ipOf(one), ipOf(other)];
  return one === other || (a !== null && a.family === b?.family && a.value === b.value);
}

/** 4, 6; null for what is no address. */
export const familyOf = (address: string): 4 | 6 | null => ipOf(address)?.family ?? null;
