/** Health reports as sysinv really gave them (simulator/recordings). */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseHealth } from '@/lib/domain/health/health-report';
import { recordedBody } from '../test-recordings';

const FILES = [
  ['get-053-get-health.json', 9, 5],
  ['get-329-get-health-kube-upgrade.json', 10, 6],
  ['get-328-get-health-upgrade.json', 14, 9],
] as const;

it.each(FILES)('%s: every line is a check or known', (file, checks, failed) => {
  const text = z.string().parse(recordedBody(file));
  const report = parseHealth(text);
  expect(report.stray).toEqual([]);
  expect(report.checks).toHaveLength(checks);
  expect(report.checks.filter(({ outcome }) => outcome === 'fail')).toHaveLength(failed);
  expect(report.checks.flatMap(({ details }) => details.filter(({ kind }) => kind === 'other'))).toEqual([]);
  // The head is the one line that is neither.
  const lines = text.split('\n').filter((line) => line.trim() !== '').length - 1;
  expect(checks + report.checks.reduce((sum, { details }) => sum + details.length, 0)).toBe(lines);
});

it('the applications that stop an upgrade are named', () => {
  const { checks } = parseHealth(z.string().parse(recordedBody('get-329-get-health-kube-upgrade.json')));
  expect(checks.at(-1)).toMatchObject({
    ...{ title: 'All kubernetes applications are in a valid state', outcome: 'fail' },
    details: [
      { kind: 'names', names: expect.arrayContaining([{ name: 'snmp', href: '/applications?open=snmp' }]) },
    ],
  });
});
