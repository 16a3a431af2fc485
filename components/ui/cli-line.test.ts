import { expect, it } from 'vitest';
import { wrapCommand } from './cli-line';

it.each([
  ['system host-lock worker-1', 60, 'system host-lock worker-1'],
  ['system host-update 3 a=1 b=2', 20, 'system host-update \\\n  3 a=1 b=2'],
  [
    `system host-update 3 location='{"locn": "row 7"}'`,
    30,
    `system host-update 3 \\\n  location='{"locn": "row 7"}'`,
  ],
  [
    'system host-if-modify -m 9000 w b\n# it cannot change the interfaces below',
    30,
    'system host-if-modify -m \\\n  9000 w b\n# it cannot change the\n# interfaces below',
  ],
  ['# nothing does this', 60, '# nothing does this'],
  ['averyveryverylongword x', 8, 'averyveryverylongword \\\n  x'],
])('wraps %s at %d', (command, width, expected) => {
  expect(wrapCommand(command, width)).toBe(expected);
});

it('keeps every line within the width, so nothing scrolls away', () => {
  const wrapped = wrapCommand(Array.from({ length: 30 }, (_, n) => `--option-${n} value`).join(' '), 40);
  for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  expect(wrapped.replaceAll(/ \\\n {2}/g, ' ').split(' ')).toHaveLength(60);
});
