/** What a browser may send: everything else ends here. That nothing works without a session: guarded.test.ts. */
import { expect, it, vi } from 'vitest';
import { fail, ok } from '@/lib/domain/result';

const reached = vi.fn(async () => fail({ kind: 'unavailable' as const, message: 'reached the server' }));
vi.mock('@/lib/server/guard', () => ({ guard: async () => ok({}) }));
vi.mock('@/lib/server/host-writes', () => ({ orderAction: reached, orderEdit: reached }));

const { editHost, runHostAction } = await import('./hosts');

const host = '9ff0fedc-2d10-59f2-85eb-c654338459e9';
const submission = '5b051d16-95b0-4b54-8a52-9d9a9b7a3c11';
const location = { field: 'location', value: 'rack-1' };

it.each([
  ['an action', runHostAction, { host, action: 'lock', submission }],
  ['a typed name', runHostAction, { host, action: 'force-lock', typedName: 'worker-0', submission }],
  ['changes', editHost, { host, changes: [location, { field: 'serialDcd', value: false }], submission }],
])('lets %s through', async (_name, action, order) => {
  const call: (order: never) => Promise<unknown> = action;
  expect(await call(order as never)).toMatchObject({ error: { message: 'reached the server' } });
});

it.each([
  ['nothing', runHostAction, undefined],
  ['a word that is no action', runHostAction, { host, action: 'explode', submission }],
  ['edit as an action', runHostAction, { host, action: 'edit', submission }],
  ['a path for a host', runHostAction, { host: '../isystems', action: 'lock', submission }],
  ['a field too many', runHostAction, { host, action: 'lock', submission, force: true }],
  ['a name without end', runHostAction, { host, action: 'delete', submission, typedName: 'x'.repeat(256) }],
  ['no submission', runHostAction, { host, action: 'lock' }],
  ['no changes', editHost, { host, changes: [], submission }],
  [
    'an attribute of the platform',
    editHost,
    { host, changes: [{ field: 'action', value: 'lock' }], submission },
  ],
  ['a field twice', editHost, { host, changes: [location, location], submission }],
  [
    'a value that is no value',
    editHost,
    { host, changes: [{ field: 'location', value: { locn: 'x' } }], submission },
  ],
])('turns away %s', async (_name, action, order) => {
  reached.mockClear();
  const call: (order: never) => Promise<unknown> = action;
  expect(await call(order as never)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(reached).not.toHaveBeenCalled();
});
