import { describe, expect, it } from 'vitest';
import { foldLines, layLines, rowOrder, trailingLines } from './lines';

const ORDER = [
  { id: 'controller', label: 'Controllers' },
  { id: 'storage', label: 'Storage' },
  { id: 'worker', label: 'Workers' },
];
const groupOf = (key: string) => key.split('-')[0] ?? '';
const plain = (lines: ReturnType<typeof layLines>) =>
  lines.map((line) => (line.kind === 'group' ? `${line.label} ${line.count}` : line.key));

describe('lines of the body', () => {
  it('stand under the heads of their groups, in the stated order, each group in its own order', () => {
    const keys = ['worker-2', 'controller-0', 'worker-1', 'controller-1'];
    expect(plain(layLines(keys, groupOf, ORDER, []))).toEqual([
      'Controllers 2',
      'controller-0',
      'controller-1',
      'Workers 2',
      'worker-2',
      'worker-1',
    ]);
  });

  it('has no head for an empty group, and shows a group that nobody listed under its own id', () => {
    expect(plain(layLines(['edgeworker-0', 'storage-0'], groupOf, ORDER, []))).toEqual([
      'Storage 1',
      'storage-0',
      'edgeworker 1',
      'edgeworker-0',
    ]);
  });

  it('has no heads at all without groups', () => {
    expect(plain(layLines(['b', 'a'], null, ORDER, []))).toEqual(['b', 'a']);
  });

  it('ends with the rows that cannot be read; they are no rows to walk or select', () => {
    const lines = layLines(['a'], null, [], [{ key: '7', why: 'hostname is a number' }]);
    expect(lines.at(-1)).toEqual({
      kind: 'unreadable',
      key: 'unreadable:7',
      label: '7',
      why: 'hostname is a number',
    });
    expect(rowOrder(lines)).toEqual(['a']);
  });
});

describe('folding', () => {
  const flood = [...Array.from({ length: 6 }, (_, n) => `flood-${n}`), 'calm-1'];
  const laid = layLines(flood, groupOf, [], [{ key: 'x', why: 'no name' }]);

  it('a flood starts as one line, a handful does not', () => {
    expect(plain(foldLines(laid, new Set()))).toEqual(['flood 6', 'calm 1', 'calm-1', 'unreadable:x']);
  });

  it('a person has the last word', () => {
    const lines = foldLines(laid, new Set(['flood', 'calm']));
    expect(rowOrder(lines)).toEqual(flood.slice(0, 6));
    expect(lines.flatMap((line) => (line.kind === 'group' ? [line.folded] : []))).toEqual([false, true]);
  });

  it('counts what it hides', () => expect(rowOrder(laid)).toHaveLength(7));
});

describe('the section after the list', () => {
  it('has a head of its own, and none when it is empty', () => {
    expect(plain(trailingLines('Cleared', ['a', 'b']))).toEqual(['Cleared 2', 'a', 'b']);
    expect(trailingLines('Cleared', [])).toEqual([]);
  });
});
