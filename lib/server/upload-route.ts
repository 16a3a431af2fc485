/** What route handlers of uploads share: whose request it is, what comes with it, and how the end is told to the browser. */
import 'server-only';
import type { z } from 'zod';
import type { Failure, Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { plainSecurityHeaders } from './csp';
import type { Incoming } from './passing-on';
import { NO_STORE, refuseForeign } from './same-origin';

type Upload<T> = {
  /** What the address says of the file. */
  params: z.ZodType<T>;
  /** Raw, out of the query. */
  told: (query: URLSearchParams) => unknown;
  /** @returns what names it at the platform */
  take: (params: T, incoming: Incoming) => Promise<Result<string>>;
};

/** The body is the file as it is (application/octet-stream). Answers 202 with `{ name }`, or `{ error }`. */
export async function answerUpload<T>(
  request: Request,
  { params, told, take }: Upload<T>,
): Promise<Response> {
  const foreign = refuseForeign(request.headers, 'application/octet-stream');
  if (foreign) return safe(foreign);
  const asked = params.safeParse(told(new URL(request.url).searchParams));
  if (!asked.success)
    return refused({
      kind: 'invalid',
      message: 'The name of the file, or what is given with it, is not valid.',
    });
  const length = request.headers.get('content-length');
  const answer = await take(asked.data, {
    bytes: length !== null && /^\d+$/.test(length) ? Number(length) : null,
    body: request.body,
    signal: request.signal,
  });
  return answer.ok
    ? safe(Response.json({ name: answer.data }, { status: 202, headers: NO_STORE }))
    : refused(answer.error);
}

const STATUS: Record<Failure['kind'], number> = {
  ...{ unauthenticated: 401, forbidden: 403, 'not-found': 404, refused: 409, invalid: 400 },
  ...{ unavailable: 502, unreadable: 502 },
};

function refused(error: Failure): Response {
  const own = error.service === undefined ? error.status : undefined;
  return safe(Response.json({ error }, { status: own ?? STATUS[error.kind], headers: NO_STORE }));
}

/** proxy.ts, which gives every other answer these, never sees this one. */
function safe(response: Response): Response {
  const https = env().ROOST_URL.startsWith('https:');
  for (const [name, value] of Object.entries(plainSecurityHeaders(https))) response.headers.set(name, value);
  return response;
}
