/**
 * One shape out of the platform's many error bodies. Recorded forms: FM and sysinv wrap JSON text in
 * `error_message` (decoded twice; the inner text may be HTML), pecan and WSME send `faultstring` or
 * `description`, USM `error` (even with 200), dcmanager `description`, keystonemiddleware and Keystone
 * `error.message`, VIM an empty 403 for a bad token.
 */
import 'server-only';
import type { Failure } from '@/lib/domain/result';
import type { CallName } from './service-name';

type Refused = { service: CallName; status: number; body: unknown; text: string; requestId: string };

/** Makes a Failure of a non-2xx answer. The platform's sentence is kept verbatim. */
export function refusalFrom({ service, status, body, text, requestId }: Refused): Failure {
  const said = sentence(body) ?? (looksLikeText(text) ? text.trim() : undefined);
  const { message, details } =
    said === undefined ? { message: undefined, details: undefined } : headline(said);
  const base = { service, status, requestId, ...(details ? { details } : {}) };
  if (status === 401)
    return { kind: 'unauthenticated', message: message ?? 'The platform asks to sign in again.', ...base };
  if (status === 403)
    return { kind: 'forbidden', message: message ?? `${service} does not allow this.`, ...base };
  if (status === 404)
    return { kind: 'not-found', message: message ?? `${service} has no such resource.`, ...base };
  if (status === 501)
    return { kind: 'unavailable', message: message ?? `${service} does not offer this here.`, ...base };
  if (status === 502 || status === 503 || status === 504) {
    return { kind: 'unavailable', message: message ?? `${service} is not ready.`, ...base };
  }
  if (status >= 500 && message === undefined) {
    return {
      kind: 'unavailable',
      message: `${service} failed with HTTP ${status} and gave no reason.`,
      ...base,
    };
  }
  // Other 5xx with a sentence are refusals too: sysinv says "Unable to complete the action delete because Host
  // … is in administrative state = unlocked" with a 500.
  return {
    kind: 'refused',
    message: message ?? `${service} refused with HTTP ${status} and gave no reason.`,
    ...base,
  };
}

/** Makes a Failure of a call that got no answer. */
export function connectionFailure(input: {
  service: CallName;
  cause: unknown;
  seconds: number;
  requestId: string;
  /** Variable that names the certificate authority; STX_CA_FILE for the platform's. */
  caVariable?: string | undefined;
}): Failure {
  const { service, cause, seconds, requestId, caVariable = 'STX_CA_FILE' } = input;
  const code = errorCode(cause);
  const base = { kind: 'unavailable' as const, service, requestId, status: 0 };
  if (code === 'TimeoutError') {
    return { ...base, status: 408, message: `${service} did not answer within ${seconds} s.`, details: code };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS/.test(code)) {
    return {
      ...base,
      message: `The certificate of ${service} is not trusted. Set ${caVariable}.`,
      details: code,
    };
  }
  return { ...base, message: `${service} does not answer.`, details: code };
}

function errorCode(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return 'TimeoutError';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause.cause instanceof Error ? errorCode(cause.cause) : cause.message;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Finds the sentence in an error body, trying the recorded envelopes from the inside out. */
export function sentence(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined;
  for (const key of ['faultstring', 'description', 'message']) {
    const value = body[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  if (typeof body.error_message === 'string')
    return sentence(reparse(body.error_message)) ?? plain(body.error_message);
  if (isRecord(body.error_message)) return sentence(body.error_message);
  if (isRecord(body.error)) return sentence(body.error);
  if (typeof body.error === 'string' && body.error.trim() !== '') return body.error;
  // Routing errors of pecan have an empty description; the title is all they say.
  if (typeof body.title === 'string' && body.title !== '') return body.title;
  return undefined;
}

function reparse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const plain = (text: string) => (looksLikeText(text) ? text : undefined);
const looksLikeText = (text: string) => {
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length < 4000 && !/^[[{<"]/.test(trimmed);
};

/** Splits a traceback off: the last line is the reason, the rest belongs behind "details". */
function headline(said: string): { message: string; details?: string } {
  const at = said.indexOf('Traceback (most recent call last)');
  if (at < 0) return { message: said.trim() };
  const before = said.slice(0, at).trim();
  const last = said
    .replace(/['"\]}\s]+$/, '')
    .split(/\\n|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .at(-1);
  return { message: last ?? before, details: said };
}
