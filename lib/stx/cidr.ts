import 'server-only';
import { BlockList, isIP } from 'node:net';

/** Is `address` inside `range` (CIDR, IPv4 or IPv6)? A malformed range contains nothing. */
export function contains(range: string, address: string): boolean {
  const [base = '', bits = ''] = range.split('/');
  const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(base) === 0 || isIP(address) !== isIP(base) || !/^\d{1,3}$/.test(bits)) return false;
  try {
    const block = new BlockList();
    block.addSubnet(base, Number(bits), family);
    return block.check(address, family);
  } catch {
    return false; // prefix too long for the family
  }
}
