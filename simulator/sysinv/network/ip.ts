/** Addresses of both families as numbers: subnets, ranges, and back to text. */
import { isIP } from 'node:net';

export type Ip = { family: 4 | 6; value: bigint };

const BITS = { 4: 32, 6: 128 } as const;

export function parseIp(text: string): Ip | undefined {
  const family = isIP(text);
  if (family === 4) return { family, value: fromDotted(text) };
  if (family === 6) return { family, value: fromColons(text) };
  return undefined;
}

function fromDotted(text: string): bigint {
  return text.split('.').reduce((value, part) => value * 256n + BigInt(Number(part)), 0n);
}

function fromColons(text: string): bigint {
  const plain = text.replace(/%.*$/, '').replace(/(\d+\.\d+\.\d+\.\d+)$/, (dotted) => {
    const value = fromDotted(dotted);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const words = (part: string) => part.split(':').filter((word) => word !== '');
  const before = words(head);
  const after = tail === undefined ? [] : words(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].reduce(
    (value, word) => value * 65_536n + BigInt(Number.parseInt(word, 16)),
    0n,
  );
}

/** Shortest form, as RFC 5952 has it: the first longest run of two zeros or more is left out. */
export function formatIp({ family, value }: Ip): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const words = Array.from({ length: 8 }, (_, n) => (value >> BigInt(112 - n * 16)) & 0xffffn);
  const hex = words.map((word) => word.toString(16));
  const run = longestRun(words);
  if (run.length < 2) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`;
}

function longestRun(words: readonly bigint[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [at, word] of words.entries()) {
    length = word === 0n ? length + 1 : 0;
    if (length > best.length) best = { start: at - length + 1, length };
  }
  return best;
}

export type Subnet = { family: 4 | 6; first: bigint; last: bigint; prefix: number };

/** The subnet that an address with a prefix lies in; undefined when the family has no such prefix. */
export function subnetOf({ family, value }: Ip, prefix: number): Subnet | undefined {
  const bits = BITS[family];
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = value - (value % size);
  return { family, first, last: first + size - 1n, prefix };
}

export function inSubnet(subnet: Subnet, { family, value }: Ip): boolean {
  return family === subnet.family && value >= subnet.first && value <= subnet.last;
}

export function overlap(a: Subnet, b: Subnet): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

export const familyName = (family: number): string => (family === 6 ? 'IPv6' : 'IPv4');
