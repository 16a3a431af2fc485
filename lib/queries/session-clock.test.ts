import { describe, expect, it } from 'vitest';
import { sessionClock } from './session-clock';

const MIN = 60_000;

describe('session clock', () => {
  it.each([
    // endsAt, idleEndsAt, idle limit, expected
    [59 * MIN, 50 * MIN, 50 * MIN, { endsInMs: 50 * MIN, reason: 'idle', phase: 'fine' }],
    [59 * MIN, 2 * MIN, 50 * MIN, { endsInMs: 2 * MIN, reason: 'idle', phase: 'warning' }],
    [2 * MIN, 50 * MIN, 50 * MIN, { endsInMs: 2 * MIN, reason: 'token', phase: 'warning' }],
    [2 * MIN, 2 * MIN, 50 * MIN, { endsInMs: 2 * MIN, reason: 'token', phase: 'warning' }],
    [59 * MIN, 0, 50 * MIN, { endsInMs: 0, reason: 'idle', phase: 'over' }],
    [-5, 50 * MIN, 50 * MIN, { endsInMs: 0, reason: 'token', phase: 'over' }],
    // A short idle limit would otherwise warn all the time.
    [59 * MIN, MIN, MIN, { endsInMs: MIN, reason: 'idle', phase: 'fine' }],
    [59 * MIN, 20_000, MIN, { endsInMs: 20_000, reason: 'idle', phase: 'warning' }],
  ] as const)('token in %i, idle in %i of %i', (endsAt, idleEndsAt, idleMs, expected) => {
    expect(sessionClock({ endsAt, idleEndsAt }, 0, idleMs)).toEqual(expected);
  });
});
