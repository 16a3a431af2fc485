import { describe, expect, it } from 'vitest';
import { readKey } from './shortcuts';

const press = (key: string, more = {}) => ({ key, mod: false, alt: false, repeat: false, ...more });
const known = ['mod+k', '/', '?', 'r', 'g o', 'g h'];

describe('one key', () => {
  it.each([
    [press('r'), 'r'],
    [press('?'), '?'],
    [press('k', { mod: true }), 'mod+k'],
    // Caps lock.
    [press('K', { mod: true }), 'mod+k'],
    [press('k'), null],
    // Ctrl R is the browser's.
    [press('r', { mod: true }), null],
    [press('r', { alt: true }), null],
    [press('r', { repeat: true }), null],
    [press('R'), null],
  ])('%j hits %s', (key, hit) => {
    expect(readKey('', key, known).hit).toBe(hit);
  });
});

describe('two keys', () => {
  const typed = (keys: string[]) => {
    let pending = '';
    return keys.map((key) => {
      const step = readKey(pending, press(key), known);
      pending = step.pending;
      return step.hit;
    });
  };

  it.each([
    [
      ['g', 'h'],
      [null, 'g h'],
    ],
    [
      ['g', 'o'],
      [null, 'g o'],
    ],
    // An unknown second key ends the sequence and may mean something by itself.
    [
      ['g', 'r'],
      [null, 'r'],
    ],
    [
      ['g', 'x', 'h'],
      [null, null, null],
    ],
    [
      ['h', 'g', 'h'],
      [null, null, 'g h'],
    ],
    [
      ['g', 'g', 'h'],
      [null, null, 'g h'],
    ],
  ])('%j hits %j', (keys, hits) => {
    expect(typed(keys)).toEqual(hits);
  });

  it('is not broken off by a combination that means nothing here', () => {
    expect(readKey('g', press('c', { mod: true }), known)).toEqual({ pending: '', hit: null });
  });
});
