/** next-auth's configuration. The only file, with its route handler, that knows next-auth's callbacks. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { env } from '@/lib/env';
import { rescope, revoke } from '@/lib/stx/keystone';
import { audit } from './server/audit';
import { authCall } from './server/auth-call';
import { log } from './server/log';
import { type Claims, claimsFrom, endedBecause, mayIdleAsWall, readClaims } from './server/session-claims';
import { authCookies, COOKIE_MAX_AGE_S, servedByHttps, sessionLimits } from './server/session-cookie';
import { dropSession, isDropped } from './server/session-registry';
import { revokeLater, signInWithKeystone, unavailable } from './server/sign-in';

declare module 'next-auth' {
  interface User {
    claims?: Claims;
  }
}

const credentials = z.object({
  username: z.string().trim().max(255),
  password: z.string().max(1024),
  domain: z.string().trim().max(255).default('Default'),
  project: z.string().max(255).optional(),
});

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity') }),
  z.object({ kind: z.literal('wallboard') }),
  z.object({ kind: z.literal('project'), projectId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) }),
]);

/** The options, made per call: the configuration is checked at start, not when the module loads. */
export function authOptions(): NextAuthOptions {
  const https = servedByHttps();
  return {
    secret: env().ROOST_SECRET,
    session: { strategy: 'jwt', maxAge: COOKIE_MAX_AGE_S },
    useSecureCookies: https,
    cookies: authCookies(https),
    pages: { signIn: '/login', signOut: '/login', error: '/login' },
    providers: [
      Credentials({
        name: 'Keystone',
        credentials: { username: {}, password: {}, domain: {}, project: {} },
        authorize: (given) => authorize(given),
      }),
    ],
    callbacks: {
      async jwt({ token, user, trigger, session }) {
        const claims = user?.claims ?? readClaims(token);
        if (!claims) throw new Error('The session cookie has an unknown shape');
        const next = trigger === 'update' ? await changed(claims, session) : claims;
        authCall().after = next;
        return { ...next };
      },
      // next-auth would serve this; the route handler answers with sessionView instead. Nothing to leak either way.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const claims = readClaims(token);
        if (claims) await endSession(claims);
      },
    },
    logger: {
      error: (code) => log.warn({ code, requestId: authCall().requestId }, 'next-auth reported an error'),
      warn: () => {},
      debug: () => {},
    },
  };
}

const isAlive = (claims: Claims) => endedBecause(claims, Date.now(), sessionLimits()) === null;

async function authorize(given: unknown) {
  const call = authCall();
  const parsed = credentials.safeParse(given);
  const { username = '', password = '', domain = '', project } = parsed.data ?? {};
  const started = Date.now();
  const outcome = await signInWithKeystone(
    { userName: username, password, domainName: domain, project },
    call,
  );
  audit({
    who: username,
    domain,
    project: outcome.ok ? (outcome.grant.project?.name ?? '') : '',
    roles: outcome.ok ? outcome.grant.roles : [],
    from: call.from,
    action: 'session.sign-in',
    target: username,
    outcome: outcome.ok ? 'ok' : outcome.refusal.code,
    requestId: call.requestId,
    durationMs: Date.now() - started,
  });
  if (!outcome.ok) {
    call.refusal = outcome.refusal;
    return null;
  }
  const claims = claimsFrom(outcome.grant, randomUUID(), Date.now());
  // Signing in over a session, in place or again, replaces it.
  if (call.before && call.before.sid !== claims.sid) {
    dropSession(call.before.sid);
    revokeLater(call.before.token, call);
  }
  return { id: claims.userId, claims };
}

/** What POST /api/auth/session may change: human activity, and the project. */
async function changed(claims: Claims, asked: unknown): Promise<Claims> {
  const call = authCall();
  const wish = change.safeParse(asked);
  if (!wish.success) {
    call.refusal = { code: 'invalid', message: 'This change of the session is not known.' };
    return claims;
  }
  if (isDropped(claims.sid) || !isAlive(claims)) {
    call.refusal = { code: 'refused', message: 'Your session has ended.' };
    return claims;
  }
  if (wish.data.kind === 'activity') return { ...claims, activeAt: Math.max(claims.activeAt, Date.now()) };
  if (wish.data.kind === 'wallboard') {
    // The limit gets longer, the input stays where it was: a board that reloads by itself is nobody's input.
    if (mayIdleAsWall(claims, sessionLimits())) return { ...claims, wall: true };
    call.refusal = { code: 'refused', message: 'This session keeps the ordinary idle limit.' };
    return claims;
  }
  const scoped = await rescope(claims.token, wish.data.projectId, call.requestId);
  if (!scoped.ok) {
    if (scoped.error.kind === 'unauthenticated' || scoped.error.kind === 'forbidden') {
      call.refusal = { code: 'refused', message: 'Keystone does not let you into that project.' };
    } else call.refusal = unavailable(scoped.error);
    return claims;
  }
  dropSession(claims.sid);
  revokeLater(claims.token, call);
  const grant = { ...scoped.data, passwordExpiresAt: claims.passwordExpiresAt };
  return claimsFrom(grant, randomUUID(), Date.now());
}

async function endSession(claims: Claims): Promise<void> {
  const call = authCall();
  const started = Date.now();
  dropSession(claims.sid);
  const done = await revoke(claims.token, call.requestId);
  if (!done.ok)
    log.warn({ requestId: call.requestId, reason: done.error.message }, 'A token could not be revoked');
  audit({
    who: claims.userName,
    domain: claims.domain,
    project: claims.projectName,
    roles: claims.roles,
    from: call.from,
    action: 'session.sign-out',
    target: claims.userName,
    outcome: done.ok ? 'ok' : done.error.kind,
    requestId: call.requestId,
    durationMs: Date.now() - started,
  });
}
