import { describe, expect, it } from 'vitest';
import { isIp, isIpv4, isIpv6 } from './ip';
import { macNotations, normalizeMac } from './mac';

describe('MAC addresses', () => {
  it.each([
    ['3c:fd:fe:00:04:00', '3c:fd:fe:00:04:00'],
    ['3C-FD-FE-00-04-00', '3c:fd:fe:00:04:00'],
    ['3cfd.fe00.0400', '3c:fd:fe:00:04:00'],
    ['3cfdfe000400', '3c:fd:fe:00:04:00'],
    ['  3C FD FE 00 04 00 ', '3c:fd:fe:00:04:00'],
    ['3c:fd:fe:00:04', null],
    ['3c:fd:fe:00:04:0g', null],
    ['3c:fd-fe:00:04:00', null],
    ['3c:fd:fe:00:04:00:11', null],
    ['3c:f:dfe:00:04:00', null],
    ['', null],
  ])('%s is %s', (text, mac) => expect(normalizeMac(text)).toBe(mac));

  it('is found in every notation', () => {
    const notations = ['3c:fd:fe:00:04:00', '3c-fd-fe-00-04-00', '3cfd.fe00.0400', '3cfdfe000400'];
    for (const typed of notations) expect(macNotations(typed.toUpperCase())).toEqual(notations);
    expect(macNotations('Odd')).toEqual(['odd']);
  });
});

describe('IP addresses', () => {
  it.each(['10.10.11.14', '0.0.0.0', '255.255.255.255'])('%s is IPv4', (text) => {
    expect([isIpv4(text), isIpv6(text), isIp(text)]).toEqual([true, false, true]);
  });
  it.each(['::', '::1', 'fd00::1', '2001:db8:0:0:8:800:200c:417a', '::ffff:10.10.11.14', 'FD00:1::'])(
    '%s is IPv6',
    (text) => {
      expect([isIpv4(text), isIpv6(text), isIp(text)]).toEqual([false, true, true]);
    },
  );
  it.each([
    '',
    '10.10.11',
    '10.10.11.256',
    '010.1.1.1',
    '1.2.3.4.5',
    'fd00:::1',
    '1::2::3',
    ':1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    'fd00::1/64',
    'fe80::1%eth0',
    '10.1.1.1:1',
    '12345::',
  ])('%s is none', (text) => expect(isIp(text)).toBe(false));
});
