import { describe, expect, it } from 'vitest';
import { type Catalogue, endpointFault, endpointUrl } from './catalogue';
import { contains } from './cidr';
import { segment } from './connection';

const catalogue = (url: string, extra: object = {}): Catalogue => [
  { type: 'platform', endpoints: [{ interface: 'public', region: 'RegionOne', url, ...extra }] },
];
const choice = {
  interface: 'public',
  region: '',
  allowedHosts: ['10.10.10.2', 'fd00::/8', 'stx.example.com'],
};

describe('endpointUrl', () => {
  it.each([
    ['http://10.10.10.2:6385/v1', 'http://10.10.10.2:6385/v1'],
    ['http://10.10.10.2:6385/v1/', 'http://10.10.10.2:6385/v1'],
    ['http://10.10.10.2:6385', 'http://10.10.10.2:6385/v1'],
    ['https://[fd00::2]:6385/v1', 'https://[fd00::2]:6385/v1'],
  ])('%s', (url, expected) => {
    expect(endpointUrl(catalogue(url), 'sysinv', choice)).toEqual({ ok: true, data: expected });
  });

  it('says which service, and which interface, is missing', () => {
    const result = endpointUrl(catalogue('http://10.10.10.2:6385'), 'fm', choice);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', message: expect.stringContaining('faultmanagement') },
    });
  });

  it('picks the region it was told to', () => {
    const both: Catalogue = [
      {
        type: 'platform',
        endpoints: [
          { interface: 'public', region: 'SystemController', url: 'http://10.10.10.2:1/v1' },
          { interface: 'public', region: 'RegionOne', url: 'http://10.10.10.2:2/v1' },
        ],
      },
    ];
    expect(endpointUrl(both, 'sysinv', { ...choice, region: 'RegionOne' })).toMatchObject({
      data: 'http://10.10.10.2:2/v1',
    });
  });
});

describe('endpointFault: a hostile catalogue gets no token', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:6385/v1',
    'http://localhost:6385/v1',
    'http://[::1]:6385/v1',
    'http://stx.example.com.evil.test/v1',
    'http://10.10.10.2@evil.test/v1',
    'file:///etc/passwd',
    'gopher://10.10.10.2/',
    'http://10.10.10.2:6385/v1?x=http://evil.test',
    'not a url',
  ])('%s', (url) => {
    expect(endpointFault(url, choice.allowedHosts)).toBeTypeOf('string');
  });

  it('lets the allowed ones pass', () => {
    for (const url of [
      'http://10.10.10.2:6385/v1',
      'https://STX.example.com:6385',
      'http://[fd00::7]:18002',
    ]) {
      expect(endpointFault(url, choice.allowedHosts)).toBeUndefined();
    }
  });
});

describe('contains', () => {
  it.each([
    ['10.10.10.0/24', '10.10.10.9', true],
    ['10.10.10.0/24', '10.10.11.9', false],
    ['fd00::/8', 'fdff::1', true],
    ['fd00::/8', '10.0.0.1', false],
    ['10.10.10.0/99', '10.10.10.1', false],
    ['nonsense/8', '10.10.10.1', false],
  ])('%s holds %s: %s', (range, address, expected) => {
    expect(contains(range, address)).toBe(expected);
  });
});

describe('segment', () => {
  it.each(['..', '.', '../../etc', 'a/b', 'a?b#c', 'worker-0'])('%s stays one path segment', (value) => {
    const url = new URL(`http://h/v1/ihosts/${segment(value)}/labels`);
    expect(url.pathname.split('/')).toHaveLength(5);
    expect(url.pathname.startsWith('/v1/ihosts/')).toBe(true);
    expect(url.search).toBe('');
  });
});
