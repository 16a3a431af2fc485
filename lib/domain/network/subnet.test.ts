import { describe, expect, it } from 'vitest';
import {
  inUrl,
  ipOf,
  ipText,
  isInRange,
  isInSubnet,
  overlap,
  rangeOf,
  rangeSize,
  subnetOf,
  subnetText,
} from './subnet';

const subnet = (address: string, prefix: number) => {
  const found = subnetOf(address, prefix);
  if (!found) throw new Error(`no subnet ${address}/${prefix}`);
  return found;
};
const ip = (text: string) => {
  const found = ipOf(text);
  if (!found) throw new Error(`no address ${text}`);
  return found;
};

describe('addresses as numbers', () => {
  it.each([
    ['0.0.0.0', '0.0.0.0'],
    ['10.10.10.255', '10.10.10.255'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['FD00:0:0:1::0002', 'fd00:0:0:1::2'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is %s', (text, canonical) => {
    expect(ipText(ip(text))).toBe(canonical);
  });

  it.each(['', '10.0.0', '10.0.0.256', 'fd00::1/64', '[fd00::1]', 'fe80::1%eth0', 'name'])(
    '%j is none',
    (text) => {
      expect(ipOf(text)).toBeNull();
    },
  );
});

describe('subnets', () => {
  it.each([
    ['10.10.10.77', 24, '10.10.10.0/24', '10.10.10.255'],
    ['10.0.0.1', 32, '10.0.0.1/32', '10.0.0.1'],
    ['10.0.0.1', 0, '0.0.0.0/0', '255.255.255.255'],
    ['fd00::1:2', 64, 'fd00::/64', 'fd00::ffff:ffff:ffff:ffff'],
    ['fd00::1', 127, 'fd00::/127', 'fd00::1'],
  ])('%s/%i is %s to %s', (address, prefix, text, last) => {
    const found = subnet(address, prefix);
    expect(subnetText(found)).toBe(text);
    expect(ipText({ family: found.family, value: found.last })).toBe(last);
  });

  it.each<[string, number | null]>([
    ['10.0.0.0', 33],
    ['fd00::', 129],
    ['fd00::', -1],
    ['fd00::', 1.5],
    ['fd00::', null],
    ['x', 8],
  ])('%s/%s is none', (address, prefix) => {
    expect(subnetOf(address, prefix)).toBeNull();
  });

  it('hold addresses of their own family only', () => {
    expect(isInSubnet(subnet('fd00::', 64), ip('fd00::ffff'))).toBe(true);
    expect(isInSubnet(subnet('fd00::', 64), ip('fd00:0:0:1::'))).toBe(false);
    expect(isInSubnet(subnet('::', 0), ip('10.0.0.1'))).toBe(false);
  });

  it('overlap or do not', () => {
    expect(overlap(subnet('10.0.0.0', 8), subnet('10.9.0.0', 16))).toBe(true);
    expect(overlap(subnet('10.9.0.0', 16), subnet('10.0.0.0', 8))).toBe(true);
    expect(overlap(subnet('10.8.0.0', 16), subnet('10.9.0.0', 16))).toBe(false);
    expect(overlap(subnet('::', 0), subnet('0.0.0.0', 0))).toBe(false);
  });
});

it('ranges have both their ends', () => {
  const range = rangeOf('fd01::1', 'fd01::ffff');
  if (!range) throw new Error('no range');
  expect(rangeSize(range)).toBe(65_535n);
  expect([isInRange(range, ip('fd01::1')), isInRange(range, ip('fd01::1:0'))]).toEqual([true, false]);
  expect(rangeOf('10.0.0.1', 'fd01::1')).toBeNull();
  expect(rangeOf('10.0.0.1', '')).toBeNull();
  const turned = rangeOf('10.0.0.9', '10.0.0.1');
  expect(turned && rangeSize(turned)).toBe(0n);
});

it('IPv6 stands in brackets in a URL', () => {
  expect(['10.0.0.1', 'fd00::2', 'oam.example'].map(inUrl)).toEqual(['10.0.0.1', '[fd00::2]', 'oam.example']);
});
