/** How Keystone writes things: errors, tokens, users, projects, stamps. */
import type { Call, Reply } from '../kernel/http';
import type { CatalogService } from './catalog';
import type { Project, User } from './state';
import type { Token } from './tokens';

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
};

export function error(status: number, message: string): Reply {
  return { status, body: { error: { code: status, message, title: TITLES[status] ?? 'Error' } } };
}

/** The one sentence for a wrong name, a wrong password, a locked or disabled account, and a bad token. */
export function unauthenticated(call: Call, message?: string): Reply {
  return {
    ...error(401, message ?? 'The request you have made requires authentication.'),
    headers: { 'WWW-Authenticate': `Keystone uri="${call.origin}/v3"` },
  };
}

export function forbidden(action: string): Reply {
  return error(403, `You are not authorized to perform the requested action: ${action}.`);
}

/** `expires_at` and `issued_at` end in Z; `password_expires_at` does not. */
export function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}.000000`;
}

const DOMAIN = { id: 'default', name: 'Default' };

export function tokenBody(token: Token, catalog: CatalogService[] | undefined): Record<string, unknown> {
  const { user, project, world } = token;
  const body: Record<string, unknown> = {
    methods: token.methods,
    user: {
      domain: DOMAIN,
      id: user.id,
      name: user.name,
      password_expires_at: user.passwordExpiresAt === null ? null : stamp(user.passwordExpiresAt),
    },
    audit_ids: token.auditIds,
    expires_at: `${stamp(token.expiresAt)}Z`,
    issued_at: `${stamp(token.issuedAt)}Z`,
  };
  if (!project) return body;
  const roles = world.identity.rolesOn(user.id, project.id);
  body.project = { domain: DOMAIN, id: project.id, name: project.name };
  body.is_domain = false;
  body.roles = world.identity.roles.filter(({ name }) => roles.includes(name));
  if (catalog) body.catalog = catalog;
  return body;
}

export function projectBody(project: Project, origin: string): Record<string, unknown> {
  return {
    id: project.id,
    name: project.name,
    domain_id: 'default',
    description: project.description,
    enabled: true,
    parent_id: 'default',
    is_domain: false,
    tags: [],
    options: {},
    links: { self: `${origin}/v3/projects/${project.id}` },
  };
}

export function userBody(user: User, origin: string): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    domain_id: 'default',
    enabled: user.enabled,
    ...(user.defaultProjectId ? { default_project_id: user.defaultProjectId } : {}),
    password_expires_at: user.passwordExpiresAt === null ? null : stamp(user.passwordExpiresAt),
    options: {},
    links: { self: `${origin}/v3/users/${user.id}` },
  };
}

/** A collection with Keystone's links, which are never followed in practice. */
export function listBody(name: string, items: unknown[], call: Call): Record<string, unknown> {
  return { [name]: items, links: { next: null, self: `${call.origin}${call.path}`, previous: null } };
}
