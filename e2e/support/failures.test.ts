import { describe, expect, it } from 'vitest';
import { failuresOf } from './failures';

const test = (status: string, ...messages: string[]) => ({
  projectName: 'desktop',
  status,
  results: [{ errors: messages.map((message) => ({ message })) }],
});
const spec = (title: string, ...tests: unknown[]) => ({ title, file: 'jobs/a.spec.ts', line: 7, tests });

describe('failuresOf', () => {
  it('tells each test that did not pass at once, from any depth, without colours and tries', () => {
    const report = {
      suites: [
        {
          specs: [
            spec('is well', test('expected')),
            spec(
              'is not there',
              test('unexpected', '\u001b[31mError: gone\u001b[39m\n\nExpected: 1\nCall log:\n  - tried'),
            ),
          ],
          suites: [{ specs: [spec('came late', test('flaky', 'Error: late'))] }],
        },
      ],
    };
    expect(failuresOf(report)).toEqual([
      'desktop › jobs/a.spec.ts:7 › is not there: Error: gone Expected: 1',
      'desktop › jobs/a.spec.ts:7 › came late: Error: late',
    ]);
  });

  it('makes nothing of a report that is none, and says when no error was written', () => {
    expect(failuresOf(undefined)).toEqual([]);
    expect(failuresOf({ suites: [{ specs: [spec('timed out', test('unexpected'))] }] })).toEqual([
      'desktop › jobs/a.spec.ts:7 › timed out: no error was written',
    ]);
  });
});
