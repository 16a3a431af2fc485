/** Judges one replayed recording. */
import { type Json, parseJson, textAt } from '../kernel/json';
import type { Exchange } from './exchange';
import type { Recording } from './recording';
import { refusalDeparture } from './refusals';
import { departure } from './shape';

export type Verdict = { passed: true } | { failed: string } | { skipped: string };

export function judge(recording: Recording, answer: Exchange): Verdict {
  const unserved = unservedReason(recording, answer);
  if (unserved) return { skipped: unserved };
  if (answer.status !== recording.status) {
    return { failed: `answers ${answer.status}, recorded ${recording.status}${detail(answer.body)}` };
  }
  const found =
    recording.status >= 400
      ? refusalDeparture(recording.body, answer.body)
      : (departure(withoutNext(recording.body), withoutNext(answer.body)) ??
        pageDeparture(recording, answer.body));
  return found ? { failed: found } : { passed: true };
}

/** Whether there is a next page depends on how much a cloud holds; see {@link pageDeparture}. */
function withoutNext(body: Json): Json {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body;
  const { next: _next, ...rest } = body;
  return rest;
}

/** A full page has a next one, another has none: checked where the recorded service kept to that. */
function pageDeparture({ path, body }: Recording, given: Json): string | undefined {
  const limit = Number(new URLSearchParams(path.split('?')[1]).get('limit') ?? 0);
  if (limit <= 0 || isFull(body, limit) !== hasNext(body)) return undefined;
  return isFull(given, limit) === hasNext(given) ? undefined : `has ${hasNext(given) ? 'a' : 'no'} next page`;
}

function isFull(body: Json, limit: number): boolean {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return false;
  return Object.values(body).some((list) => Array.isArray(list) && list.length === limit);
}

function hasNext(body: Json): boolean {
  return textAt(body, 'next') !== undefined;
}

/** Why the simulator cannot be held to this recording, if it says itself that it does not serve it. */
function unservedReason({ method, path, status }: Recording, answer: Exchange): string | undefined {
  const collection = path.split('?')[0]?.split('/').slice(1, 3).join('/') ?? '';
  if (answer.status === 501) return `not modelled: ${method === 'GET' ? 'GET' : 'write'} of ${collection}`;
  const unrouted = answer.status === 404 && title(answer.body) === 'Not Found';
  if (unrouted && status !== 404) return `not served: ${collection}`;
  return undefined;
}

function title(body: Json): string | undefined {
  const text = textAt(body, 'error_message');
  return text === undefined ? undefined : textAt(parseJson(Buffer.from(text)), 'title');
}

function detail(body: Json): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return body === null ? '' : ` (${text.slice(0, 160)})`;
}
