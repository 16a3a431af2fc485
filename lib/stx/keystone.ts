/**
 * Keystone v3: who is this, what may they do, where are the services. Source: OpenStack Identity API v3 and the
 * recorded answers of Keystone 22 with StarlingX's password rules.
 */
import 'server-only';
import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { type Catalogue, catalogueSchema } from './catalogue';
import { readable } from './decode';
import { type Answer, type Outgoing, send } from './http';

const tokenBody = z.object({
  token: z.object({
    expires_at: z.string(),
    user: z.object({
      id: z.string(),
      name: z.string(),
      domain: z.object({ name: z.string() }),
      password_expires_at: z.string().nullish(),
    }),
    project: z.object({ id: z.string(), name: z.string() }).optional(),
    roles: z.array(z.object({ name: z.string() })).default([]),
  }),
});

/** A token with what Keystone says of it. Times are epoch milliseconds. */
export type Grant = {
  token: string;
  expiresAt: number;
  userId: string;
  userName: string;
  domainName: string;
  passwordExpiresAt: number | null;
  project: { id: string; name: string } | null;
  roles: string[];
};

export type Project = { id: string; name: string };

const url = (path: string) => `${env().KEYSTONE_URL.replace(/\/+$/, '')}${path}`;
const call = (outgoing: Omit<Outgoing, 'service'>) => send({ service: 'keystone', ...outgoing });

/** Logs in without a scope. Wrong details, a locked or disabled account and a typo all give the same 401. */
export async function logIn(
  who: { userName: string; domainName: string; password: string },
  requestId: string,
): Promise<Result<Grant>> {
  const user = { name: who.userName, domain: { name: who.domainName }, password: who.password };
  const identity = { methods: ['password'], password: { user } };
  const body = { auth: { identity, scope: 'unscoped' } };
  return grantFrom(
    await call({ method: 'POST', url: url('/auth/tokens?nocatalog'), body, requestId }),
    requestId,
  );
}

/** Exchanges a token for one scoped to a project. It keeps the original expiry. */
export async function rescope(token: string, projectId: string, requestId: string): Promise<Result<Grant>> {
  const body = {
    auth: { identity: { methods: ['token'], token: { id: token } }, scope: { project: { id: projectId } } },
  };
  return grantFrom(
    await call({ method: 'POST', url: url('/auth/tokens?nocatalog'), body, requestId }),
    requestId,
  );
}

/** Projects the token's user may be scoped to. */
export async function listProjects(token: string, requestId: string): Promise<Result<Project[]>> {
  const answer = await call({ url: url('/auth/projects'), headers: { 'x-auth-token': token }, requestId });
  if (!answer.ok) return answer;
  const schema = z.object({
    projects: z.array(z.object({ id: z.string(), name: z.string(), enabled: z.boolean().default(true) })),
  });
  const read = readable(schema, answer.data.body, 'keystone', requestId);
  if (!read.ok) return read;
  return ok(read.data.projects.filter((project) => project.enabled).map(({ id, name }) => ({ id, name })));
}

/** Does Keystone still accept this token? A Failure of kind `unauthenticated` means it does not. */
export async function validate(token: string, requestId: string): Promise<Result<null>> {
  const headers = { 'x-auth-token': token, 'x-subject-token': token };
  const answer = await call({ url: url('/auth/tokens?nocatalog'), headers, requestId });
  return answer.ok ? ok(null) : answer;
}

/** Revokes a token. A token that is already gone counts as revoked. */
export async function revoke(token: string, requestId: string): Promise<Result<null>> {
  const headers = { 'x-auth-token': token, 'x-subject-token': token };
  const answer = await call({ method: 'DELETE', url: url('/auth/tokens'), headers, requestId });
  if (answer.ok || answer.error.kind === 'unauthenticated' || answer.error.kind === 'not-found')
    return ok(null);
  return answer;
}

/** The services that a scoped token can reach. */
export async function fetchCatalogue(token: string, requestId: string): Promise<Result<Catalogue>> {
  const answer = await call({ url: url('/auth/catalog'), headers: { 'x-auth-token': token }, requestId });
  if (!answer.ok) return answer;
  const read = readable(z.object({ catalog: catalogueSchema }), answer.data.body, 'keystone', requestId);
  return read.ok ? ok(read.data.catalog) : read;
}

/**
 * Changes the user's own password. Works without a token, hence also for an expired one; Keystone revokes the
 * user's tokens with it. A weak or reused password is refused with Keystone's description of its rules.
 */
export async function changePassword(
  change: { userId: string; original: string; password: string },
  requestId: string,
): Promise<Result<null>> {
  const body = { user: { original_password: change.original, password: change.password } };
  const path = `/users/${encodeURIComponent(change.userId)}/password`;
  const answer = await call({ method: 'POST', url: url(path), body, requestId });
  return answer.ok ? ok(null) : answer;
}

/** Keystone's words for an expired password name the user's id, which changing it needs. */
export function expiredPasswordUserId(message: string): string | undefined {
  return /password is expired and needs to be changed for user: ([0-9a-f]+)/i.exec(message)?.[1];
}

function grantFrom(answer: Result<Answer>, requestId: string): Result<Grant> {
  if (!answer.ok) return answer;
  const token = answer.data.headers['x-subject-token'];
  const read = readable(tokenBody, answer.data.body, 'keystone', requestId);
  if (!read.ok) return read;
  if (typeof token !== 'string') {
    return fail({
      kind: 'unreadable',
      service: 'keystone',
      message: 'Keystone answered without a token.',
      requestId,
    });
  }
  const { user, project, roles, expires_at } = read.data.token;
  return ok({
    token,
    expiresAt: Date.parse(expires_at),
    userId: user.id,
    userName: user.name,
    domainName: user.domain.name,
    passwordExpiresAt: user.password_expires_at
      ? Date.parse(`${user.password_expires_at.replace(/Z$/, '')}Z`)
      : null,
    project: project ?? null,
    roles: roles.map((role) => role.name),
  });
}
