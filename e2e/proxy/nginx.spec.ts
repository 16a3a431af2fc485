/** Behind a proxy that speaks TLS: Debian's nginx with deploy/nginx.conf. */
import { expect, test } from '../support/fixtures';
import { expectHost, hostGrid, rowAction } from '../support/hosts';
import { isWithout } from '../support/needs-env';
import { postAuth } from '../support/quick-sign-in';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';
import { sessionCookie } from '../support/session-secrets';
import { expectSignedIn, signInByForm } from '../support/sign-in-form';

test.skip(isWithout('nginx'), 'nginx is not installed');

test('signs in over https with a cookie that only https sees, and stays at the right address', async ({
  page,
  context,
  cloud,
}) => {
  const { console } = cloud.site;
  const login = await cloud.account('operator');
  await page.goto('/hosts?q=worker');
  expect(page.url()).toBe(`${console}/login?callbackUrl=%2Fhosts%3Fq%3Dworker`);
  await signInByForm(page, login);
  await expect(page).toHaveURL(`${console}/hosts?q=worker`);
  await expectSignedIn(page, login);
  const cookie = await sessionCookie(context);
  expect(cookie).toMatchObject({
    name: '__Host-roost.session',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    domain: '127.0.0.1',
  });
});

test('redirects name the public address, whatever Host was sent', async ({ request, cloud }) => {
  const { console } = cloud.site;
  for (const host of [undefined, 'evil.example']) {
    const answer = await request.get('/hosts', { maxRedirects: 0, headers: host ? { host } : {} });
    expect(answer.status()).toBe(307);
    const to = new URL(answer.headers().location ?? '', console);
    if (!host) expect(to.origin).toBe(console);
    // The console's own port and scheme are nobody's business.
    expect(to.port).not.toBe('3402');
    expect(to.pathname).toBe('/login');
  }
  const headers = (await request.get('/login')).headers();
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect((await request.get('/api/metrics')).status()).toBe(401);
});

test('a server action works through the proxy, from its own origin only', async ({ page, cloud }) => {
  await cloud.control.speed(600);
  await cloud.signIn(page, 'operator');
  await expect(hostGrid(page)).toBeVisible();
  await rowAction(page, 'worker-0', 'Lock…');
  const sent = nextAction(page, '"action":"lock"');
  await page.getByRole('dialog').getByRole('button', { name: 'Lock worker-0' }).click();
  const call = await sent;
  await expectHost(page, 'worker-0', { Admin: 'Locked', Availability: 'Online' });
  const patches = await cloud.control.count('sysinv', 'PATCH');
  for (const origin of ['http://127.0.0.1:3443', 'https://evil.example']) {
    const foreign = await repeatAction(page.request, asNewPress(call), { origin });
    expect(foreign.status(), origin).toBeGreaterThanOrEqual(400);
  }
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(patches);
});

test('the address of the client comes from the proxy, not from what the client claims', async ({
  request,
  cloud,
}) => {
  // Each made-up address would be a new start for somebody who guesses passwords.
  const login = cloud.login('reader');
  const statuses: number[] = [];
  for (const claimed of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
    const answer = await request.post('/api/auth/callback/credentials', {
      headers: { origin: cloud.site.console, 'x-roost-request': '1', 'x-forwarded-for': claimed },
      data: {
        username: login.userName,
        password: 'Wrong-one-1!',
        domain: 'Default',
        csrfToken,
        json: 'true',
      },
    });
    statuses.push(answer.status());
  }
  expect(statuses).toEqual([401, 401, 429]);
  const right = await postAuth(request, cloud.site.console, 'callback/credentials', {
    username: login.userName,
    password: login.password,
    domain: 'Default',
  });
  expect(right.status()).toBe(429);
});
