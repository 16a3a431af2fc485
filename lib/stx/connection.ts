/** A token with its catalogue: what every client function below needs to talk to the platform. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Catalogue, configuredChoice, endpointUrl } from './catalogue';
import { type Answer, type Outgoing, send } from './http';
import type { OutgoingStream } from './outgoing-stream';
import type { ServiceName } from './service-name';

export type Connection = { token: string; catalogue: Catalogue; requestId: string };

type Ask = {
  method?: Outgoing['method'];
  query?: Record<string, string>;
  body?: unknown;
  stream?: OutgoingStream;
};

/**
 * One request to a service of the catalogue.
 * @param path relative to the service's versioned base; every variable part must have gone through `segment`
 */
export async function ask(
  connection: Connection,
  service: Exclude<ServiceName, 'keystone'>,
  path: string,
  { method, query, body, stream }: Ask = {},
): Promise<Result<Answer>> {
  const base = endpointUrl(connection.catalogue, service, configuredChoice());
  if (!base.ok) return fail({ ...base.error, requestId: connection.requestId });
  const search = query ? `?${new URLSearchParams(query)}` : '';
  return send({
    service,
    url: `${base.data}${path}${search}`,
    headers: { 'x-auth-token': connection.token },
    requestId: connection.requestId,
    ...(method ? { method } : {}),
    ...(body === undefined ? {} : { body }),
    ...(stream ? { stream } : {}),
  });
}

/** A path segment from data: encoded, and never `.` or `..`, which URL parsers resolve even when encoded. */
export function segment(value: string): string {
  const encoded = encodeURIComponent(value);
  return /^\.{1,2}$/.test(encoded) ? encoded.replaceAll('.', '%252E') : encoded;
}

const MOST_PAGES = 50;

/**
 * A whole sysinv collection. Without a limit sysinv silently stops at 2,000 rows and adds `next`: the marker is
 * followed, but on our own URL, never on the one it wrote (it is built from the Host header).
 * @param key the collection's key in the body; irregular, see each resource
 */
export async function collect(
  connection: Connection,
  path: string,
  key: string,
  query: Record<string, string> = {},
): Promise<Result<unknown[]>> {
  const rows: unknown[] = [];
  let marker: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(connection, 'sysinv', path, { query: marker ? { ...query, marker } : query });
    if (!answer.ok) return answer;
    const { body } = answer.data;
    const part = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
    if (!Array.isArray(part)) {
      return fail({
        kind: 'unreadable',
        service: 'sysinv',
        requestId: connection.requestId,
        message: `The answer of sysinv has no list "${key}".`,
      });
    }
    rows.push(...part);
    const next = typeof body === 'object' && body !== null ? Reflect.get(body, 'next') : undefined;
    const last: unknown = part.at(-1);
    const uuid = typeof last === 'object' && last !== null ? Reflect.get(last, 'uuid') : undefined;
    if (typeof next !== 'string' || typeof uuid !== 'string' || uuid === marker) return ok(rows);
    marker = uuid;
  }
  return ok(rows);
}
