import { expect, it } from 'vitest';
import { networkOf, withPrefix } from './address';

it.each<[string, number | null, string | null]>([
  ['192.168.204.52', 24, '192.168.204.0/24'],
  ['10.9.255.254', 12, '10.0.0.0/12'],
  ['10.0.0.1', 32, '10.0.0.1/32'],
  ['10.0.0.1', 0, '0.0.0.0/0'],
  ['fd00::2', 64, 'fd00::/64'],
  ['fd00:1:2:3:ffff::1', 68, 'fd00:1:2:3:f000::/68'],
  ['2001:DB8:0:0:1::1', 128, '2001:db8::1:0:0:1/128'],
  ['::ffff:10.0.0.1', 96, '::ffff:0:0/96'],
  ['1:2:3:4:5:6:7:8', 128, '1:2:3:4:5:6:7:8/128'],
  ['::1', 0, '::/0'],
  ['192.168.204.52', null, null],
  ['192.168.204.52', 33, null],
  ['fd00::2', 129, null],
  ['not an address', 24, null],
])('the network of %s/%s is %s', (address, prefix, network) => {
  expect(networkOf(address, prefix)).toBe(network);
});

it('writes an address with what is known of its prefix', () => {
  expect(withPrefix('fd00::2', 64)).toBe('fd00::2/64');
  expect(withPrefix('10.0.0.1', null)).toBe('10.0.0.1');
});
