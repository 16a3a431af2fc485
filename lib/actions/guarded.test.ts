/** Every server action, called by somebody who is not signed in: none may do anything. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';
process.env.ROOST_LOG_LEVEL = 'silent';

vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, getAll: () => [], has: () => false }),
  headers: async () => new Headers(),
}));
const sent = vi.hoisted(() => vi.fn());
vi.mock('undici', async (original) => ({
  ...(await original<object>()),
  request: async (...args: unknown[]) => {
    sent(...args);
    throw new Error('nothing may be sent');
  },
}));

/** Actions whose proof is not a session, and why. */
const OWN_PROOF = new Set([
  'password.changePassword', // the old password is the proof; an expired one has no session
]);

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.includes('.test.'));

const actions: [string, (...args: unknown[]) => Promise<unknown>][] = [];
for (const file of files) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ `${folder}${file}`);
  for (const [name, value] of Object.entries(exported)) {
    const id = `${file.replace(/\.ts$/, '')}.${name}`;
    if (typeof value !== 'function' || OWN_PROOF.has(id)) continue;
    actions.push([id, async (...args) => Reflect.apply(value, undefined, args)]);
  }
}

/** Follows promises inside an answer (slow writes and readMany put them there). */
async function settled(value: unknown): Promise<unknown> {
  const here: unknown = await value;
  if (Array.isArray(here)) return Promise.all(here.map(settled));
  if (typeof here !== 'object' || here === null) return here;
  const entries = await Promise.all(
    Object.entries(here).map(async ([key, inner]) => [key, await settled(inner)]),
  );
  return Object.fromEntries(entries);
}

describe('server actions without a session', () => {
  it('are found', () => {
    expect(actions.map(([id]) => id)).toContain('read-many.readMany');
  });

  it.each(actions)('%s refuses and asks the platform nothing', async (id, action) => {
    const some = { id: 1, host: 'worker-1', hostname: 'worker-1', action: 'lock' };
    const args = id === 'read-many.readMany' ? [[{ view: 'hosts', params: {} }]] : [some, some, some];
    const answer = JSON.stringify(await settled(action(...args)));
    expect(answer).toContain('"kind":"unauthenticated"');
    expect(sent).not.toHaveBeenCalled();
  });
});
