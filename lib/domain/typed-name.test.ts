import { expect, it } from 'vitest';
import { HOST_ACTIONS } from './host-actions';
import { testHost, testUnprovisioned } from './test-facts';
import { isTyped, nameToType } from './typed-name';

it('is asked for where checks are skipped or something is lost for good', () => {
  const asked = HOST_ACTIONS.filter((action) => nameToType(action, testHost()) !== null);
  expect(asked).toEqual(['delete', 'force-lock', 'force-unsafe-lock', 'force-unlock', 'force-swact']);
});

it('is not asked for to delete a node that nobody configured', () => {
  expect(nameToType('delete', testUnprovisioned())).toBeNull();
});

it.each([
  ['worker-1', true],
  [' worker-1\n', true],
  ['Worker-1', false],
  ['worker-10', false],
  ['', false],
])('%j for worker-1: %s', (typed, counts) => {
  expect(isTyped(typed, 'worker-1')).toBe(counts);
});
