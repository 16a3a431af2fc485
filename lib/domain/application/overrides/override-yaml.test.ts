import { describe, expect, it } from 'vitest';
import { readOverrides, writeValues } from './override-yaml';

const faultsOf = (text: string) => {
  const read = readOverrides(text);
  return read.ok ? [] : read.faults.map(({ line, message }) => `${line}: ${message}`);
};

describe('overrides that do not read', () => {
  it.each<[string, string, string[]]>([
    ['a tab', 'a:\n\tb: 1\n', ['2: A tab indents this line. YAML takes spaces only.']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3: The key "a" stands twice in this map.']],
    ['a key twice, deeper', 'a:\n  b: 1\n  c: 2\n  b: 3\n', ['4: The key "b" stands twice in this map.']],
    ['indentation', 'a:\n    b: 1\n  c: 2\n', ['3: The indentation does not fit the lines around it.']],
    [
      'a list at the top',
      '- a\n- b\n',
      ['1: At the left edge stands a list. Overrides are a map: "key: value".'],
    ],
    [
      'a word at the top',
      '# only\nreplicas\n',
      ['2: At the left edge stands a single value. Overrides are a map: "key: value".'],
    ],
    ['two documents', 'a: 1\n---\nb: 2\n', ['2: A second document begins here. Overrides are one.']],
    ['an alias of nothing', 'a: *b\n', ['1: This alias names no anchor above it.']],
    [
      'no colon',
      'a: 1\nreplicas\nb: 2\n',
      ['2: A key and its value do not fit here: the indentation, a missing colon or a missing quote.'],
    ],
  ])('%s, in its line', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('are told with every line that is wrong', () => {
    expect(faultsOf('a: 1\na: 2\nb: "x\n').length).toBeGreaterThan(1);
  });
});

describe('overrides that read', () => {
  it.each<[string, string, object]>([
    ['nothing', '', {}],
    ['comments alone', '# nothing\n', {}],
    ['null', '~\n', {}],
    ['words of YAML 1.1', 'a: yes\nb: off\nc: "yes"\n', { a: true, b: false, c: 'yes' }],
    ['no dates and no sixties', 'a: 2026-01-02\nb: 12:30\n', { a: '2026-01-02', b: '12:30' }],
    ['anchors', 'a: &x\n  b: 1\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['flow maps, nulls', 'a: { b: 256Mi }\nc: null\n', { a: { b: '256Mi' }, c: null }],
  ])('%s', (_, text, values) => {
    expect(readOverrides(text)).toEqual({ ok: true, values });
  });

  it('are written as the platform writes them', () => {
    const text = "args:\n- --quiet\nimage:\n  tag: 1.37\nreplicaCount: '3'\nswitch: 'yes'\n";
    const read = readOverrides(text);
    expect(read.ok && writeValues(read.values)).toBe(text);
    expect(writeValues({ b: 1, a: {} })).toBe('a: {}\nb: 1\n');
    expect(writeValues({})).toBe('');
  });
});
