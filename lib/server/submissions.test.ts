import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { fail, ok } from '@/lib/domain/result';
import { once, whatBecameOf } from './submissions';

const person = (userName: string) => ({ viewer: { userName, domainName: 'Default' } });
const admin = person('admin');

it('a write is carried out once for its id, and its answer is kept for whoever lost it', async () => {
  const id = randomUUID();
  const run = vi.fn(async () => ok(1));
  expect(await whatBecameOf(admin, id)).toEqual({ state: 'unheard' });
  await once(admin, id, run);
  await once(admin, id, run);
  expect(run).toHaveBeenCalledTimes(1);
  expect(await whatBecameOf(admin, id)).toEqual({ state: 'answered', failure: null });
  // Nobody is told of the writes of another person.
  expect(await whatBecameOf(person('reader'), id)).toEqual({ state: 'unheard' });
});

it('says while it is under way, and tells a refusal in its own words', async () => {
  const id = randomUUID();
  const refusal = { kind: 'refused', message: 'no' } as const;
  let answer = (_: ReturnType<typeof fail>) => {};
  void once(admin, id, () => new Promise((resolve) => (answer = resolve)));
  expect(await whatBecameOf(admin, id, 5)).toEqual({ state: 'under-way' });
  answer(fail(refusal));
  expect(await whatBecameOf(admin, id)).toEqual({ state: 'answered', failure: refusal });
});

it('takes the end of several steps for the answer, what was not sent for a refusal, and a crash for no answer', async () => {
  const steps = randomUUID();
  const failure = { kind: 'refused', message: 'third step' } as const;
  const end = Promise.resolve([{ state: 'done' }, { state: 'failed', failure }, { state: 'not-sent' }]);
  void once(admin, steps, async () => ok({ first: [], end }));
  expect(await whatBecameOf(admin, steps)).toEqual({ state: 'answered', failure });
  const unsent = randomUUID();
  void once(admin, unsent, async () => ok({ outcome: 'changed', unsent: 'Changed meanwhile.' }));
  expect(await whatBecameOf(admin, unsent)).toMatchObject({ failure: { message: 'Changed meanwhile.' } });
  const crash = randomUUID();
  once(admin, crash, () => Promise.reject(new Error('x'))).catch(() => {});
  expect(await whatBecameOf(admin, crash)).toMatchObject({ failure: { kind: 'unavailable' } });
});
