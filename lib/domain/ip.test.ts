import { expect, it } from 'vitest';
import { ipOrder, plainIpv6 } from './ip';

it.each([
  ['2001:DB8:0:0:1::1', '2001:db8::1:0:0:1'],
  ['[fd00::2]', 'fd00::2'],
  ['FD00:0000::0002/64', 'fd00::2/64'],
  ['::', '::'],
  ['192.168.204.3', null],
  ['3c:fd:fe:00:01:00', null],
  ['fd00:', null],
  ['[fd00::2', null],
  ['[fd00::2]:6385', null],
  ['worker-1', null],
  ['', null],
])('%s is spelt %s', (text, plain) => {
  expect(plainIpv6(text)).toBe(plain);
});

it('puts addresses in order as numbers, also where digits are read as people count', () => {
  const sorted = [
    '10.10.12.9',
    '10.10.12.10',
    '192.168.204.3',
    'fd02::9',
    'fd02::a',
    'fd02::10',
    'fd02::1:0',
    'fd02:0:0:1::',
    'fd10::',
  ];
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const by = (text: string) => ipOrder(text) ?? '';
  expect([...sorted].reverse().sort((a, b) => collator.compare(by(a), by(b)))).toEqual(sorted);
  expect(ipOrder('FD02:0::A')).toBe(ipOrder('fd02::a'));
  expect(ipOrder('redfish')).toBeNull();
});
