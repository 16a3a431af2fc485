import { describe, expect, it } from 'vitest';
import type { Json } from '../../../kernel/json';
import { readValues, readYaml } from './read';
import { merged, type Values, withSet } from './values';
import { writeYaml } from './write';

describe('reading YAML', () => {
  it.each<[string, Json]>([
    ['', null],
    ['a: 1\nb: -2.5\nc: 1e3\nd: 0x1F\n', { a: 1, b: -2.5, c: 1000, d: 31 }],
    ['a: true\nb: null\nc: ~\nd:\ne: yes\n', { a: true, b: null, c: null, d: null, e: 'yes' }],
    ['a: 1.2.3\nb: 007\nc: 12345678901234567890\n', { a: '1.2.3', b: 7, c: '12345678901234567890' }],
    ["a: 'it''s'\nb: \"a\\tb\\u00e9\"\n", { a: "it's", b: 'a\tb\u00e9' }],
    ['# head\na: b # tail\nc: "#no"\nurl: http://x:80/#y\n', { a: 'b', c: '#no', url: 'http://x:80/#y' }],
    ['a:\n  b:\n    c: 1\n  d: 2\ne: 3\n', { a: { b: { c: 1 }, d: 2 }, e: 3 }],
    ['a:\n- 1\n- 2\nb: 3\n', { a: [1, 2], b: 3 }],
    ['a:\n  - x: 1\n    y: 2\n  - x: 3\n', { a: [{ x: 1, y: 2 }, { x: 3 }] }],
    ['- - 1\n  - 2\n- - 3\n', [[1, 2], [3]]],
    ['-\n  a: 1\n- \n- b\n', [{ a: 1 }, null, 'b']],
    ['a: [1, "x, y", {b: c}]\nd: {}\ne: []\n', { a: [1, 'x, y', { b: 'c' }], d: {}, e: [] }],
    ['a: |\n  one\n    two\n\n  # three\nb: 1\n', { a: 'one\n  two\n\n# three\n', b: 1 }],
    ['a: >-\n  one\n  two\n\n  three\nb: 1\n', { a: 'one two\nthree', b: 1 }],
    ['a: |+\n  one\n\nb: |-\n  two\n', { a: 'one\n\n', b: 'two' }],
    ['- |\n  text: not a key\n- k: |\n    more\n  z: 1\n', ['text: not a key\n', { k: 'more\n', z: 1 }]],
    ['---\na: 1\n', { a: 1 }],
    ['"a b": 1\n\'c: d\': 2\ne f: 3\n', { 'a b': 1, 'c: d': 2, 'e f': 3 }],
    ['__proto__: 1\n', JSON.parse('{"__proto__": 1}')],
    ['a: [1,\n  2]\nb: &x c\nd: *x\ne: !!str 1\n? f\n: 1\n', { a: [1, 2], b: 'c', d: 'c', e: '1', f: 1 }],
  ])('%j', (text, value) => {
    expect(readYaml(text)).toEqual(value);
  });

  it.each([
    ['a: 1\nb: *x\n', 'Unresolved alias'],
    ['a: 1\na: 2\n', 'line 2: Map keys must be unique'],
    ['a: 1\n  b: 2\n', 'line 1'],
    ['a:\n  b: 1\n c: 2\n', 'line 3'],
    ['a: "open\n', 'line 2'],
    ['a: b: c\n', 'line 1'],
    ['a: 1\n---\nb: 2\n', 'line 2'],
    ['\ta: 1\n', 'line 1: Tabs'],
    ['a: 1\njust text\n', 'line 2'],
    ['- a\nb: 1\n', 'line 2'],
  ])('refuses %j', (text, says) => {
    expect(() => readYaml(text)).toThrow(says);
  });

  it('takes values only as a map', () => {
    expect(readValues('# nothing\n')).toEqual({});
    expect(() => readValues('- a\n')).toThrow('not a map');
  });
});

describe('writing YAML', () => {
  it('puts keys in order and reads back as it was', () => {
    const values: Values = {
      z: [{ b: 1, a: [[1, 2], []] }, 'x', null, {}],
      a: {
        text: 'one\n two\n',
        tail: 'x\n\n',
        odd: ' lead',
        n: 1.5,
        big: 1e21,
        t: 'true',
        d: '12',
        e: '',
        c: 'a: b',
        h: '#x',
      },
      'k: v': { '-': '- x', star: '*', dash: '--flag', yes: 'yes', tab: 'a\tb', lines: '  a\nb' },
    };
    const text = writeYaml(values);
    expect(text.startsWith('a:\n  big: ')).toBe(true);
    expect(text).toContain("  d: '12'\n");
    expect(text).toContain('  dash: --flag\n');
    expect(readYaml(text)).toEqual(values);
    expect(writeYaml({})).toBe('{}\n');
  });
});

describe('values over values', () => {
  it('merge maps and replace the rest', () => {
    expect(merged({ a: { b: 1, c: 2 }, d: [1] }, { a: { c: 3 }, d: [2] })).toEqual({
      a: { b: 1, c: 3 },
      d: [2],
    });
  });

  it.each<[string, Json]>([
    ['a=1', { a: '1' }],
    ['a.b=x', { a: { b: 'x', k: 1 } }],
    ['a\\.b=true', { a: { k: 1 }, 'a.b': true }],
    ['l[1]=x', { a: { k: 1 }, l: [null, 'x'] }],
    ['a=', { a: '' }],
    ['=x', { a: { k: 1 } }],
    ['a', { a: { k: 1 } }],
  ])('set %s', (text, values) => {
    const result = withSet({ a: { k: 1 } }, text);
    expect(result).toEqual(values);
  });

  it('refuse a path that is none', () => {
    expect(() => withSet({}, 'a[x]=1')).toThrow('no path');
  });
});
