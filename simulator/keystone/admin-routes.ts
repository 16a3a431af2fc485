/** What only an administrator may ask of Keystone: lists, users, projects, role grants. */
import { type Call, type Reply, Router } from '../kernel/http';
import { parseJson, textAt, valueAt } from '../kernel/json';
import type { Keystone } from './authenticate';
import { REGION } from './catalog';
import { weakness } from './password';
import { isAdmin, type TokenRoute } from './rights';
import type { IdentityState } from './state';
import type { Token } from './tokens';
import { error, forbidden, listBody, projectBody, userBody } from './wire';

export function adminRoutes(keystone: Keystone): Router<TokenRoute> {
  const routes = new Router<TokenRoute>();
  /** A route that is 403 with the name of its policy for anybody but an administrator. */
  const on = (method: string, path: string, policy: string, answer: TokenRoute) =>
    routes.on(method, path, (call, token) =>
      isAdmin(token) ? answer(call, token) : forbidden(`identity:${policy}`),
    );
  on('GET', '/v3/projects', 'list_projects', (call, token) =>
    list('projects', call, token, ({ projects }) => projects.map((one) => projectBody(one, call.origin))),
  );
  on('GET', '/v3/users', 'list_users', (call, token) =>
    list('users', call, token, ({ users }) => users.map((one) => userBody(one, call.origin))),
  );
  on('GET', '/v3/roles', 'list_roles', (call, token) =>
    list('roles', call, token, ({ roles }) => roles.map((one) => roleBody(one, call.origin))),
  );
  on('GET', '/v3/groups', 'list_groups', (call, token) => list('groups', call, token, () => []));
  on('GET', '/v3/domains', 'list_domains', (call, token) =>
    list('domains', call, token, () => [domain(call)]),
  );
  on('GET', '/v3/regions', 'list_regions', (call, token) =>
    list('regions', call, token, () => [region(call)]),
  );
  on('GET', '/v3/services', 'list_services', (call, token) =>
    list('services', call, token, () => services(keystone, call)),
  );
  on('GET', '/v3/endpoints', 'list_endpoints', (call, token) =>
    list('endpoints', call, token, () => endpoints(keystone, call)),
  );
  on('POST', '/v3/users', 'create_user', createUser);
  on('PATCH', '/v3/users/:id', 'update_user', (call, token) => updateUser(keystone, call, token));
  on('DELETE', '/v3/users/:id', 'delete_user', (call, token) => {
    const { users } = token.world.identity;
    const index = users.findIndex(({ id }) => id === call.params.id);
    const user = users[index];
    if (!user) return error(404, `Could not find user: ${call.params.id}.`);
    users.splice(index, 1);
    keystone.tokens.revokeUser(user, token.world.clock.now());
    return { status: 204 };
  });
  on('POST', '/v3/projects', 'create_project', (call, token) => {
    const name = textAt(parseJson(call.body), 'project', 'name');
    if (!name) return error(400, 'Expecting to find name in project.');
    const description = textAt(parseJson(call.body), 'project', 'description') ?? '';
    const project = token.world.identity.addProject(name, description);
    return { status: 201, body: { project: projectBody(project, call.origin) } };
  });
  on('PUT', '/v3/projects/:project/users/:user/roles/:role', 'create_grant', (call, token) => {
    const { identity } = token.world;
    const role = identity.roles.find(({ id }) => id === call.params.role);
    if (!role) return error(404, `Could not find role: ${call.params.role}.`);
    identity.grant(call.params.user ?? '', call.params.project ?? '', role.name);
    return { status: 204 };
  });
  return routes;
}

function list(name: string, call: Call, token: Token, items: (identity: IdentityState) => unknown[]): Reply {
  return { status: 200, body: listBody(name, items(token.world.identity), call) };
}

function createUser(call: Call, token: Token): Reply {
  const given = valueAt(parseJson(call.body), 'user');
  const name = textAt(given, 'name');
  const password = textAt(given, 'password');
  if (!name || password === undefined) return error(400, 'Expecting to find name and password in user.');
  const weak = weakness(password);
  if (weak) return error(400, weak);
  if (token.world.identity.users.some((user) => user.name === name)) {
    return error(
      409,
      `Conflict occurred attempting to store user - Duplicate entry found with name ${name} at domain ID default.`,
    );
  }
  const user = token.world.identity.addUser(name, password);
  user.defaultProjectId = textAt(given, 'default_project_id');
  return { status: 201, body: { user: userBody(user, call.origin) } };
}

function updateUser(keystone: Keystone, call: Call, token: Token): Reply {
  const { identity } = token.world;
  const user = identity.users.find(({ id }) => id === call.params.id);
  if (!user) return error(404, `Could not find user: ${call.params.id}.`);
  const given = valueAt(parseJson(call.body), 'user');
  const password = textAt(given, 'password');
  const enabled = valueAt(given, 'enabled');
  if (password !== undefined) {
    const weak = weakness(password);
    if (weak) return error(400, weak);
    identity.setPassword(user, password);
    user.failures = 0;
  }
  if (typeof enabled === 'boolean') user.enabled = enabled;
  if (password !== undefined || enabled === false) keystone.tokens.revokeUser(user, token.world.clock.now());
  return { status: 200, body: { user: { ...userBody(user, call.origin), extra: {} } } };
}

function roleBody(role: { id: string; name: string }, origin: string): Record<string, unknown> {
  return {
    ...role,
    domain_id: null,
    description: null,
    options: { immutable: true },
    links: { self: `${origin}/v3/roles/${role.id}` },
  };
}

function domain(call: Call): Record<string, unknown> {
  return {
    id: 'default',
    name: 'Default',
    description: 'The default domain',
    enabled: true,
    tags: [],
    options: {},
    links: { self: `${call.origin}/v3/domains/default` },
  };
}

function region(call: Call): Record<string, unknown> {
  const links = { self: `${call.origin}/v3/regions/${REGION}` };
  return { id: REGION, description: '', parent_region_id: null, links };
}

function services(keystone: Keystone, call: Call): Record<string, unknown>[] {
  return keystone.catalog.map(({ id, type, name }) => ({
    name,
    id,
    type,
    enabled: true,
    links: { self: `${call.origin}/v3/services/${id}` },
  }));
}

function endpoints(keystone: Keystone, call: Call): Record<string, unknown>[] {
  return keystone.catalog.flatMap((service) =>
    service.endpoints.map((endpoint) => ({
      ...endpoint,
      service_id: service.id,
      enabled: true,
      links: { self: `${call.origin}/v3/endpoints/${endpoint.id}` },
    })),
  );
}
