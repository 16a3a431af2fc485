/** An address pool as it is typed: texts that may not be addresses yet, and what is wrong with each. */
import { allowed, denied, type Verdict } from '../../result';
import {
  ipOf,
  ipText,
  isInRange,
  isInSubnet,
  type Range,
  rangeOf,
  type Subnet,
  subnetOf,
  subnetText,
} from '../subnet';
import { type PoolRange, RESERVED, type Reserved } from './cloud-networks';
import { RESERVED_WORDS } from './pool-facts';

/** Without what people paste with an address: blanks, and the brackets of a URL. In the one form that the platform keeps. */
export function cleanAddress(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  const ip = ipOf(bare);
  return ip ? ipText(ip) : bare;
}

export type TypedNetwork = { network: string; prefix: number };

/** `fd00::/64`, `[fd00::]/64`; null: not an address with a prefix. */
export function typedNetwork(text: string): TypedNetwork | null {
  const match = /^\s*(.+?)\s*\/\s*(\d{1,3})\s*$/.exec(text);
  const network = cleanAddress(match?.[1] ?? '');
  return match && ipOf(network) !== null ? { network, prefix: Number(match[2]) } : null;
}

/** The network of a new pool. */
export function networkVerdict(typed: TypedNetwork | null): Verdict {
  if (typed === null) return denied('An address with a prefix, as 10.10.20.0/24 or fd00:20::/64.');
  const { network, prefix } = typed;
  const subnet = subnetOf(network, prefix);
  const most = network.includes(':') ? 128 : 32;
  if (subnet === null || prefix < 1) {
    return denied(`The prefix is between 1 and ${most}.`, 'sysinv address_pool.py _validate_prefix');
  }
  if (subnet.value === 0n) {
    return denied('The network is not null.', 'sysinv address_pool.py _validate_zero_network');
  }
  if (ipOf(network)?.value !== subnet.value) {
    return denied(
      `${network} is an address within ${subnetText(subnet)}: host bits are zero in a network.`,
      'sysinv address_pool.py _validate_network',
    );
  }
  if (subnet.last - subnet.value < 3n) {
    return denied('It has no room for four addresses.', 'sysinv address_pool.py _set_defaults');
  }
  return allowed;
}

/** What the platform takes where no range is given: all but the first and the last address. */
export const usualRange = ({ family, value, last }: Subnet): PoolRange => ({
  start: ipText({ family, value: value + 1n }),
  end: ipText({ family, value: last - 1n }),
});

/** What is wrong with each range; null: nothing. Each is held against the ones before it. */
export function rangeVerdicts(ranges: readonly PoolRange[], subnet: Subnet): Verdict[] {
  const seen: Range[] = [];
  return ranges.map((typed) => {
    const verdict = rangeVerdict(typed, subnet, seen);
    const range = rangeOf(typed.start, typed.end);
    if (range) seen.push(range);
    return verdict;
  });
}

function rangeVerdict({ start, end }: PoolRange, subnet: Subnet, seen: readonly Range[]): Verdict {
  const cite = 'sysinv address_pool.py _check_valid_range';
  const range = rangeOf(start, end);
  if (range === null) return denied('A range is two addresses of one family.', cite);
  if (!isInSubnet(subnet, range.first)) return denied(`${start} is not in ${subnetText(subnet)}.`, cite);
  if (!isInSubnet(subnet, range.last)) return denied(`${end} is not in ${subnetText(subnet)}.`, cite);
  if (range.first.value > range.last.value) return denied('It ends before it starts.', cite);
  if (range.first.value === subnet.value) return denied(`${start} is the network's own address.`, cite);
  if (subnet.family === 4 && range.last.value === subnet.last)
    return denied(`${end} is the broadcast address.`, cite);
  const twice = seen.some(
    ({ first, last }) => range.first.value <= last.value && first.value <= range.last.value,
  );
  return twice ? denied('It has addresses of another range.', cite) : allowed;
}

/** What is wrong with the addresses that a pool keeps. The gateway alone may be outside the ranges. */
export function reservedVerdict(
  which: Reserved,
  reserved: Readonly<Partial<Record<Reserved, string | null>>>,
  subnet: Subnet,
  ranges: readonly PoolRange[],
): Verdict {
  const text = reserved[which];
  if (text === undefined || text === null || text === '') return allowed;
  const cite = 'sysinv address_pool.py post, patch';
  const ip = ipOf(text);
  if (ip === null) return denied(`${text} is not an address.`, cite);
  if (!isInSubnet(subnet, ip)) return denied(`${text} is not in ${subnetText(subnet)}.`, cite);
  if (ip.value === subnet.value) return denied(`${text} is the network's own address.`, cite);
  if (subnet.family === 4 && ip.value === subnet.last)
    return denied(`${text} is the broadcast address.`, cite);
  const outside = ranges.find(({ start, end }) => {
    const range = rangeOf(start, end);
    return range !== null && !isInRange(range, ip);
  });
  if (which !== 'gateway' && outside)
    return denied(`${text} is not in the range ${outside.start} to ${outside.end}.`, cite);
  const twin = RESERVED.find((other) => other !== which && reserved[other] === text);
  return twin ? denied(`It is the same as: ${RESERVED_WORDS[twin].toLowerCase()}.`, cite) : allowed;
}
