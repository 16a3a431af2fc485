/**
 * What the encrypted session cookie holds, and when it stops to count. Pure: the clock and the limits come in,
 * so that expiry by token and by idleness can be tested without waiting.
 */
import 'server-only';
import { z } from 'zod';
import { readsOnly } from '@/lib/domain/rights';
import type { SessionView } from '@/lib/domain/session-view';
import type { Grant } from '@/lib/stx/keystone';
import type { Session } from './session-types';

const schema = z.object({
  sid: z.string().min(1),
  token: z.string().min(1),
  expiresAt: z.number(),
  /** Epoch milliseconds at which Keystone gave us the token. */
  issuedAt: z.number(),
  userId: z.string(),
  userName: z.string(),
  domain: z.string(),
  /** Empty until a project was chosen: such a session may only choose one, or sign out. */
  projectId: z.string(),
  projectName: z.string(),
  roles: z.array(z.string()),
  /** Epoch milliseconds of the last human input; polling never moves it. */
  activeAt: z.number(),
  passwordExpiresAt: z.number().nullable(),
  /** This session has opened the wallboard: see docs/decisions/0020-wallboard-session.md. */
  wall: z.literal(true).optional(),
});

export type Claims = z.infer<typeof schema>;

/** Milliseconds: how long without input, the same for a wallboard's session, and how long before the token's own end. */
export type SessionLimits = { idleMs: number; wallIdleMs?: number; marginMs: number };

/** Bytes of role names kept. StarlingX knows five short ones; the rest is for display and must not burst the cookie. */
const ROLE_BYTES = 600;
const KNOWN_ROLES = ['admin', 'configurator', 'operator', 'member', 'reader'];

/** Reads a decrypted cookie. Undefined when it is not ours or from an older shape. */
export function readClaims(payload: unknown): Claims | undefined {
  const parsed = schema.safeParse(payload);
  return parsed.success ? parsed.data : undefined;
}

/** Claims for a fresh grant of Keystone, under a new session id. */
export function claimsFrom(grant: Grant, sid: string, now: number): Claims {
  return {
    sid,
    token: grant.token,
    expiresAt: grant.expiresAt,
    issuedAt: now,
    userId: grant.userId,
    userName: grant.userName,
    domain: grant.domainName,
    projectId: grant.project?.id ?? '',
    projectName: grant.project?.name ?? '',
    roles: boundedRoles(grant.roles),
    activeAt: now,
    passwordExpiresAt: grant.passwordExpiresAt,
  };
}

function boundedRoles(roles: readonly string[]): string[] {
  const known = roles.filter((role) => KNOWN_ROLES.includes(role));
  const others = roles.filter((role) => !KNOWN_ROLES.includes(role));
  let left = ROLE_BYTES;
  return [...known, ...others].filter((role) => {
    left -= Buffer.byteLength(role) + 3;
    return left >= 0;
  });
}

/** May this session have the wallboard's idle limit? Only if there is one, and only if it can do nothing but look. */
export const mayIdleAsWall = (claims: Pick<Claims, 'roles'>, { wallIdleMs = 0 }: SessionLimits): boolean =>
  wallIdleMs > 0 && readsOnly(claims);

/** Milliseconds without input that end this session. Roles and configuration are looked at each time, not trusted from before. */
export const idleLimitOf = (claims: Pick<Claims, 'roles' | 'wall'>, limits: SessionLimits): number =>
  claims.wall && mayIdleAsWall(claims, limits)
    ? Math.max(limits.idleMs, limits.wallIdleMs ?? 0)
    : limits.idleMs;

/** Why a session no longer counts, or null while it does. */
export function endedBecause(claims: Claims, now: number, limits: SessionLimits): 'token' | 'idle' | null {
  if (now >= claims.expiresAt - limits.marginMs) return 'token';
  if (now >= claims.activeAt + idleLimitOf(claims, limits)) return 'idle';
  return null;
}

/** The session that server functions work with. Only for claims with a project. */
export function sessionFrom(claims: Claims, limits: SessionLimits): Session {
  return {
    id: claims.sid,
    token: claims.token,
    userId: claims.userId,
    projectId: claims.projectId,
    viewer: {
      userName: claims.userName,
      domainName: claims.domain,
      projectName: claims.projectName,
      roles: claims.roles,
    },
    issuedAt: claims.issuedAt,
    endsAt: claims.expiresAt - limits.marginMs,
  };
}

/** What a browser may know of the session. No token, no id. */
export function sessionView(claims: Claims, limits: SessionLimits): SessionView {
  return {
    userName: claims.userName,
    domain: claims.domain,
    project: claims.projectName,
    roles: claims.roles,
    endsAt: claims.expiresAt - limits.marginMs,
    idleEndsAt: claims.activeAt + idleLimitOf(claims, limits),
    passwordExpiresAt: claims.passwordExpiresAt,
  };
}
