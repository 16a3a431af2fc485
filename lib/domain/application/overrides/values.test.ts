import { describe, expect, it } from 'vitest';
import { digitSets, readSets, withSets } from './sets';
import { changedPaths, mergeValues, sameValue } from './values';

describe('values laid over others', () => {
  it('merge maps key by key, and replace everything else', () => {
    expect(
      mergeValues(
        { a: { b: 1, c: [1, 2] }, d: { e: 1 }, f: 'x', g: 1 },
        { a: { b: 2, c: [3] }, d: 'flat', f: { now: 'a map' }, h: null },
      ),
    ).toEqual({ a: { b: 2, c: [3] }, d: 'flat', f: { now: 'a map' }, g: 1, h: null });
  });

  it('keep a null, which Helm heeds when it applies', () => {
    expect(mergeValues({ a: { b: 1 } }, { a: null })).toEqual({ a: null });
    expect(mergeValues({ a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  });

  it('differ in the paths that differ, whatever the order of keys', () => {
    expect(changedPaths({ a: { b: 1, c: 2 }, d: [1] }, { d: [1], a: { c: 2, b: 1 } })).toEqual([]);
    expect(changedPaths({ a: { b: 1, c: 2 } }, { a: { b: 2 }, e: { f: { g: 1 } } })).toEqual([
      ...['a.b', 'a.c', 'e'],
    ]);
    expect(sameValue([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toBe(true);
    expect(sameValue(1, '1')).toBe(false);
  });

  it('never touch the prototype of a map', () => {
    const over = JSON.parse('{"__proto__": {"x": 1}}');
    expect(Object.entries(mergeValues({}, over))).toEqual([['__proto__', { x: 1 }]]);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});

describe('values set one by one', () => {
  it('take what the platform takes', () => {
    const text = 'replicaCount=3\n\n  image.tag=1.37 \nlist[1].on=true\na\\.b=\nnothing=null\n';
    const { sets, faults } = readSets(text);
    expect(faults).toEqual([]);
    expect(withSets({ image: { name: 'x' } }, sets)).toEqual({
      ...{ image: { name: 'x', tag: 1.37 }, replicaCount: '3', list: [null, { on: true }] },
      ...{ 'a.b': '', nothing: null },
    });
    expect(digitSets(sets)).toEqual(['replicaCount=3']);
  });

  it.each([
    ['a=1,b=2', /refuses a comma/],
    ['a', /no key=value/],
    ['=x', /key is missing/],
    ['a=b=c', /more than one "="/],
    ['a..b=1', /no path/],
    ['a[x]=1', /no path/],
    ['a[99999999]=1', /no list of more than/],
  ])('%s is told in its line', (line, message) => {
    const { sets, faults } = readSets(`ok=1\n${line}`);
    expect(sets).toEqual(['ok=1']);
    expect(faults).toEqual([{ line: 2, message: expect.stringMatching(message) }]);
  });
});
