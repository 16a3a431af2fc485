/** What nodes send by themselves. Who knows the address of a subscription is let in; to anybody else there is nothing. */
import 'server-only';
import { env } from '@/lib/env';
import {
  cloudEventFault,
  decodeStates,
  decodeV1State,
  type SaidList,
} from '@/lib/stx/ptp-notification/current-state';
import { ownOnly } from '@/lib/stx/ptp-notification/node';
import { sharedReads } from '../platform';
import { NO_STORE } from '../same-origin';
import { liveSources } from './sources';

/** A state is some 500 bytes; a node has a dozen of them. */
const MOST_BYTES = 64 * 1024;
const JSON_TYPE = /^application\/(?:cloudevents(?:-batch)?\+)?json\s*(?:;|$)/i;

const answer = (status: number, why?: string): Response =>
  new Response(why === undefined ? null : `${why}\n`, { status, headers: NO_STORE });
const nothingHere = () => answer(404, 'Not found');

/** A producer asks so whether the address of a new subscription is there (O-RAN: 204). */
export function answerValidation(secret: string): Response {
  return liveSources().push?.hostOf(secret) === undefined ? nothingHere() : answer(204);
}

/** Takes what a node tells: 204, or why it cannot be taken. Nothing of it is answered to a stranger, nor read. */
export async function receiveEvents(secret: string, request: Request): Promise<Response> {
  const { push, nodes } = liveSources();
  const host = push?.hostOf(secret);
  if (host === undefined || !nodes) return nothingHere();
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return answer(415, 'Not a JSON body');
  const text = await bounded(request);
  if (text === undefined) return answer(413, 'Too large');
  const list = read(text);
  if ('fault' in list) return answer(400, `Not readable: ${list.fault}`);
  const own = ownOnly({ host }, list);
  if (!own.ok) return answer(400, own.error.message);
  nodes.accept(host, own.data.said);
  // Whoever asks next gets it, however fresh the reading before it is.
  sharedReads().invalidate(['liveClocks']);
  return answer(204);
}

function read(text: string): SaidList | { fault: string } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { fault: 'no JSON' };
  }
  if (env().ROOST_PTP_NOTIFICATION_VERSION === 'v1') {
    const list = decodeV1State(body);
    return list.unreadable[0] ? { fault: list.unreadable[0].why } : list;
  }
  const fault = cloudEventFault(body);
  return fault === undefined ? decodeStates(body) : { fault };
}

/** The body as text; undefined as soon as it is too large. */
async function bounded(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
