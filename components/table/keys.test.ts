import { describe, expect, it } from 'vitest';
import { commandFor, footHints, type KeyPress, tableKeyHints } from './keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  modified: false,
  inField: false,
  onControl: false,
  inTable: false,
  ...more,
});

describe('what a key asks of the table', () => {
  it.each([
    { name: 'j', press: press('j'), is: { do: 'move', by: 1 } },
    { name: 'k', press: press('k'), is: { do: 'move', by: -1 } },
    {
      name: 'an arrow in the table',
      press: press('ArrowDown', { inTable: true }),
      is: { do: 'move', by: 1 },
    },
    { name: 'an arrow elsewhere scrolls the page', press: press('ArrowDown'), is: null },
    { name: 'x', press: press('x'), is: { do: 'toggle' } },
    { name: 'Shift x', press: press('X', { shift: true }), is: { do: 'range' } },
    { name: 'Enter', press: press('Enter'), is: { do: 'open' } },
    { name: 'Enter on a link is the link’s', press: press('Enter', { onControl: true }), is: null },
    { name: 'a letter on a check box', press: press('j', { onControl: true }), is: { do: 'move', by: 1 } },
    { name: 'a letter in a field is text', press: press('j', { inField: true }), is: null },
    { name: 'Escape in a field is the field’s', press: press('Escape', { inField: true }), is: null },
    { name: 'Ctrl with a letter is the browser’s', press: press('l', { modified: true }), is: null },
    { name: 'a key of the caller', press: press('l'), is: { do: 'row', key: 'l' } },
    { name: 'a key of nobody', press: press('z'), is: null },
  ])('$name', ({ press: given, is }) => {
    expect(commandFor(given, ['l', 'u'])).toEqual(is);
  });
});

describe('the list of keys', () => {
  const rowKeys = [
    { key: 'l', label: 'lock', hint: true },
    { key: 'u', label: 'unlock' },
  ];

  it('names only what this table can do, and the foot only the most used', () => {
    const all = tableKeyHints({ selects: true, opens: true, searches: true }, rowKeys);
    expect(all.map(({ keys }) => keys.join(' '))).toEqual([
      'j k',
      'x',
      'Shift x',
      'Enter',
      '/',
      'Esc',
      'l',
      'u',
    ]);
    expect(footHints(all, rowKeys).map(({ label }) => label)).toEqual(['move', 'select', 'open', 'lock']);
    const few = tableKeyHints({ selects: false, opens: false, searches: false });
    expect(few.map(({ label }) => label)).toEqual(['move']);
  });
});
