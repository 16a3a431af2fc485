/** What every answer carries, and what no request can do: headers, origins, cookies, metrics, the simulator. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainSecurityHeaders, scriptSecurityHeaders } from '../../lib/server/csp';
import { expect, test } from '../support/fixtures';
import { hostGrid, rowAction } from '../support/hosts';
import { postAuth, signInQuickly } from '../support/quick-sign-in';
import { PAGES } from '../support/routes';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';
import { TOKEN } from '../support/watch';

const POLICY = new RegExp(
  `^${[
    "default-src 'self'",
    "script-src 'self' 'nonce-([A-Za-z0-9+/]{24})' 'strict-dynamic'",
    "style-src-elem 'self' 'nonce-\\1'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')}$`,
);

test('every page carries the whole policy, with a nonce of its own on every script and style', async ({
  context,
  cloud,
}) => {
  await signInQuickly(context, cloud.site.console, await cloud.account('admin'));
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    const headers = answer.headers();
    const nonce = POLICY.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(nonce, `policy of ${path}: ${headers['content-security-policy']}`).toBeDefined();
    expect(nonces.has(nonce ?? ''), `${path} repeats a nonce`).toBe(false);
    nonces.add(nonce ?? '');
    expect(headers, path).toMatchObject(plainSecurityHeaders(false));
    expect(headers['strict-transport-security'], `${path} is plain http`).toBeUndefined();
    expect(headers['cache-control'], path).toContain('no-store');
    expect(headers['x-powered-by'], path).toBeUndefined();
    for (const [tag] of (await answer.text()).matchAll(/<(?:script|style)\b[^>]*>/g)) {
      expect(tag, `${path} has a script or style without the nonce`).toContain(`nonce="${nonce}"`);
    }
  }
});

test('a call of a script is answered without what belongs to documents; nothing else can ask for such an answer', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader');
  const call = await nextAction(page, '"view":"hosts"');
  const answer = await repeatAction(page.request, call);
  expect(answer.status()).toBe(200);
  const headers = answer.headers();
  expect(headers).toMatchObject(scriptSecurityHeaders(false));
  expect(headers['content-type']).toContain('text/x-component');
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['content-security-policy']).toBeUndefined();
  // What a form sends, and a navigation that pretends: both may become documents, and carry everything.
  const asForm = await page.request.post(call.url, {
    headers: { origin: cloud.site.console },
    form: { a: '1' },
  });
  const asPage = await page.request.get(call.url, { headers: call.headers, maxRedirects: 0 });
  for (const document of [asForm, asPage]) {
    expect(document.headers()).toMatchObject(plainSecurityHeaders(false));
    expect(document.headers()['content-security-policy']).toMatch(POLICY);
  }
  // A page of another origin is not even allowed to send it: its browser asks first, and is given no leave.
  const asked = await page.request.fetch(call.url, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://127.0.0.2:3999',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'next-action',
    },
    maxRedirects: 0,
  });
  for (const name of ['access-control-allow-origin', 'access-control-allow-headers'])
    expect(asked.headers()[name], name).toBeUndefined();
});

test('answers of the API are not kept by anybody, and carry the same headers', async ({ request }) => {
  for (const path of ['/api/live', '/api/health', '/api/auth/session', '/api/auth/csrf', '/api/metrics']) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject(plainSecurityHeaders(false));
    expect(headers['cache-control'], path).toContain('no-store');
  }
  expect(await (await request.get('/api/live')).json()).toEqual({ status: 'live' });
  expect((await request.get('/api/health')).status()).toBe(200);
  expect((await request.get('/api/auth/providers')).status()).toBe(404);
});

test('nothing can be changed from another site', async ({ page, cloud, anotherPerson }) => {
  const { console } = cloud.site;
  await cloud.signIn(page, 'operator');
  await expect(hostGrid(page)).toBeVisible();
  await rowAction(page, 'worker-0', 'Lock…');
  const sent = nextAction(page, '"action":"lock"');
  await page.getByRole('dialog').getByRole('button', { name: 'Lock worker-0' }).click();
  const call = await sent;
  await expect(page.getByRole('dialog')).toBeHidden();
  const patches = await cloud.control.count('sysinv', 'PATCH');

  const elsewhere = 'http://127.0.0.2:3999';
  const foreign = await repeatAction(page.request, asNewPress(call), { origin: elsewhere });
  expect(foreign.status()).toBeGreaterThanOrEqual(400);
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(patches);

  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const own = { origin: console, 'x-roost-request': '1' };
  for (const [what, headers] of [
    ['a foreign origin', { ...own, origin: elsewhere }],
    ['no header of ours', { origin: console }],
    ['the origin null', { ...own, origin: 'null' }],
  ] as const) {
    const answer = await page.request.post('/api/auth/signout', {
      headers,
      data: { csrfToken, json: 'true' },
    });
    expect(answer.status(), what).toBe(403);
  }
  const asForm = await page.request.post('/api/auth/signout', { headers: own, form: { csrfToken } });
  expect(asForm.status()).toBe(403);
  // After all that the session still lives.
  expect(await (await page.request.get('/api/auth/session')).json()).toMatchObject({ project: 'admin' });

  const other = await anotherPerson();
  const noCsrf = await other.request.post(`${console}/api/auth/callback/credentials`, {
    headers: own,
    data: {
      ...cloud.login('admin'),
      username: cloud.login('admin').userName,
      domain: 'Default',
      json: 'true',
    },
  });
  expect(noCsrf.ok()).toBe(false);
});

test('metrics are for this machine, asked directly, and name nobody', async ({ request, cloud, context }) => {
  await signInQuickly(context, cloud.site.console, await cloud.account('reader'));
  const answer = await request.get('/api/metrics');
  expect(answer.status()).toBe(200);
  const text = await answer.text();
  for (const name of ['requests', 'platform', 'shared', 'sessions']) expect(text).toContain(name);
  expect(text).not.toContain(cloud.tag);
  expect(text).not.toMatch(TOKEN);
  const forwarded = await request.get('/api/metrics', { headers: { 'x-forwarded-for': '10.0.0.7' } });
  expect(forwarded.status()).toBe(401);
});

test('signing in sets no cookie that a script can read', async ({ request, cloud }) => {
  const login = await cloud.account('reader');
  const answer = await postAuth(request, cloud.site.console, 'callback/credentials', {
    username: login.userName,
    password: login.password,
    domain: 'Default',
  });
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
  expect(cookies.length).toBeGreaterThan(0);
  for (const { value } of cookies) {
    expect(value).toMatch(/; HttpOnly/i);
    expect(value).toMatch(/; SameSite=Lax/i);
    expect(value).toMatch(/; Path=\/(;|$)/i);
    expect(value).not.toMatch(/; Domain=/i);
  }
  expect(await answer.json()).not.toHaveProperty('token');
});

test('the production build holds nothing of the simulator', () => {
  const root = join(__dirname, '../..', process.env.ROOST_DIST_DIR || '.next');
  // Words that only the simulator and its control port have.
  const telling = ['Roost-admin-2026!', 'expire-tokens', 'lockout/reset', 'fm/raise', '/control/faults'];
  const control = join(__dirname, '../../simulator/control');
  const source = readdirSync(control)
    .map((file) => readFileSync(join(control, file), 'utf8'))
    .join('\n');
  for (const word of ['expire-tokens', 'lockout/reset', 'fm/raise', '/control/faults'])
    expect(source).toContain(word);
  let files = 0;
  for (const room of ['server', 'static']) {
    for (const file of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|json|html|rsc|css|map)$/.test(file)) continue;
      files += 1;
      const text = readFileSync(join(root, room, file), 'utf8');
      for (const word of telling) expect(text.includes(word), `${word} in ${room}/${file}`).toBe(false);
    }
  }
  expect(files).toBeGreaterThan(50);
});

test('the watch over tokens sees one wherever there is one', async ({ page, watch }) => {
  const made = `gAAAAAB${'x'.repeat(60)}`;
  await page.goto('/login');
  await page.evaluate(async (token) => {
    sessionStorage.setItem('kept', token);
    // The log-in page writes where it will lead to into its own HTML.
    await (await fetch(`/login?callbackUrl=%2Fhosts%3Fq%3D${token}`)).text();
  }, made);
  await page.goto(`/login?callbackUrl=%2Fhosts%3Fq%3D${made}`);
  await page.evaluate((token) => console.error(`as if by mistake: ${token}`), made);
  const found = (await watch.verdict()).join('\n');
  watch.expect(/a Keystone token in|as if by mistake/);
  expect(found).toContain('a Keystone token in session storage');
  expect(found).toContain('a Keystone token in the document');
  expect(found).toContain('a Keystone token in the address');
  expect(found).toMatch(/a Keystone token in the request to .*callbackUrl/);
  expect(found).toMatch(/a Keystone token in the body of \S+callbackUrl/);
  expect(watch.bodies).toBeGreaterThan(0);
});
