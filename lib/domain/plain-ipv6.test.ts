import { expect, it } from 'vitest';
import { plainIpv6 } from './plain-ipv6';

it.each([
  ['2001:DB8:0:0:1::1', '2001:db8::1:0:0:1'],
  ['[fd00::2]', 'fd00::2'],
  ['FD00:0000::0002/64', 'fd00::2/64'],
  ['::', '::'],
  ['192.168.204.3', null],
  ['3c:fd:fe:00:01:00', null],
  ['::FFFF:10.0.0.1', '::ffff:a00:1'],
  ['fd00::1%eth0', null],
  ['a@b', null],
  ['::1]/x?[', null],
  ['fd00:', null],
  ['[fd00::2', null],
  ['[fd00::2]:6385', null],
  ['worker-1', null],
  ['', null],
])('%s is spelt %s', (text, plain) => {
  expect(plainIpv6(text)).toBe(plain);
});
