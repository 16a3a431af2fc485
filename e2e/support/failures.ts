/** Why end-to-end tests failed, in a line each: what a log that is read from its end should end with. */

import { stripVTControlCharacters } from 'node:util';

/** How much of an error is told; the rest stands above, where it happened. */
const MOST = 300;

/**
 * @param report what Playwright's JSON reporter wrote
 * @returns `project › file:line › title: first line of its error`, of every test that did not pass at once
 */
export function failuresOf(report: unknown): string[] {
  return listAt(report, 'suites').flatMap(ofSuite);
}

function ofSuite(suite: unknown): string[] {
  const own = listAt(suite, 'specs').flatMap((spec) =>
    listAt(spec, 'tests').flatMap((test) => {
      const status = at(test, 'status');
      if (status !== 'unexpected' && status !== 'flaky') return [];
      const [error] = listAt(test, 'results').flatMap((result) => listAt(result, 'errors'));
      const where = `${at(test, 'projectName')} › ${at(spec, 'file')}:${at(spec, 'line')} › ${at(spec, 'title')}`;
      return [`${where}: ${firstWords(at(error, 'message'))}`];
    }),
  );
  return [...own, ...failuresOf(suite)];
}

/** Playwright says what it expected and what it got in lines of their own, up to its log of tries. */
function firstWords(message: unknown): string {
  const [said = ''] = stripVTControlCharacters(String(message ?? 'no error was written')).split(
    '\nCall log:',
  );
  return said.replace(/\s+/g, ' ').trim().slice(0, MOST);
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function listAt(value: unknown, key: string): unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}
