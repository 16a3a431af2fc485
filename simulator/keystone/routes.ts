/** Keystone's routes besides log-in: what a token says, what its user may see, passwords. */
import { type Call, type Reply, Router } from '../kernel/http';
import { parseJson, textAt } from '../kernel/json';
import { header } from '../kernel/service';
import { adminRoutes } from './admin-routes';
import { authenticate, type Keystone } from './authenticate';
import { weakness } from './password';
import { isAdmin, type TokenRoute } from './rights';
import type { Token } from './tokens';
import { error, forbidden, listBody, projectBody, tokenBody, unauthenticated, userBody } from './wire';

/** Asks nothing of the caller. */
export type OpenRoute = (call: Call) => Reply;

export function openRoutes(keystone: Keystone): Router<OpenRoute> {
  const routes = new Router<OpenRoute>();
  routes.on('GET', '/', (call) => ({ status: 300, body: { versions: { values: [version(call)] } } }));
  routes.on('GET', '/v3', (call) => ({ status: 200, body: { version: version(call) } }));
  routes.on('POST', '/v3/auth/tokens', (call) => authenticate(keystone, call));
  routes.on('POST', '/v3/users/:id/password', (call) => changePassword(keystone, call));
  return routes;
}

export function tokenRoutes(keystone: Keystone): Router<TokenRoute> {
  const routes = adminRoutes(keystone);
  routes.on('GET', '/v3/auth/tokens', (call, token) => validate(keystone, call, token));
  routes.on('HEAD', '/v3/auth/tokens', (call, token) => {
    const { status, headers } = validate(keystone, call, token);
    return { status, headers: { ...headers, 'Content-Type': 'application/json' } };
  });
  routes.on('DELETE', '/v3/auth/tokens', (call, token) => {
    const subject = keystone.tokens.valid(header(call, 'x-subject-token') ?? '');
    if (!subject) return error(404, 'Could not recognize Fernet token');
    if (!mayRead(token, subject)) return forbidden('identity:revoke_token');
    subject.revoked = true;
    return { status: 204 };
  });
  routes.on('GET', '/v3/auth/catalog', (call, token) =>
    token.project
      ? {
          status: 200,
          body: { catalog: keystone.catalog, links: { self: call.origin + call.path } },
        }
      : error(403, 'A service catalog needs a token with a project.'),
  );
  routes.on('GET', '/v3/auth/projects', (call, token) => {
    const projects = token.world.identity.projectsOf(token.user.id);
    const items = projects.map((project) => projectBody(project, call.origin));
    return { status: 200, body: listBody('projects', items, call) };
  });
  routes.on('GET', '/v3/users/:id', (call, token) => {
    const user = token.world.identity.users.find(({ id }) => id === call.params.id);
    if (token.user.id !== call.params.id && !isAdmin(token)) return forbidden('identity:get_user');
    if (!user) return error(404, `Could not find user: ${call.params.id}.`);
    return { status: 200, body: { user: userBody(user, call.origin) } };
  });
  routes.on('GET', '/v3/users/:id/projects', (call, token) => {
    if (token.user.id !== call.params.id && !isAdmin(token)) return forbidden('identity:list_user_projects');
    const projects = token.world.identity.projectsOf(call.params.id ?? '');
    const items = projects.map((project) => projectBody(project, call.origin));
    return { status: 200, body: listBody('projects', items, call) };
  });
  return routes;
}

/** Anybody may look at a token of their own; an administrator at any. */
function mayRead(token: Token, subject: Token): boolean {
  return subject.user === token.user || isAdmin(token);
}

function validate(keystone: Keystone, call: Call, token: Token): Reply {
  const id = header(call, 'x-subject-token') ?? '';
  const subject = keystone.tokens.valid(id);
  if (!subject) {
    const known = keystone.tokens.find(id) !== undefined;
    return error(404, known ? 'Failed to validate token' : 'Could not recognize Fernet token');
  }
  if (!mayRead(token, subject)) return forbidden('identity:validate_token');
  const catalog = call.query.has('nocatalog') ? undefined : keystone.catalog;
  return {
    status: 200,
    headers: { 'X-Subject-Token': subject.id },
    body: { token: tokenBody(subject, catalog) },
  };
}

/**
 * Needs no token: the original password is the proof, so an expired one can be changed too. A wrong original
 * counts as a failed log-in. All tokens of the user end (Keystone identity/core.py change_password).
 */
function changePassword(keystone: Keystone, call: Call): Reply {
  const given = parseJson(call.body);
  const original = textAt(given, 'user', 'original_password');
  const password = textAt(given, 'user', 'password');
  if (original === undefined || password === undefined) {
    return error(400, 'Expecting to find original_password and password in user.');
  }
  const found = keystone.registry.userById(call.params.id ?? '');
  if (!found) return unauthenticated(call);
  const { world, user } = found;
  const verdict = world.identity.check(user, original);
  if (verdict !== 'ok' && verdict !== 'expired') return unauthenticated(call);
  const weak = weakness(password);
  if (weak) return error(400, weak);
  if (user.passwords.includes(password)) {
    return error(400, 'The new password cannot be identical to a previous password.');
  }
  world.identity.setPassword(user, password);
  keystone.tokens.revokeUser(user, world.clock.now());
  return { status: 204 };
}

function version(call: Call): Record<string, unknown> {
  return {
    id: 'v3.14',
    status: 'stable',
    updated: '2020-04-07T00:00:00Z',
    links: [{ rel: 'self', href: `${call.origin}/v3/` }],
    'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' }],
  };
}
