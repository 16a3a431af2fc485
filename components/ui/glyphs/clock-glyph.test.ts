import { expect, it } from 'vitest';
import { piePath } from './clock-glyph';

it.each([
  [1, 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z'],
  [2, 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z'],
  [0, ''],
  [-1, ''],
  [0.75, 'M8 8V3A5 5 0 1 0 13.00 8.00z'],
  [0.5, 'M8 8V3A5 5 0 0 0 8.00 13.00z'],
  [0.25, 'M8 8V3A5 5 0 0 0 3.00 8.00z'],
])('with %d of the holdover time left the pie is %j', (left, path) => {
  expect(piePath(left)).toBe(path);
});
