/** Addresses as numbers: their order, the subnets and ranges that they are in. For both families alike. */
import type { Unknown } from '../host';
import { groupsOf, ipv6Text, isIpv4, isIpv6 } from '../ip';

export type Ip = { family: 4 | 6; value: bigint };

const BITS = { 4: 32, 6: 128 } as const;

/** null: not an address. */
export function ipOf(text: string): Ip | null {
  const parts = isIpv4(text) ? text.split('.').map(Number) : isIpv6(text) ? groupsOf(text) : null;
  if (parts === null) return null;
  const family = parts.length === 4 ? 4 : 6;
  const width = family === 4 ? 256n : 65_536n;
  return { family, value: parts.reduce((sum, part) => sum * width + BigInt(part), 0n) };
}

/** Of IPv6 in the form of RFC 5952. */
export function ipText({ family, value }: Ip): string {
  const [count, width] = family === 4 ? [4, 8n] : [8, 16n];
  const parts = Array.from({ length: count }, (_, at) =>
    Number((value >> (BigInt(count - 1 - at) * width)) & ((1n << width) - 1n)),
  );
  return family === 4 ? parts.join('.') : ipv6Text(parts);
}

export type Subnet = Ip & { prefix: number; last: bigint };

/** The subnet that an address with a prefix lies in. null: one of the two is none. */
export function subnetOf(address: string, prefix: Unknown<number>): Subnet | null {
  const ip = ipOf(address);
  if (ip === null || prefix === null || !Number.isInteger(prefix)) return null;
  if (prefix < 0 || prefix > BITS[ip.family]) return null;
  const size = 1n << BigInt(BITS[ip.family] - prefix);
  const first = ip.value - (ip.value % size);
  return { family: ip.family, value: first, prefix, last: first + size - 1n };
}

export const subnetText = (subnet: Subnet): string => `${ipText(subnet)}/${subnet.prefix}`;

export const isInSubnet = (subnet: Subnet, { family, value }: Ip): boolean =>
  family === subnet.family && value >= subnet.value && value <= subnet.last;

export const overlap = (a: Subnet, b: Subnet): boolean =>
  a.family === b.family && a.value <= b.last && b.value <= a.last;

/** First and last address, both of it. */
export type Range = { first: Ip; last: Ip };

/** null: one of the two is no address, or they are of different families. */
export function rangeOf(start: string, end: string): Range | null {
  const [first, last] = [ipOf(start), ipOf(end)];
  return first && last && first.family === last.family ? { first, last } : null;
}

export const isInRange = ({ first, last }: Range, { family, value }: Ip): boolean =>
  family === first.family && value >= first.value && value <= last.value;

/** How many addresses; none where it ends before it starts. */
export const rangeSize = ({ first, last }: Range): bigint =>
  last.value < first.value ? 0n : last.value - first.value + 1n;

/** The part of a URL that names a host: IPv6 stands in brackets there (RFC 3986 section 3.2.2). */
export const inUrl = (address: string): string => (isIpv6(address) ? `[${address}]` : address);
