// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { newRow } from '@/lib/domain/provision/bulk-row';
import { draftOf } from './bulk-draft';

const KEY = 'roost.bulk-add.1.Default/ingrid';
const draft = draftOf('Default/ingrid');

beforeEach(() => window.localStorage.clear());

it('keeps what was typed, and of a password only that there was one', () => {
  draft.write({
    rows: [
      newRow('a', { hostname: 'worker-9', bmPassword: 'secret' }),
      newRow('b', { hostname: 'worker-8' }),
    ],
    results: null,
    sent: null,
  });
  expect(window.localStorage.getItem(KEY)).not.toContain('secret');
  const { rows } = draft.read();
  expect(rows.map(({ values, lostPassword }) => [values.hostname, values.bmPassword, lostPassword])).toEqual([
    ['worker-9', '', true],
    ['worker-8', '', false],
  ]);
});

it('keeps the ids of rows and of what was on its way: what came of them is told by these', () => {
  const row = newRow(crypto.randomUUID(), { hostname: 'worker-9' });
  const sent = { submission: crypto.randomUUID(), at: 1_700_000_000_000 };
  draft.write({ rows: [row], results: null, sent });
  expect(draft.read()).toMatchObject({ rows: [{ id: row.id }], sent });
  window.localStorage.setItem(KEY, JSON.stringify({ rows: [{ ...row, id: 'x' }], sent: { submission: 7 } }));
  const read = draft.read();
  expect(read.sent).toBeNull();
  expect(read.rows[0]?.id).toMatch(/^[\da-f-]{36}$/);
});

it('is one person’s', () => {
  draft.write({ rows: [newRow('a', { hostname: 'worker-9' })], results: null, sent: null });
  expect(
    draftOf('Default/olav')
      .read()
      .rows.every(({ values }) => values.hostname === ''),
  ).toBe(true);
});

it.each(['', 'no json', '[]', '{"rows":{}}', '{"rows":[]}'])('of %j is an empty table', (kept) => {
  window.localStorage.setItem(KEY, kept);
  expect(draft.read().rows).toHaveLength(3);
});

it('takes of an odd row what can be taken', () => {
  window.localStorage.setItem(
    KEY,
    '{"rows":[{"values":{"hostname":7,"location":"rack-1"},"leftOut":"x"},null]}',
  );
  const { rows } = draft.read();
  expect(rows[0]).toMatchObject({ leftOut: false, values: { hostname: '', location: 'rack-1' } });
  expect(rows).toHaveLength(2);
});
