/**
 * Endpoints from Keystone's catalogue. A catalogue is data from another machine: each URL is checked against
 * an allow-list before the console sends a token to it.
 */
import 'server-only';
import { isIP } from 'node:net';
import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { contains } from './cidr';
import type { ServiceName } from './service-name';

const endpoint = z.object({
  interface: z.string(),
  url: z.string(),
  region: z.string().nullish(),
  region_id: z.string().nullish(),
});
const entry = z.object({ type: z.string(), endpoints: z.array(endpoint) });
export const catalogueSchema = z.array(entry);
export type Catalogue = z.infer<typeof catalogueSchema>;

/** Catalogue type and the path that every request of a service starts with (apis.md: shapes differ). */
const SERVICES: Record<Exclude<ServiceName, 'keystone'>, { type: string; base: string }> = {
  sysinv: { type: 'platform', base: '/v1' },
  fm: { type: 'faultmanagement', base: '/v1' },
  vim: { type: 'nfv', base: '/api/orchestration' },
  usm: { type: 'usm', base: '/v1' },
  dcmanager: { type: 'dcmanager', base: '/v1.0' },
  smapi: { type: 'smapi', base: '/v1' },
};

export type EndpointChoice = {
  interface: string;
  region: string;
  /** Lower-case names, addresses or CIDRs that endpoints may point to. */
  allowedHosts: readonly string[];
};

/** The choice this process was configured with; the host of Keystone itself is always allowed. */
export function configuredChoice(): EndpointChoice {
  const { STX_INTERFACE, STX_REGION, STX_ALLOWED_HOSTS, KEYSTONE_URL } = env();
  return {
    interface: STX_INTERFACE,
    region: STX_REGION,
    allowedHosts: [bare(new URL(KEYSTONE_URL).hostname), ...STX_ALLOWED_HOSTS],
  };
}

/**
 * Base URL of a service, without a trailing slash and with its version.
 * @returns a Failure that says which service is missing, or why its address is not used.
 */
export function endpointUrl(
  catalogue: Catalogue,
  service: Exclude<ServiceName, 'keystone'>,
  choice: EndpointChoice,
): Result<string> {
  const { type, base } = SERVICES[service];
  const candidates = catalogue.filter((item) => item.type === type).flatMap((item) => item.endpoints);
  const found = candidates.find(
    (item) =>
      item.interface === choice.interface &&
      (choice.region === '' || item.region === choice.region || item.region_id === choice.region),
  );
  if (!found) {
    return fail({
      kind: 'unavailable',
      service,
      message: `The catalogue has no ${choice.interface} endpoint for ${service} (${type}).`,
    });
  }
  const why = endpointFault(found.url, choice.allowedHosts);
  if (why)
    return fail({ kind: 'unavailable', service, message: `The endpoint of ${service} is not used: ${why}` });
  const url = new URL(found.url);
  const path = url.pathname.replace(/\/+$/, '');
  return ok(`${url.origin}${path.endsWith(base) ? path : `${path}${base}`}`);
}

/** Why a URL from a catalogue must not be called, or undefined. */
export function endpointFault(text: string, allowedHosts: readonly string[]): string | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'it is no URL.';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `its scheme is ${url.protocol}`;
  if (url.username || url.password) return 'it carries a user name.';
  if (url.search || url.hash) return 'it carries a query.';
  const host = bare(url.hostname);
  const allowed = allowedHosts.some(
    (rule) => rule === host || (rule.includes('/') && isIP(host) !== 0 && contains(rule, host)),
  );
  return allowed ? undefined : `its host ${host} is not in STX_ALLOWED_HOSTS.`;
}

const bare = (hostname: string) => hostname.toLowerCase().replace(/^\[|\]$/g, '');
