import { expect, it } from 'vitest';
import { shortNames } from './short-name';

it.each([
  [
    ['controller-0', 'worker-12', 'edgeworker-3'],
    ['c-0', 'w-12', 'e-3'],
  ],
  [
    ['oslo-rack7', 'worker-x', 'c-0'],
    ['oslo-rack7', 'worker-x', 'c-0'],
  ],
  // Two that would look alike keep their names.
  [
    ['controller-0', 'compute-0', 'compute-1'],
    ['controller-0', 'compute-0', 'c-1'],
  ],
  [[], []],
])('%j is %j', (names, short) => {
  const found = shortNames(names);
  expect(names.map((name) => found.get(name))).toEqual(short);
});
