import { describe, expect, it } from 'vitest';
import { formatBytes, formatGib, formatMib, formatUsed } from './bytes';
import { formatCount, formatCounted, formatOffset, formatQuantity, formatShare } from './number';
import { listWords, raiseFirst, truncateMiddle } from './words';

const plain = (text: string) => text.replaceAll('\u2009', ' ');

describe('numbers', () => {
  it('counts with a comma and measures with a thin space', () => {
    expect(formatCount(1902)).toBe('1,902');
    expect(formatQuantity(1180)).toBe('1\u2009180');
    expect(plain(formatQuantity(-1234567.891, 2))).toBe('-1 234 567.89');
    expect(formatQuantity(2.5, 2)).toBe('2.5');
    expect(formatQuantity(-0.001, 2)).toBe('0');
  });
  it('knows one from many', () => {
    expect(formatCounted(1, 'host')).toBe('1 host');
    expect(formatCounted(0, 'host')).toBe('0 hosts');
    expect(formatCounted(2, 'entry', 'entries')).toBe('2 entries');
  });
  it.each([
    [214, '+214 ns'],
    [-17, '-17 ns'],
    [0, '0 ns'],
    [1180, '+1.18 µs'],
    [-2_500_000, '-2.5 ms'],
    [3_000_000_000, '+3 s'],
  ])('an offset of %d ns is %s', (ns, expected) => {
    expect(formatOffset(ns)).toBe(expected);
  });
  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.455, '46 %'],
    [0.999, '99 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, expected) => {
    expect(formatShare(share)).toBe(expected);
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1 023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [1024 ** 2 - 1, '1 MiB'],
    [960 * 1024 ** 3, '960 GiB'],
    [5 * 1024 ** 5 * 1024, '5 120 PiB'],
  ])('%d bytes are %s', (bytes, expected) => {
    expect(plain(formatBytes(bytes))).toBe(expected);
  });
  it('reads the units of sysinv', () => {
    expect(formatMib(96_536)).toBe('94.3 GiB');
    expect(formatGib(8)).toBe('8 GiB');
  });
  it('gives two amounts one unit', () => {
    expect(formatUsed(6.1 * 1024 ** 3, 8 * 1024 ** 3)).toBe('6.1 of 8 GiB');
    expect(formatUsed(0, 512)).toBe('0 of 512 B');
  });
});

describe('words', () => {
  it('raises the first letter and leaves the rest', () => {
    expect(raiseFirst('power-off')).toBe('Power-off');
    expect(raiseFirst('apply-failed')).toBe('Apply-failed');
    expect(raiseFirst('')).toBe('');
  });
  it('joins a list', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['a'])).toBe('a');
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
  });
  it('cuts in the middle and never beyond the limit', () => {
    expect(truncateMiddle('5c2573.fffe.1a2b3c', 13)).toBe('5c2573…1a2b3c');
    expect(truncateMiddle('short', 5)).toBe('short');
    expect(truncateMiddle('abcdef', 1)).toBe('…');
    expect(truncateMiddle('abcdef', 2)).toBe('a…');
  });
});
