/**
 * What only the server may know of a session, read with the key that the tests gave the console: the Keystone token
 * in its cookie. For proving that sign-out revokes it.
 */
import type { BrowserContext } from '@playwright/test';
import { decode } from 'next-auth/jwt';
import { SECRET } from './console-env';
import { call } from './keystone-api';

export async function tokenOfSession(context: BrowserContext): Promise<string> {
  const cookie = await sessionCookie(context);
  const claims = await decode({ token: cookie.value, secret: SECRET });
  const token: unknown = claims?.token;
  if (typeof token !== 'string') throw new Error('the session cookie holds no token');
  return token;
}

export async function sessionCookie(context: BrowserContext) {
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('roost.session'));
  if (!cookie) throw new Error('there is no session cookie');
  return cookie;
}

/** Does Keystone still take this token? */
export async function isGood(keystone: string, token: string): Promise<boolean> {
  const answer = await call(keystone, 'GET', '/auth/tokens?nocatalog', { token, subject: token });
  return answer.status === 200;
}
