import { expect, it } from 'vitest';
import { mayReload, readReloads } from './self-reload';

const HOUR = 3_600_000;

it('reloads once for each reason, and again after an hour at the soonest', () => {
  const past = [{ reason: 'build b', at: 1_000 }];
  expect(mayReload(past, 'build b', 1_001)).toBe(false);
  expect(mayReload(past, 'build b', 999 + HOUR)).toBe(false);
  expect(mayReload(past, 'build b', 1_000 + HOUR)).toBe(true);
  expect(mayReload(past, 'build c', 1_001)).toBe(true);
});

it('two consoles of different builds behind one address cost two reloads, not a loop', () => {
  const past: { reason: string; at: number }[] = [];
  let reloads = 0;
  for (let poll = 0; poll < 200; poll++) {
    const reason = `build ${poll % 2}`;
    const at = poll * 15_000;
    if (!mayReload(past, reason, at)) continue;
    past.push({ reason, at });
    reloads += 1;
  }
  expect(reloads).toBe(2);
});

it.each([null, '', '{', '{}', '[1,null,{"reason":1,"at":2}]', '[{"reason":"x"}]'])(
  'takes no note of %j',
  (text) => expect(readReloads(text)).toEqual([]),
);
