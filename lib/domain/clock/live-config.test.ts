import { describe, expect, it } from 'vitest';
import { labelNames, metricNames, nodeAddress, selectorFault, templateFault } from './live-config';

const TEMPLATE = 'http://ptp-notify.{host}.example:8080';

describe('the address of a node', () => {
  it.each([
    [TEMPLATE, 'worker-0', 'http://ptp-notify.worker-0.example:8080'],
    ['https://gate.example/ptp/{host}/', 'Worker_7', 'https://gate.example/ptp/Worker_7'],
    ['http://{host}:8080', 'controller-1', 'http://controller-1:8080'],
    ['http://name-of-a-node.{host}', 'w1', undefined],
  ])('%s for %s is %s', (template, host, address) => {
    expect(nodeAddress(template, host)).toBe(address);
  });

  it.each([
    '',
    '.',
    '..',
    'a.evil.example',
    '169.254.169.254',
    'evil.example/x?',
    'x@evil.example',
    'x#',
    'a b',
    '%2e%2e',
    'wörker',
    '-x',
    `${'x'.repeat(64)}`,
  ])('is not made for the name %j', (host) => {
    expect(nodeAddress(TEMPLATE, host)).toBeUndefined();
    expect(nodeAddress('http://{host}:8080', host)).toBeUndefined();
  });

  it.each(['2130706433', '0x7f000001', '127'])('is never an address that %s is read as', (host) => {
    expect(nodeAddress('http://{host}:8080', host)).toBeUndefined();
    expect(nodeAddress(TEMPLATE, host)).toBe(`http://ptp-notify.${host}.example:8080`);
  });

  it.each([
    ['http://ptp.example', 'has no {host}'],
    ['ptp.{host}', 'is not an'],
    ['ftp://{host}', 'http://'],
    ['http://u:p@{host}', 'user name'],
    ['http://{host}@evil.example', 'user name'],
    ['http://x/?host={host}', 'query'],
    ['http://x:{host}', 'not an address'],
  ])('cannot come from %s', (template, why) => {
    expect(templateFault(template)).toContain(why);
  });
});

describe('names in a metrics store', () => {
  it('keep the usual ones that are not named', () => {
    expect(metricNames(' offset=my_offset , class=my:class')).toMatchObject({
      names: { offset: 'my_offset', class: 'my:class', state: 'openshift_ptp_clock_state' },
    });
    expect(labelNames('')).toEqual({
      names: { host: 'node', interface: 'iface', process: 'process', from: 'from' },
    });
  });

  it.each(['ofset=x', 'offset=', 'offset', 'offset=a b', 'offset=a{x="y"}', 'offset=1a', 'offset=x,delay=x'])(
    'are refused when they read %j',
    (text) => {
      expect(metricNames(text)).toHaveProperty('fault');
    },
  );

  it.each(['', 'a="b"', 'cluster="site-7", job=~"ptp.*"', 'a!="",b!~"x|y"', 'a="say \\"x\\" \\\\"'])(
    'are picked by %j',
    (text) => {
      expect(selectorFault(text)).toBeUndefined();
    },
  );

  it.each([
    'a',
    'a=b',
    'a="b"}',
    'a="b"} or up{x="y"',
    'a="b",',
    'a="b" c="d"',
    '"a"="b"',
    'a="b\\"',
    'a="b\n"',
  ])('are not picked by %j', (text) => {
    expect(selectorFault(text)).toBeDefined();
  });
});
