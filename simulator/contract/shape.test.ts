import { describe, expect, it } from 'vitest';
import type { Json } from '../kernel/json';
import { plain, refusalDeparture } from './refusals';
import { departure } from './shape';

describe('shapes', () => {
  it.each<[string, Json, Json, string | undefined]>([
    ['the same keys and kinds', { rows: [{ a: 1 }] }, { rows: [{ a: 2 }] }, undefined],
    ['null against anything', { a: null }, { a: 'x' }, undefined],
    [
      'keys that only some rows have',
      { rows: [{ a: 1 }, { a: 1, b: 'x' }] },
      { rows: [{ a: 1, b: 'y' }] },
      undefined,
    ],
    ['an empty list', { rows: [] }, { rows: [{ a: 1 }] }, undefined],
    ['free-form columns', { capabilities: { a: 1 } }, { capabilities: { b: 'x' } }, undefined],
    ['a missing key', { rows: [{ a: 1, b: 2 }] }, { rows: [{ a: 1 }] }, 'body.rows[] lacks b'],
    ['a key too many', { a: 1 }, { a: 1, c: 1 }, 'body has also c'],
    ['another kind', { a: [{ b: '1' }] }, { a: [{ b: 1 }] }, 'body.a[].b is number, recorded as text'],
  ])('%s', (_name, recorded, given, expected) => {
    expect(departure(recorded, given)).toBe(expected);
  });
});

describe('refusals', () => {
  const refusal = (faultstring: string) => ({
    error_message: JSON.stringify({ faultcode: 'Client', faultstring, debuginfo: null }),
  });

  it('are the same but for ids and names', () => {
    const recorded = refusal('controller-0 : Rejected: Can not lock an active controller.');
    expect(
      refusalDeparture(recorded, refusal('controller-1 : Rejected: Can not lock an active controller.')),
    ).toBeUndefined();
    expect(refusalDeparture(recorded, refusal('controller-0 : Rejected.'))).toContain(
      'says "Client / <host> : Rejected."',
    );
  });

  it('differ by their envelope', () => {
    expect(refusalDeparture(refusal('x'), { error: { message: 'x' } })).toContain('lacks error_message');
    expect(refusalDeparture(refusal('x'), { error_message: '{"title":"x"}' })).toContain('lacks faultcode');
  });

  it('count a traceback by its first line, and lists of arguments in any order', () => {
    expect(plain('Remote error: boom\nTraceback: …')).toBe('Remote error: boom');
    expect(plain('Unknown argument: "q.value, q.field"')).toBe(plain('Unknown argument: "q.field, q.value"'));
  });
});
