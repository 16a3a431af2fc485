import { expect, it } from 'vitest';
import { ipOrder, ipSortKey } from './ip';

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
  const all = [...sorted, 'redfish'];
  expect(all.toReversed().sort((a, b) => collator.compare(ipSortKey(a), ipSortKey(b)))).toEqual(all);
  expect(ipOrder('FD02:0::A')).toBe(ipOrder('fd02::a'));
  expect(ipOrder('redfish')).toBeNull();
});
