import { beforeEach, describe, expect, it, vi } from 'vitest';

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => request.headers }));

const HTTPS = 'https://roost.example';

async function load(url: string) {
  vi.resetModules();
  vi.stubEnv('KEYSTONE_URL', 'http://127.0.0.1:9/v3');
  vi.stubEnv('ROOST_SECRET', 'a-secret-of-at-least-32-characters');
  vi.stubEnv('ROOST_URL', url);
  return import('./same-origin');
}

describe('a server action', () => {
  beforeEach(() => vi.unstubAllEnvs());

  it.each([
    [HTTPS, { 'next-action': 'x', origin: HTTPS, host: 'roost.example' }, true],
    [HTTPS, { 'next-action': 'x', origin: 'http://roost.example', host: 'roost.example' }, false],
    [HTTPS, { 'next-action': 'x', origin: 'https://evil.example', host: 'evil.example' }, false],
    [HTTPS, { 'next-action': 'x', origin: 'null', host: 'roost.example' }, false],
    [HTTPS, { 'next-action': 'x', host: 'roost.example' }, true],
    [HTTPS, { origin: 'https://evil.example', host: 'roost.example' }, true],
    ['http://127.0.0.1:3000', { 'next-action': 'x', origin: 'http://lab:3000', host: 'lab:3000' }, true],
    ['http://127.0.0.1:3000', { 'next-action': 'x', origin: 'https://lab:3000', host: 'lab:3000' }, false],
  ])('of a console at %s called with %j: taken is %s', async (url, headers, taken) => {
    const { refuseForeignAction } = await load(url);
    request.headers = new Headers(headers);
    const called = refuseForeignAction().then(
      () => true,
      () => false,
    );
    expect(await called).toBe(taken);
  });
});

describe('a route handler that changes something', () => {
  const own = { origin: HTTPS, 'x-roost-request': '1', 'content-type': 'application/json' };
  it.each([
    [own, null],
    [{ ...own, origin: 'http://roost.example' }, /another site/],
    [{ ...own, 'x-roost-request': '0' }, /x-roost-request/],
    [{ ...own, 'content-type': 'text/plain' }, /application\/json/],
    [{ 'x-roost-request': '1', 'content-type': 'application/json' }, /Origin/],
  ])('called with %j: %s', async (headers, why) => {
    const { foreignBecause } = await load(HTTPS);
    const because = foreignBecause(new Headers(headers));
    if (why === null) expect(because).toBeNull();
    else expect(because).toMatch(why);
  });
});

describe('a download', () => {
  it.each([
    ['same-origin', 200],
    ['none', 200],
    [null, 200],
    ['cross-site', 403],
    ['same-site', 403],
  ])('asked for from %s is answered %i', async (site, status) => {
    const { refuseCrossSite } = await load(HTTPS);
    const headers = new Headers(site === null ? {} : { 'sec-fetch-site': site });
    expect(refuseCrossSite(headers)?.status ?? 200).toBe(status);
  });
});
