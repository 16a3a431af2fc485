import { describe, expect, it } from 'vitest';
import { formatIp, inSubnet, overlap, parseIp, subnetOf } from './ip';

const net = (text: string, prefix: number) => {
  const ip = parseIp(text);
  return ip && subnetOf(ip, prefix);
};

describe('an address', () => {
  it.each([
    ['10.20.30.1', '10.20.30.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['fd00::', 'fd00::'],
    ['::1', '::1'],
    ['::', '::'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is written %s', (text, shortest) => {
    const ip = parseIp(text);
    expect(ip && formatIp(ip)).toBe(shortest);
  });

  it.each(['10.20.30.999', 'abc', '', '1::2::3'])('%s is none', (text) => {
    expect(parseIp(text)).toBeUndefined();
  });
});

describe('a subnet', () => {
  it.each([
    ['10.1.2.3', 24, '10.1.2.0', '10.1.2.255'],
    ['10.1.2.3', 32, '10.1.2.3', '10.1.2.3'],
    ['fd00:1::5', 64, 'fd00:1::', 'fd00:1::ffff:ffff:ffff:ffff'],
  ])('of %s/%i', (text, prefix, first, last) => {
    const subnet = net(text, prefix);
    expect(subnet).toMatchObject({ first: parseIp(first)?.value, last: parseIp(last)?.value });
  });

  it('has prefixes of its family', () => {
    expect(net('10.0.0.0', 33)).toBeUndefined();
    expect(net('fd00::', 129)).toBeUndefined();
  });

  it('tells what is in it, and never across families', () => {
    const subnet = net('10.0.0.0', 8);
    const other = net('fd00::', 8);
    expect(subnet && inSubnet(subnet, { family: 6, value: subnet.first })).toBe(false);
    expect(subnet && other && overlap(subnet, other)).toBe(false);
  });
});
