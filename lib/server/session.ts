/** The session of the request under way. Every server function gets it through guard.ts. */
import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { safePath } from '@/lib/url/safe-path';
import { PATH_HEADER } from './path-header';
import {
  type Claims,
  endedBecause,
  idleLimitOf,
  mayIdleAsWall,
  sessionFrom,
  sessionView,
} from './session-claims';
import { openCookie, servedByHttps, sessionCookieName, sessionLimits } from './session-cookie';
import { dropSession as drop, isDropped, sessionSeen } from './session-registry';
import type { Session } from './session-types';

/** The live claims of this request: signed in, not idle, not ended early; a project may still be missing. */
export const currentClaims = cache(async (): Promise<Claims | null> => {
  const jar = await cookies();
  const claims = await openCookie(jar.get(sessionCookieName(servedByHttps()))?.value);
  if (!claims || isDropped(claims.sid)) return null;
  return endedBecause(claims, Date.now(), sessionLimits()) === null ? claims : null;
});

/** The signed-in, project-scoped person of this request, or null. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const claims = await currentClaims();
  if (!claims || claims.projectId === '') return null;
  sessionSeen(claims.sid);
  return sessionFrom(claims, sessionLimits());
});

/**
 * For pages and layouts: the session, or a redirect to the log-in page (or to the choice of a project) that
 * leads back here afterwards.
 */
export async function pageSession(): Promise<Session> {
  const session = await currentSession();
  if (session) return session;
  const back = safePath((await headers()).get(PATH_HEADER));
  const query = back === '/' ? '' : `?callbackUrl=${encodeURIComponent(back)}`;
  redirect((await currentClaims()) ? `/login/project${query}` : `/login${query}`);
}

/** Ends a session at once: after sign-out, or when the platform refuses its token. */
export function dropSession(sid: string): void {
  drop(sid);
}

/** What SessionKeeper in the console's layout needs: the browser's part of the session, and the idle limit. */
export async function sessionForKeeper() {
  const claims = await currentClaims();
  if (!claims) return null;
  const limits = sessionLimits();
  return { view: sessionView(claims, limits), idleMinutes: idleLimitOf(claims, limits) / 60_000 };
}

/** The same for a wallboard, and what its idle limit is or why it has none of its own. */
export async function sessionForWall() {
  const kept = await sessionForKeeper();
  const claims = await currentClaims();
  if (!kept || !claims) return null;
  const limits = sessionLimits();
  const longIdle: WallIdle = !limits.wallIdleMs
    ? 'off'
    : mayIdleAsWall(claims, limits)
      ? 'long'
      : 'can-write';
  return { ...kept, longIdle };
}

/** `off`: not configured; `can-write`: configured, but not for a session that can do more than look. */
export type WallIdle = 'off' | 'long' | 'can-write';
