import { describe, expect, it } from 'vitest';
import { testAlarm } from '../test-facts';
import { applicationsFinding, applicationsToLook, applicationsWords } from './finding';
import { testApplication } from './test-application';

const rows = (...states: (string | null)[]) =>
  states.map((status, index) => testApplication({ name: `app-${index}`, status }));

describe('applications in a few words', () => {
  it.each([
    [['applied', 'applied'], '2 of 2 applied', 'No application has failed'],
    [
      ['applied', 'uploaded', 'applying', 'apply-failed'],
      '1 of 4 applied, 1 in progress, 1 failed',
      '1 application failed, 1 is uploaded and not applied',
    ],
    [
      [null, 'napping', 'uploaded', 'inactive'],
      '0 of 4 applied',
      'No application has failed, the state of 2 is unknown, 2 are uploaded and not applied',
    ],
    [[], '0 of 0 applied', 'No application is uploaded'],
  ])('%j', (states, words, finding) => {
    expect(applicationsWords(rows(...states))).toBe(words);
    expect(applicationsFinding(rows(...states))).toBe(finding);
  });
});

it('lists those to look at, worst first, and those that wait to be applied again', () => {
  const all = rows('applied', 'applying', 'applied', null, 'remove-failed', 'uploaded');
  const alarm = testAlarm({ alarmId: '750.006', entity: 'k8s_application=app-2' });
  const other = testAlarm({ alarmId: '750.002', entity: 'k8s_application=app-0' });
  expect(
    applicationsToLook(all, [other, alarm]).map(({ one, alarm: why }) => [one.name, why?.alarmId]),
  ).toEqual([
    ['app-4', undefined],
    ['app-3', undefined],
    ['app-1', undefined],
    ['app-2', '750.006'],
  ]);
});
