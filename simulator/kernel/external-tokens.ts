/** Tokens of a real Keystone, asked for the way keystonemiddleware does it and remembered for ten seconds. */
import type { Registry } from '../worlds/registry';
import { type Json, textAt, valueAt } from './json';
import type { TokenVerdict } from './service';

const CACHE_MS = 10_000;

/**
 * @param keystoneUrl with its version, e.g. `http://127.0.0.1:5000/v3`
 * @returns a function from token to caller; a user name may carry a tag (`admin+t42`), as with the simulated Keystone
 */
export function externalTokens(
  keystoneUrl: string,
  registry: Registry,
): (token: string) => Promise<TokenVerdict> {
  const cache = new Map<string, { until: number; verdict: TokenVerdict }>();
  return async (token) => {
    const known = cache.get(token);
    if (known && known.until > Date.now()) return known.verdict;
    const verdict = await ask(keystoneUrl, token, registry);
    if (verdict !== 'unreachable') cache.set(token, { until: Date.now() + CACHE_MS, verdict });
    for (const [key, { until }] of cache) if (until <= Date.now()) cache.delete(key);
    return verdict;
  };
}

async function ask(keystoneUrl: string, token: string, registry: Registry): Promise<TokenVerdict> {
  let body: Json;
  try {
    const answer = await fetch(`${keystoneUrl.replace(/\/$/, '')}/auth/tokens?nocatalog`, {
      headers: { 'X-Auth-Token': token, 'X-Subject-Token': token, Connection: 'close' },
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.status === 401 || answer.status === 404) return undefined;
    if (!answer.ok) return 'unreachable';
    body = await answer.json();
  } catch {
    return 'unreachable';
  }
  const name = textAt(body, 'token', 'user', 'name') ?? '';
  const plus = name.indexOf('+');
  const world = registry.join(plus < 0 ? '' : name.slice(plus + 1));
  if (!world) return undefined;
  const roles = valueAt(body, 'token', 'roles');
  return {
    world,
    userId: textAt(body, 'token', 'user', 'id') ?? '',
    userName: name,
    projectId: textAt(body, 'token', 'project', 'id') ?? '',
    projectName: textAt(body, 'token', 'project', 'name') ?? '',
    roles: Array.isArray(roles) ? roles.map((role) => textAt(role, 'name') ?? '') : [],
  };
}
