/** Every route handler, with what protects it. A new one fails here until somebody says how it is protected. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';
process.env.ROOST_LOG_LEVEL = 'silent';

// Nobody is signed in.
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined, getAll: () => [], has: () => false }),
  headers: async () => new Headers(),
}));

type Protection =
  | 'open' // says nothing about anyone, changes nothing
  | 'metrics' // bearer token, or this machine
  | 'next-auth' // own door: origin, header, csrf token
  | 'subscription'; // an address that only the node knows which was given it; nothing to anybody else, cookies or not

const ROUTES: Record<
  string,
  {
    methods: string[];
    protection: Protection | 'session';
    load: () => Promise<object>;
    /** What its body is, where it is no JSON. */
    type?: string;
    query?: string;
  }
> = {
  'api/applications/tarball': {
    ...{ methods: ['POST'], protection: 'session', type: 'application/octet-stream', query: '?file=a.tgz' },
    load: () => import('./api/applications/tarball/route'),
  },
  'api/audit': { methods: ['GET'], protection: 'session', load: () => import('./api/audit/route') },
  'api/auth/[...nextauth]': {
    methods: ['GET', 'POST'],
    protection: 'next-auth',
    load: () => import('./api/auth/[...nextauth]/route'),
  },
  'api/declarative': {
    ...{ methods: ['GET'], protection: 'session', query: '?host=worker-1' },
    load: () => import('./api/declarative/route'),
  },
  'api/device-images/bitstream': {
    ...{ methods: ['POST'], protection: 'session', type: 'application/octet-stream' },
    query: '?file=a.bin&type=functional&vendorId=8086&deviceId=0b30&bitstreamId=0x1',
    load: () => import('./api/device-images/bitstream/route'),
  },
  'api/events/csv': {
    methods: ['GET'],
    protection: 'session',
    load: () => import('./api/events/csv/route'),
  },
  'api/health': { methods: ['GET'], protection: 'open', load: () => import('./api/health/route') },
  'api/hosts/bulk-export': {
    methods: ['GET'],
    protection: 'session',
    load: () => import('./api/hosts/bulk-export/route'),
  },
  'api/live': { methods: ['GET'], protection: 'open', load: () => import('./api/live/route') },
  'api/metrics': { methods: ['GET'], protection: 'metrics', load: () => import('./api/metrics/route') },
  'api/ptp-events/[subscription]': {
    methods: ['GET', 'POST'],
    protection: 'subscription',
    load: () => import('./api/ptp-events/[subscription]/route'),
  },
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const MUTATING = ['POST', 'PUT', 'PATCH', 'DELETE'];
const app = fileURLToPath(new URL('.', import.meta.url));
const found = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map((file) => file.replace(/\/route\.tsx?$/, '').replace(/\([^)]+\)\//g, ''))
  .sort();

async function ask(route: string, method: string, headers: Record<string, string>): Promise<Response> {
  const handler: unknown = Reflect.get((await ROUTES[route]?.load()) ?? {}, method);
  if (typeof handler !== 'function') throw new Error(`${route} has no ${method}`);
  const url = `http://127.0.0.1:3000/${route.replace('[...nextauth]', 'signout').replace('[subscription]', 'guessed')}${ROUTES[route]?.query ?? ''}`;
  const request = new NextRequest(url, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
  const params = Promise.resolve({ nextauth: ['signout'], subscription: 'guessed' });
  const answer: unknown = await Reflect.apply(handler, undefined, [request, { params }]);
  if (!(answer instanceof Response)) throw new Error('no answer');
  return answer;
}

const OWN = {
  host: '127.0.0.1:3000',
  origin: 'http://127.0.0.1:3000',
  'content-type': 'application/json',
  'x-roost-request': '1',
};

const ownOf = (route: string): Record<string, string> => ({
  ...OWN,
  'content-type': ROUTES[route]?.type ?? OWN['content-type'],
});

describe('route handlers', () => {
  it('are all listed here with their protection', () => {
    expect(found).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES))('%s exports what is listed', async (_, { methods, load }) => {
    const exported = Object.keys(await load()).filter((name) => METHODS.includes(name));
    expect(exported.sort()).toEqual([...methods].sort());
  });

  const mutating = Object.entries(ROUTES).flatMap(([route, { methods, protection }]) =>
    // No browser is meant to ask there, and no cookie opens it: see below.
    (protection === 'subscription' ? [] : methods)
      .filter((method) => MUTATING.includes(method))
      .map((method) => [method, route] as const),
  );

  it.each(mutating)('%s %s is refused to another site', async (method, route) => {
    const own = ownOf(route);
    const without = (name: keyof typeof OWN) =>
      Object.fromEntries(Object.entries(own).filter(([key]) => key !== name));
    const foreign = [
      {},
      without('origin'),
      without('x-roost-request'),
      without('content-type'),
      { ...own, origin: 'https://evil.example' },
      { ...own, origin: 'null' },
      { ...own, 'content-type': 'text/plain' },
      { ...own, 'content-type': 'application/x-www-form-urlencoded' },
    ];
    for (const headers of foreign) expect((await ask(route, method, headers)).status).toBe(403);
  });

  const guarded = Object.entries(ROUTES).filter(([, { protection }]) => protection === 'session');
  it.each(guarded)('%s answers 401 to somebody who is not signed in', async (route, { methods }) => {
    for (const method of methods) expect((await ask(route, method, ownOf(route))).status).toBe(401);
  });

  const subscribed = Object.entries(ROUTES).filter(([, { protection }]) => protection === 'subscription');
  it.each(subscribed)('%s is not there for who was not given its address', async (route, { methods }) => {
    for (const method of methods) {
      for (const headers of [OWN, {}, { ...OWN, cookie: 'roost.session=x' }])
        expect((await ask(route, method, headers)).status).toBe(404);
    }
  });

  it('keeps metrics to this machine, asked directly', async () => {
    const status = async (headers: Record<string, string>) =>
      (await ask('api/metrics', 'GET', headers)).status;
    expect(await status({ 'x-roost-client': '127.0.0.1', 'x-roost-direct': '1' })).toBe(200);
    expect(await status({ 'x-roost-client': '10.0.0.7', 'x-roost-direct': '1' })).toBe(401);
    expect(await status({ 'x-roost-client': '127.0.0.1', 'x-roost-direct': '0' })).toBe(401);
    expect(await status({})).toBe(401);
  });

  it('opens no other door of next-auth', async () => {
    const { answerAuth } = await import('@/lib/server/auth-route');
    for (const path of [
      'signin',
      'signin/credentials',
      'providers',
      'error',
      '_log',
      'signout',
      'callback/credentials',
    ]) {
      const request = new NextRequest(`http://127.0.0.1:3000/api/auth/${path}`);
      expect((await answerAuth(request, path.split('/'))).status).toBe(404);
    }
  });
});
