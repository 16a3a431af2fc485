/** What sysinv refuses of address pools (address_pool.py). Recorded in err-200 to 208; the rest is said in own words. */
import type { Json } from '../../../kernel/json';
import { refuse } from '../../faults';
import { formatIp, inSubnet, parseIp, type Subnet, subnetOf } from '../../network/ip';

export const RESERVED = ['floating', 'controller0', 'controller1', 'gateway'] as const;
const ORDERS = ['sequential', 'random'];

/** The subnet of a new pool: no host bits, room for four addresses. */
export function checkSubnet(network: string, prefix: number): Subnet {
  const ip = parseIp(network);
  const subnet = ip && subnetOf(ip, prefix);
  // Own words, both.
  if (prefix < 1) refuse(500, 'The prefix of an address pool is more than 0');
  if (!ip || !subnet) return refuse(500, `invalid IPNetwork ${network}/${prefix}`);
  if (subnet.first === 0n) refuse(500, 'The network of an address pool is not null');
  if (ip.value !== subnet.first) refuse(500, 'Host bits must be zero');
  return subnet;
}

export function checkOrder(order: string | null): void {
  // Own words.
  if (order !== null && !ORDERS.includes(order))
    refuse(500, `The order of an address pool is one of ${ORDERS.join(', ')}`);
}

/** All but the network's own address and, of IPv4, the broadcast address; of IPv6 the last is left out as well. */
export function usualRange({ family, first, last }: Subnet): string[][] {
  // Own words.
  if (last - first + 1n < 4n) refuse(409, 'An address pool has room for four addresses');
  const text = (value: bigint) => formatIp({ family, value });
  return [[text(first + 1n), text(last - 1n)]];
}

/** The ranges of a pool in order, each within its subnet and apart from the others. All in own words. */
export function checkRanges(ranges: Json, subnet: Subnet): string[][] {
  if (!Array.isArray(ranges)) return refuse(400, 'Ranges are a list of pairs of addresses');
  const seen: { first: bigint; last: bigint; texts: string[] }[] = [];
  for (const range of ranges) {
    const texts = Array.isArray(range) ? range.map(String) : [];
    const [start = '', end = ''] = texts;
    const [from, to] = [parseIp(start), parseIp(end)];
    if (!from || !to || texts.length !== 2) return refuse(400, 'Ranges are a list of pairs of addresses');
    if (from.family !== to.family || from.family !== subnet.family) {
      refuse(409, `Range ${start}-${end} is not of the pool's IP version`);
    }
    for (const [text, ip] of [
      [start, from],
      [end, to],
    ] as const) {
      if (!inSubnet(subnet, ip)) refuse(409, `${text} is not in ${subnetText(subnet)}`);
    }
    if (from.value > to.value) refuse(409, `Range ${start}-${end} ends before it starts`);
    if (from.value === subnet.first) refuse(409, `${start} is the network's own address`);
    if (subnet.family === 4 && to.value === subnet.last) refuse(409, `${end} is the broadcast address`);
    if (seen.some(({ first, last }) => from.value <= last && first <= to.value)) {
      refuse(409, `Range ${start}-${end} has addresses of another range`);
    }
    seen.push({ first: from.value, last: to.value, texts });
  }
  return seen.toSorted((a, b) => (a.first < b.first ? -1 : 1)).map(({ texts }) => texts);
}

/** Addresses that a pool reserves: of its subnet and, but for the gateway, of every range; no two alike. Own words. */
export function checkReserved(
  addresses: { [which: string]: string | null },
  subnet: Subnet,
  ranges: readonly string[][],
): void {
  for (const which of RESERVED) {
    const text = addresses[`${which}_address`];
    if (!text) continue;
    const ip = parseIp(text);
    if (!ip || !inSubnet(subnet, ip) || ip.value === subnet.first) {
      refuse(400, `${which}_address ${text} is no address of ${subnetText(subnet)}`);
    }
    if (subnet.family === 4 && ip.value === subnet.last) refuse(400, `${text} is the broadcast address`);
    const outside = ranges.find(([start = '', end = '']) => {
      const [from, to] = [parseIp(start), parseIp(end)];
      return !from || !to || ip.value < from.value || ip.value > to.value;
    });
    if (which !== 'gateway' && outside)
      refuse(400, `${which}_address ${text} is not in ${outside.join('-')}`);
    const twin = RESERVED.find((other) => other !== which && addresses[`${other}_address`] === text);
    if (twin) refuse(400, `${which}_address is the same as ${twin}_address: ${text}`);
  }
}

const subnetText = ({ family, first, prefix }: Subnet) => `${formatIp({ family, value: first })}/${prefix}`;
