import { describe, expect, it } from 'vitest';
import { readDetail } from './health-detail';
import { HEALTH_KINDS, healthCli } from './health-kind';
import { byOutcome, healthFinding, parseHealth } from './health-report';

const host = (name: string) => ({ name, href: `/hosts/${name}` });

describe('a line under a check', () => {
  it.each([
    ['Locked or disabled hosts', 'worker-1, worker-2', [host('worker-1'), host('worker-2')]],
    ['Kubernetes nodes not ready', 'storage-0', [host('storage-0')]],
    [
      'Kubernetes control plane pods not ready',
      'kube-apiserver-controller-0',
      [{ name: 'kube-apiserver-controller-0', href: null }],
    ],
    [
      'Kubernetes applications not in a valid state',
      'snmp, NetApp Trident Driver',
      [
        { name: 'snmp', href: '/applications?open=snmp' },
        { name: 'NetApp Trident Driver', href: null },
      ],
    ],
    [
      'Kubernetes pods not in a valid state',
      'a-1 (namespace: x)',
      [{ name: 'a-1 (namespace: x)', href: null }],
    ],
    ['Vim disabled hosts', 'None', [{ name: 'None', href: null }]],
  ])('%s: %s', (words, list, names) => {
    expect(readDetail(`${words}: ${list}`)).toEqual({ kind: 'names', words, names });
  });

  it('counts alarms', () => {
    const said =
      '[64] alarms found, [24] of which are management affecting and [2] are certificate expiration alarms. Use "fm alarm-list" for details';
    expect(readDetail(said)).toEqual({ kind: 'alarms', found: 64, affecting: 24, certificates: 2 });
  });

  it.each([
    ['boot_device (/dev/sda) for worker-1 does not match root disk /dev/sdb', 'worker-1'],
    ['rootfs_device for controller-1 is not assigned', 'controller-1'],
    ['Cannot determine the root disk for worker-2', 'worker-2'],
    ['Number of instances on controller-1: 3', 'controller-1'],
  ])('%s leads to its host', (text, name) => {
    expect(readDetail(text)).toEqual({ kind: 'said', text, host: host(name) });
  });

  it.each([
    'Something nobody has seen before',
    'Locked hosts of another release: worker-1',
    '[many] alarms found',
    ': ',
  ])('%j is kept as it is', (text) => {
    expect(readDetail(text)).toEqual({ kind: 'other', text });
  });
});

describe('a report', () => {
  const report = parseHealth(
    [
      'System Health:',
      'All hosts are provisioned: [Fail]',
      '2 Unprovisioned hosts',
      'All hosts are patch current: [OK]',
      'Weather: [Mild]',
      'All kubernetes nodes are ready: [Fail]',
      'A line: with [brackets] and an end',
      '',
    ].join('\r\n'),
  );

  it('has its checks, each with the lines that follow it', () => {
    expect(report.stray).toEqual([]);
    expect(
      report.checks.map(({ title, outcome, word, details, href }) => [
        ...[title, outcome, word, details.length, href],
      ]),
    ).toEqual([
      ['All hosts are provisioned', 'fail', 'Fail', 1, '/hosts'],
      ['All hosts are patch current', 'pass', 'OK', 0, null],
      ['Weather', 'unknown', 'Mild', 0, null],
      ['All kubernetes nodes are ready', 'fail', 'Fail', 1, '/hosts'],
    ]);
  });

  it('is told worst first, and in a sentence', () => {
    expect(byOutcome(report.checks).map(({ outcome }) => outcome)).toEqual([
      'fail',
      'fail',
      'unknown',
      'pass',
    ]);
    expect(healthFinding(report)).toBe('2 of 4 checks fail, 1 of 4 checks cannot be told');
    expect(healthFinding(parseHealth('System Health:\nA: [OK]\nB: [OK]\n'))).toBe('All 2 checks pass');
    expect(healthFinding(parseHealth('A: [Fail]'))).toBe('1 of 1 check fails');
  });

  it('of another form is no report, and every line of it is there', () => {
    const odd = parseHealth('Out of order\n  until noon  \n');
    expect(odd).toEqual({ checks: [], stray: ['Out of order', '  until noon'] });
    expect(healthFinding(odd)).toBe('The report of the platform names no check');
  });
});

it('each kind has its command', () => {
  expect(HEALTH_KINDS.map(healthCli)).toEqual([
    'system health-query',
    'system health-query-kube-upgrade',
    'system health-query-kube-upgrade --rootca',
    'system health-query-upgrade',
  ]);
});
