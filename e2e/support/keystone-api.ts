/** The few calls that tests make to a Keystone as its administrator. */

export const ADMIN = { name: 'admin', password: 'Roost-bootstrap-2026!' };

type Json = Record<string, unknown>;
type Answer = { status: number; body: unknown; token: string | null };

export async function call(
  keystone: string,
  method: string,
  path: string,
  options: { token?: string; body?: Json; subject?: string } = {},
): Promise<Answer> {
  const answer = await reach(`${keystone}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      ...(options.token ? { 'x-auth-token': options.token } : {}),
      ...(options.subject ? { 'x-subject-token': options.subject } : {}),
    },
    ...(options.body ? { body: JSON.stringify(options.body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text), token: answer.headers.get('x-subject-token') };
}

const TRIES = 5;

/** It serves one request at a time and lets few wait: a connection that it did not take is asked for again. */
async function reach(url: string, init: RequestInit): Promise<Response> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await fetch(url, init);
    } catch (cause) {
      if (left <= 1) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

/** A token scoped to project admin. Throws when Keystone refuses. */
export async function tokenOf(keystone: string, who: { name: string; password: string }): Promise<string> {
  const scope = { project: { name: 'admin', domain: { id: 'default' } } };
  const answer = await logIn(keystone, who, scope);
  if (!answer.token) throw new Error(`${who.name} got no token: ${answer.status}`);
  return answer.token;
}

export function logIn(
  keystone: string,
  who: { name: string; password: string },
  scope?: Json,
): Promise<Answer> {
  const user = { ...who, domain: { id: 'default' } };
  const auth = { identity: { methods: ['password'], password: { user } }, ...(scope ? { scope } : {}) };
  return call(keystone, 'POST', '/auth/tokens', { body: { auth } });
}

/** Creates something, or finds it when it is there. Returns its id. */
export async function ensure(keystone: string, token: string, kind: string, body: Json): Promise<string> {
  const made = await call(keystone, 'POST', `/${kind}s`, { token, body: { [kind]: body } });
  if (made.status < 300) return idIn(Reflect.get(Object(made.body), kind));
  if (made.status !== 409) throw new Error(`${kind} ${String(body.name)}: ${made.status}`);
  const named = typeof body.name === 'string' ? `?name=${encodeURIComponent(body.name)}` : '';
  const listed = await call(keystone, 'GET', `/${kind}s${named}`, { token });
  const found: unknown = Reflect.get(Object(listed.body), `${kind}s`);
  return idIn(Array.isArray(found) ? found[0] : undefined);
}

function idIn(thing: unknown): string {
  const id: unknown = Reflect.get(Object(thing), 'id');
  if (typeof id !== 'string') throw new Error('Keystone gave no id');
  return id;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
