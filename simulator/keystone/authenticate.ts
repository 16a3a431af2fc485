/** POST /v3/auth/tokens: log-in with a password, and re-scoping with a token. */
import type { Call, Reply } from '../kernel/http';
import { type Json, parseJson, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import type { Registry } from '../worlds/registry';
import { ACCOUNTS } from './accounts';
import type { CatalogService } from './catalog';
import type { Project, User } from './state';
import type { Token, TokenStore } from './tokens';
import { error, tokenBody, unauthenticated } from './wire';

export type Keystone = { registry: Registry; tokens: TokenStore; catalog: CatalogService[] };

/** Splits `admin+simplex.t42` into the account's name and its tag. */
export function splitName(name: string): { base: string; tag: string } {
  const plus = name.indexOf('+');
  return plus < 0 ? { base: name, tag: '' } : { base: name.slice(0, plus), tag: name.slice(plus + 1) };
}

/** The copy that a log-in belongs to, without making one: what faults and counters go by. */
export function worldOfLogin(keystone: Keystone, call: Call): World | undefined {
  const identity = valueAt(parseJson(call.body), 'auth', 'identity');
  const name = textAt(identity, 'password', 'user', 'name');
  if (name !== undefined) return keystone.registry.find(splitName(name).tag);
  const id = textAt(identity, 'password', 'user', 'id');
  if (id !== undefined) return keystone.registry.userById(id)?.world;
  return keystone.tokens.find(textAt(identity, 'token', 'id') ?? '')?.world;
}

export function authenticate(keystone: Keystone, call: Call): Reply {
  const auth = valueAt(parseJson(call.body), 'auth');
  if (auth === undefined) {
    return error(
      400,
      'Expecting to find auth in request body. The server could not comply with the request since it is either ' +
        'malformed or otherwise incorrect. The client is assumed to be in error.',
    );
  }
  const methods = valueAt(auth, 'identity', 'methods');
  if (!Array.isArray(methods)) return error(400, 'Expecting to find identity and its methods in auth.');
  if (methods.includes('token')) return rescope(keystone, call, auth);
  if (methods.includes('password')) return logIn(keystone, call, auth);
  return unauthenticated(call);
}

function logIn(keystone: Keystone, call: Call, auth: Json): Reply {
  const given = valueAt(auth, 'identity', 'password', 'user');
  const password = textAt(given, 'password');
  if (password === undefined) return error(400, 'Expecting to find password in user.');
  const found = findUser(keystone, given);
  if (!found) return unauthenticated(call);
  const { world, user } = found;
  const verdict = world.identity.check(user, password);
  if (verdict === 'expired') {
    return unauthenticated(call, `The password is expired and needs to be changed for user: ${user.id}.`);
  }
  if (verdict !== 'ok') return unauthenticated(call);
  const scope = scopeOf(world, user, auth);
  if (scope === 'refused') return unauthenticated(call);
  return created(keystone, keystone.tokens.issue(world, user, scope.project));
}

function rescope(keystone: Keystone, call: Call, auth: Json): Reply {
  const parent = keystone.tokens.valid(textAt(auth, 'identity', 'token', 'id') ?? '');
  if (!parent) return unauthenticated(call);
  const scope = scopeOf(parent.world, parent.user, auth);
  if (scope === 'refused') return unauthenticated(call);
  return created(keystone, keystone.tokens.issue(parent.world, parent.user, scope.project, parent));
}

function created(keystone: Keystone, token: Token): Reply {
  return {
    status: 201,
    headers: { 'X-Subject-Token': token.id },
    body: { token: tokenBody(token, keystone.catalog) },
  };
}

function findUser(keystone: Keystone, given: Json | undefined): { world: World; user: User } | undefined {
  const id = textAt(given, 'id');
  if (id !== undefined) return keystone.registry.userById(id);
  const name = textAt(given, 'name');
  if (name === undefined || !isDefaultDomain(valueAt(given, 'domain'))) return undefined;
  const { base, tag } = splitName(name);
  // Only a known account opens a copy; users that were added to one are found in it.
  const known = ACCOUNTS.some((account) => account.name === base);
  const world = known ? keystone.registry.join(tag) : keystone.registry.find(tag);
  const user = world?.identity.users.find((candidate) => candidate.name === name);
  return world && user ? { world, user } : undefined;
}

/** A project that the user has a role on, no project for an unscoped token, or a refusal. */
function scopeOf(world: World, user: User, auth: Json): { project: Project | undefined } | 'refused' {
  const { identity } = world;
  const scope = valueAt(auth, 'scope');
  if (scope === 'unscoped' || valueAt(scope, 'unscoped') !== undefined) return { project: undefined };
  if (scope === undefined) {
    const project = identity.projectsOf(user.id).find(({ id }) => id === user.defaultProjectId);
    return { project };
  }
  const wanted = valueAt(scope, 'project');
  const id = textAt(wanted, 'id');
  const name = textAt(wanted, 'name');
  if (id === undefined && !isDefaultDomain(valueAt(wanted, 'domain'))) return 'refused';
  const project = identity
    .projectsOf(user.id)
    .find((candidate) => (id === undefined ? candidate.name === name : candidate.id === id));
  return project ? { project } : 'refused';
}

function isDefaultDomain(domain: Json | undefined): boolean {
  return textAt(domain, 'id') === 'default' || textAt(domain, 'name') === 'Default';
}
