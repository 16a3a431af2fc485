import { expect, it } from 'vitest';
import { type Check, checksOf } from './check';
import { readinessOf } from './readiness';

const check = checksOf('unlock', 'host.py');
const pass = (id: string): Check => check.pass(id, { title: id });
const block = (id: string): Check => check.block(id, { title: `No ${id}` });
const unknown = (id: string): Check => check.unknown(id, { title: id });

it.each([
  [
    'one in the way',
    [block('data interface'), unknown('a'), ...['b', 'c'].map(pass)],
    0,
    [
      'Nearly ready',
      '2 pass, 1 blocks, 1 cannot be told from here.',
      'Blocked by 1 check: No data interface',
    ],
  ],
  [
    'many in the way',
    ['a', 'b', 'c'].map(block),
    0,
    ['Not ready yet', '0 pass, 3 block.', 'Blocked by 3 checks: No a'],
  ],
  [
    'nothing in the way',
    [pass('a'), unknown('b')],
    0,
    ['Ready to unlock', '1 passes, 1 cannot be told from here.', null],
  ],
  [
    'half read',
    [pass('a')],
    3,
    ['Reading what the platform looks at', '1 passes, 3 still being read.', null],
  ],
] as const)('%s', (_name, checks, pending, [title, counts, off]) => {
  expect(readinessOf(checks, pending)).toEqual({ title, counts, off });
});
