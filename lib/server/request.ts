/**
 * Facts about the request under way that a browser cannot forge. Next hides the socket, so arrival.ts writes
 * the peer's address and the request's id into headers before Next sees the request, over whatever was sent.
 */
import 'server-only';
import { headers } from 'next/headers';
import { newRequestId } from './request-id';

export const CLIENT_HEADER = 'x-roost-client';
export const DIRECT_HEADER = 'x-roost-direct';
export const REQUEST_ID_HEADER = 'x-request-id';

export type RequestFacts = {
  /** For the log, the platform and the person who reports a fault. */
  requestId: string;
  /** Address of the person's machine, as far as the trusted proxies tell. */
  from: string;
  /** True when no proxy stood between: no X-Forwarded-For came with the request. */
  direct: boolean;
};

/** Reads the facts from a request's headers. */
export function factsFrom(source: Pick<Headers, 'get'>): RequestFacts {
  return {
    requestId: source.get(REQUEST_ID_HEADER) ?? newRequestId(),
    from: source.get(CLIENT_HEADER) ?? 'unknown',
    direct: source.get(DIRECT_HEADER) === '1',
  };
}

/** The facts of the request that is being served now. */
export async function requestFacts(): Promise<RequestFacts> {
  return factsFrom(await headers());
}
